import { z } from "zod";
import type { Quota } from "./oa-message.ts";

// What the OpenAPI answers under `data`, as far as it is of use.

const text = z.union([z.string(), z.number()]).transform(String);
const count = z.coerce.number().int();

// Of a message that was taken only the quota is read, and no answer to it can be wrong: what cannot be read must not make
// it look unsent.

/** What a consultation message counted against, where Zalo tells. */
export const consultationSchema: z.ZodType<Quota | undefined> = z
  .object({ quota: z.object({ quota_type: z.string(), remain: count, total: count.optional() }) })
  .transform(({ quota: { quota_type: kind, remain: remaining, total } }) => ({
    kind,
    remaining,
    ...(total !== undefined && { total }),
  }))
  .optional()
  .catch(undefined);

/** What a template message counted against, where Zalo tells. */
export const znsSchema: z.ZodType<Quota | undefined> = z
  .object({ quota: z.object({ remainingQuota: count, dailyQuota: count }) })
  .transform(({ quota }) => ({ kind: "zns", remaining: quota.remainingQuota, total: quota.dailyQuota }))
  .optional()
  .catch(undefined);

export const attachmentSchema = z.object({ attachment_id: text });
export const fileSchema = z.object({ token: text });
export const oaSchema = z.object({ oa_id: text, name: z.string() });
