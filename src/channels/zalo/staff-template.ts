import type { DeliveryOutcome } from "../../conversation/delivery/channel.ts";
import { addDays, dayOf, instantOn, type Clock } from "../../domain/vietnam-time.ts";
import { shorten } from "../rendering/characters.ts";
import type { Part } from "../rendering/render-reply.ts";
import { plainText } from "../rendering/styled-text.ts";
import { outcomeOfFailure } from "./zalo-client/zalo-errors.ts";
import { zaloFacts } from "./zalo-client/zalo-facts.ts";
import type { Quota } from "./zalo-client/oa-message.ts";
import type { ZaloOaClient } from "./zalo-client/zalo-oa-client.ts";

/** Sends the gist of a reply by an approved template; undefined when the person is no member of staff with a phone. */
export type SendTemplate = (message: {
  userId: string;
  parts: Part[];
  outboxId: string;
}) => Promise<DeliveryOutcome | undefined>;

export interface TemplatePorts {
  client: ZaloOaClient;
  /** Approved by Zalo, with the fields `ho_ten` and `noi_dung`. */
  templateId: string;
  findStaff: (userId: string) => Promise<{ fullName: string; phone: string } | undefined>;
  noteQuota: (quota: Quota, at: Date) => Promise<void>;
  clock: Clock;
}

export function createStaffTemplate(ports: TemplatePorts): SendTemplate {
  const { client, templateId, findStaff, noteQuota, clock } = ports;
  return async ({ userId, parts, outboxId }) => {
    const staff = await findStaff(userId);
    if (!staff) return undefined;
    const waitMs = untilDaytimeMs(clock());
    if (waitMs) return { kind: "retry", afterMs: waitMs, reason: "template messages go out by day" };
    const gist = plainText(parts[0]!.text).replace(/\s+/g, " ");
    try {
      const quota = await client.sendZns({
        phone: toInternational(staff.phone),
        templateId,
        values: { ho_ten: staff.fullName, noi_dung: shorten(gist, zaloFacts.znsFieldLimit) },
        trackingId: outboxId,
      });
      if (quota) await noteQuota(quota, clock());
      return { kind: "sent" };
    } catch (error) {
      return outcomeOfFailure(error);
    }
  };
}

/** `0912 345 678` and `+84 912 345 678` as `84912345678`. */
function toInternational(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^0/, "84");
}

function untilDaytimeMs(now: Date): number {
  const { from, to } = zaloFacts.znsHours;
  const today = dayOf(now);
  if (now >= instantOn(today, from * 60) && now < instantOn(today, to * 60)) return 0;
  const nextMorning = instantOn(now < instantOn(today, from * 60) ? today : addDays(today, 1), from * 60);
  return nextMorning.getTime() - now.getTime();
}
