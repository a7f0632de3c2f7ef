import { z } from "zod";

// The last millisecond that a date can tell; ECMA-262, "Time Values and Time Range".
const latestDate = 8.64e15;

const id = z.union([z.string(), z.number()]).transform(String);

const bareUpdate = z.object({
  event_name: z.string(),
  message: z
    .object({
      message_id: id,
      from: z.object({ id, is_bot: z.boolean().default(false) }),
      chat: z.object({ id, chat_type: z.string() }),
      date: z.coerce.number().int().min(0).max(latestDate),
      text: z.string().optional(),
      photo_url: z.url().optional(),
      caption: z.string().optional(),
    })
    .optional(),
});

/** An update, which some deliveries of Zalo's wrap as if it were the answer to a call. */
export const updateSchema = z.union([
  bareUpdate,
  z.object({ ok: z.literal(true), result: bareUpdate }).transform(({ result }) => result),
]);

export type BotUpdate = z.infer<typeof bareUpdate>;
