import type { Reached } from "../../../conversation/delivery/delivery-board.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { deliveriesPath } from "./delivery-tabs.tsx";
import { sayChannel } from "./say-channel.ts";
import { sayReason } from "./say-reason.ts";

/** One person on one channel: whether they can be reached there, and why not. */
export function ReachedRow({
  reached,
  visit,
  isLinked = false,
}: {
  reached: Reached;
  visit: StaffVisit;
  isLinked?: boolean;
}) {
  const { say } = visit;
  const { person, fullName, unitName, channel, conversationId } = reached;
  const isReached = channel !== null && reached.unreachableSince === null;
  const name = fullName ?? say("deliveries-citizen");
  return (
    <li class={isReached ? "row soon" : "row late"}>
      <div class="row-head">
        {isLinked ? (
          <a href={`${deliveriesPath}/nguoi/${encodeURIComponent(person)}`}>{name}</a>
        ) : (
          <strong>{channel === null ? name : sayChannel(say, channel)}</strong>
        )}
        <span class={isReached ? "mark soon" : "mark late"}>
          {say(isReached ? "deliveries-reachable" : "deliveries-not-reachable")}
        </span>
        {reached.waiting > 0 && (
          <span class="mark">{say("deliveries-waiting-count", { count: String(reached.waiting) })}</span>
        )}
      </div>
      <p class="quiet">
        {[unitName, channel && `${sayChannel(say, channel)} ${conversationId ?? ""}`]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>{stateOf(reached, visit)}</p>
    </li>
  );
}

function stateOf(reached: Reached, { say, now }: StaffVisit): string {
  const { channel, unreachableSince, unreachableReason, heardAt, sentAt, window } = reached;
  if (channel === null) return say("deliveries-why-unlinked");
  const isOpen = window !== null && window.closesAt > now;
  return [
    unreachableSince && say("deliveries-since", { at: showInstant(unreachableSince) }),
    unreachableReason && sayReason(say, unreachableReason),
    heardAt && say("deliveries-heard", { at: showInstant(heardAt) }),
    sentAt && say("deliveries-sent", { at: showInstant(sentAt) }),
    window &&
      (isOpen
        ? say("deliveries-window-open", {
            until: showInstant(window.closesAt),
            free: String(window.freeReplies),
          })
        : say("deliveries-window-closed", { at: showInstant(window.closesAt) })),
  ]
    .filter(Boolean)
    .join(" · ");
}
