import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import { excerptOf } from "../../../conversation/delivery/call-list.ts";
import type { Delivery, Reached } from "../../../conversation/delivery/delivery-board.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { DeliveryTabs } from "./delivery-tabs.tsx";
import { ReachedRow } from "./reached-row.tsx";
import { sayChannel } from "./say-channel.ts";
import { sayReason } from "./say-reason.ts";

/** One person: the channels that reach them, and what became of the last messages. */
export function personPage(
  channels: readonly Reached[],
  deliveries: readonly Delivery[],
  visit: StaffVisit,
): StaffPage {
  const { say } = visit;
  const named = channels.find(({ fullName }) => fullName !== null);
  return {
    title: named?.fullName ?? say("deliveries-citizen"),
    children: (
      <>
        <DeliveryTabs at="/nguoi" visit={visit} />
        {named && <p class="quiet">{[named.unitName, named.phone].filter(Boolean).join(" · ")}</p>}
        <h2>{say("deliveries-channels")}</h2>
        <ul class="rows">
          {channels.map((one) => (
            <ReachedRow reached={one} visit={visit} />
          ))}
        </ul>
        <h2>{say("deliveries-last")}</h2>
        {deliveries.length === 0 && <p class="empty">{say("deliveries-last-none")}</p>}
        <ul class="rows">
          {deliveries.map((one) => (
            <DeliveryRow delivery={one} visit={visit} />
          ))}
        </ul>
      </>
    ),
  };
}

const tones = { pending: "", sending: "", sent: "soon", undeliverable: "late", expired: "today" } as const;

function DeliveryRow({ delivery, visit }: { delivery: Delivery; visit: StaffVisit }) {
  const { say } = visit;
  const { status, reason, channel, createdAt, sentAt, attempts } = delivery;
  return (
    <li class={`row ${tones[status]}`}>
      <div class="row-head">
        <span class={`mark ${tones[status]}`}>{say(`deliveries-status-${status}`)}</span>
        <span class="quiet">{sayChannel(say, channel)}</span>
      </div>
      <p>{maskPersonal(excerptOf(delivery.reply))}</p>
      <p class="quiet">
        {[
          say("deliveries-written", { at: showInstant(createdAt) }),
          sentAt && say("deliveries-sent", { at: showInstant(sentAt) }),
          attempts > 1 && say("deliveries-attempts", { count: String(attempts) }),
          reason && sayReason(say, reason),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}
