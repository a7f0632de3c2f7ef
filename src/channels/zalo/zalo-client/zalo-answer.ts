import { z } from "zod";
import { ZaloAwayError, ZaloRefusal } from "./zalo-errors.ts";

/** An answer of the OpenAPI: HTTP says 200 even when `error` says that nothing was done. */
const envelope = z.object({
  error: z.coerce.number(),
  message: z.string().optional(),
  data: z.unknown().optional(),
});

const refusal = z
  .object({
    error: z.coerce.number(),
    message: z.string().optional(),
    error_name: z.string().optional(),
    error_description: z.string().optional(),
  })
  .refine(({ error }) => error !== 0);

/** The `data` of an answer. Throws ZaloRefusal, and ZaloAwayError for what is no answer of Zalo's. */
export function readData<T>(answer: unknown, schema: z.ZodType<T>): T {
  const read = envelope.safeParse(answer);
  if (!read.success || read.data.error !== 0) throwRefusal(answer);
  const data = schema.safeParse(read.data.data);
  if (!data.success) throw new ZaloAwayError(`unexpected answer: ${z.prettifyError(data.error)}`);
  return data.data;
}

/** Throws what an answer that holds nothing else says. */
export function throwRefusal(answer: unknown): never {
  const read = refusal.safeParse(answer);
  if (!read.success) throw new ZaloAwayError("unexpected answer");
  const { error, message, error_name: name, error_description: description } = read.data;
  throw new ZaloRefusal(error, message ?? description ?? name ?? "");
}
