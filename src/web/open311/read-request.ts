import { z } from "zod";
import type { ClientCases } from "../../domain/feedback/api-client.ts";
import { Open311Error } from "./open311-error.ts";
import type { HandedIn } from "./open311-ports.ts";

/** The service for feedback about none of the agency's fields. */
export const otherService = "other";

const mostRequests = 1000;
const longestDescription = 5000;

/** PostgreSQL keeps no NUL in texts. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((value) => !value.includes("\0"), { message: "must not contain U+0000" });
const optionalText = (most: number) =>
  text(most)
    .optional()
    .transform((value) => value || undefined);

/** Forms send what was left empty too, and an empty text is no number 0. */
const optionalDegrees = (most: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && !value.trim() ? undefined : value),
    z.coerce.number().min(-most).max(most).optional(),
  );

const posted = z.object({
  service_code: text(40).min(1),
  description: text(longestDescription).min(1),
  lat: optionalDegrees(90),
  long: optionalDegrees(180),
  address_string: optionalText(500),
  address_id: optionalText(200),
  first_name: optionalText(100),
  last_name: optionalText(100),
  phone: optionalText(30),
  email: optionalText(200),
  media_url: optionalText(500).refine((url) => url === undefined || /^https?:\/\//.test(url), {
    message: "must be an http or https address",
  }),
  source_request_id: optionalText(100),
});

/**
 * The body of POST requests, with the client's own id from `source_request_id` or the Idempotency-Key header.
 * Throws Open311Error naming every parameter that is wrong.
 */
export function readPosted(
  body: unknown,
  idempotencyKey: string | undefined,
): { serviceCode: string; request: Omit<HandedIn, "field" | "clientId"> & { clientId: string | undefined } } {
  const result = posted.safeParse(body ?? {});
  if (!result.success) throw new Open311Error(400, faultsOf(result.error));
  const { data } = result;
  if ((data.lat === undefined) !== (data.long === undefined))
    throw new Open311Error(400, "lat and long: give both or neither.");
  const address = data.address_string ?? data.address_id;
  const senderName = [data.first_name, data.last_name].filter(Boolean).join(" ");
  const senderPhone = data.phone ?? data.email;
  return {
    serviceCode: data.service_code,
    request: {
      clientId: data.source_request_id ?? idempotencyKey,
      description: [data.description, data.media_url].filter(Boolean).join("\n"),
      ...(address && { address }),
      ...(data.lat !== undefined && data.long !== undefined && { latitude: data.lat, longitude: data.long }),
      ...(senderName && { senderName }),
      ...(senderPhone && { senderPhone }),
    },
  };
}

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

const asked = z.object({
  service_request_id: text(20_000).optional(),
  service_code: z.string().optional(),
  start_date: instant.optional(),
  end_date: instant.optional(),
  status: z.enum(["open", "closed", "open,closed", "closed,open"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  page_size: z.coerce.number().int().min(1).max(mostRequests).default(mostRequests),
});

const span = 90 * 86_400_000;

/**
 * The query of GET requests. Without ids or dates it is the last 90 days; a start without an end, or the other way
 * round, spans 90 days from it. Throws Open311Error.
 */
export function readAsked(query: unknown, now: Date): Omit<ClientCases, "field"> & { serviceCode?: string } {
  const result = asked.safeParse(query);
  if (!result.success) throw new Open311Error(400, faultsOf(result.error));
  const { service_request_id, service_code, start_date, end_date, status, page, page_size } = result.data;
  const place = { limit: page_size, offset: (page - 1) * page_size };
  if (service_request_id !== undefined)
    return { codes: service_request_id.split(",").map((code) => code.trim()), ...place };
  if (start_date && end_date && end_date < start_date)
    throw new Open311Error(400, "end_date: lies before start_date.");
  const to = end_date ?? (start_date ? new Date(start_date.getTime() + span) : undefined);
  return {
    from: start_date ?? new Date((end_date ?? now).getTime() - span),
    ...(to && { to }),
    ...(status && !status.includes(",") && { isOpen: status === "open" }),
    ...(service_code !== undefined && { serviceCode: service_code }),
    ...place,
  };
}

function faultsOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}.`).join(" ");
}
