import { z } from "zod";

const id = z.union([z.string(), z.number()]).transform(String);
const attachmentSchema = z.object({
  type: z.string(),
  payload: z.record(z.string(), z.unknown()).default({}),
});

export const eventSchema = z.object({
  app_id: id,
  event_name: z.string(),
  timestamp: id.pipe(z.string().regex(/^\d{1,15}$/)),
  sender: z.object({ id }).optional(),
  follower: z.object({ id }).optional(),
  message: z
    .object({
      msg_id: id.optional(),
      text: z.string().optional(),
      attachments: z.array(attachmentSchema).default([]),
    })
    .optional(),
});

/** An event as Zalo sends it; other fields are not looked at. */
export type ZaloEvent = z.infer<typeof eventSchema>;
