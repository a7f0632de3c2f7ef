import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Log } from "../../logging/logger.ts";
import type { ReceiveEvent } from "./receive-event.ts";
import { zaloFacts } from "./zalo-client/zalo-facts.ts";
import { eventSchema } from "./zalo-event.ts";

interface WebhookRequest {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  rawBody: Uint8Array;
}

export interface ZaloWebhook {
  path: string;
  /** 200 committed or not worth repeating · 401 not from Zalo · 503 redeliver later. */
  handle(request: WebhookRequest): Promise<{ status: 200 | 401 | 503 }>;
}

export interface WebhookPorts {
  appId: string;
  /** Of the Official Account; not the app's secret. */
  secretKey: string;
  receive: ReceiveEvent;
  clock: Clock;
  log: Log;
}

export function createZaloWebhook({ appId, secretKey, receive, clock, log }: WebhookPorts): ZaloWebhook {
  return {
    path: "/webhooks/zalo",
    async handle({ headers, rawBody }) {
      const body = readBody(rawBody);
      if (!body || !isSigned(headers["x-zevent-signature"], [appId, rawBody, body.timestamp, secretKey]))
        return { status: 401 };
      const event = eventSchema.safeParse(body).data;
      if (!event || clock().getTime() - Number(event.timestamp) > zaloFacts.oldestEventMs) {
        log.warn({ event: event?.event_name }, "Zalo event ignored: too old, or not in a known form");
        return { status: 200 };
      }
      try {
        await receive(event);
        return { status: 200 };
      } catch (error) {
        log.warn({ event: event.event_name, err: error }, "Zalo is asked to redeliver");
        return { status: 503 };
      }
    },
  };
}

const signedSchema = z.looseObject({ timestamp: z.union([z.string(), z.number()]).transform(String) });

function readBody(rawBody: Uint8Array): { timestamp: string } | undefined {
  try {
    return signedSchema.safeParse(JSON.parse(new TextDecoder().decode(rawBody))).data;
  } catch {
    return undefined;
  }
}

/** A digest of the parts one after the other, and no HMAC; compared in a time that tells nothing. */
function isSigned(header: string | string[] | undefined, parts: (string | Uint8Array)[]): boolean {
  const given = typeof header === "string" ? /^mac=([0-9a-f]{64})$/i.exec(header)?.[1] : undefined;
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return given !== undefined && timingSafeEqual(Buffer.from(given, "hex"), hash.digest());
}
