import { z } from "zod";

// What the OpenAPI answers under `data`, as far as it is of use.

const text = z.union([z.string(), z.number()]).transform(String);
const count = z.coerce.number().int();

export const sentSchema = z.object({
  message_id: text,
  quota: z
    .object({ quota_type: z.string(), remain: count, total: count.optional() })
    .transform(({ quota_type: kind, remain: remaining, total }) => ({
      kind,
      remaining,
      ...(total !== undefined && { total }),
    }))
    .optional()
    // Figures that cannot be read must not make a sent message look unsent.
    .catch(undefined),
});

export const znsSentSchema = z.object({
  msg_id: text,
  quota: z
    .object({ remainingQuota: count, dailyQuota: count })
    .transform(({ remainingQuota, dailyQuota }) => ({
      kind: "zns",
      remaining: remainingQuota,
      total: dailyQuota,
    }))
    .optional()
    .catch(undefined),
});

export const attachmentSchema = z.object({ attachment_id: text });
export const fileSchema = z.object({ token: text });
export const oaSchema = z.object({ oa_id: text, name: z.string() });
