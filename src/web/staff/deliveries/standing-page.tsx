import type { AccessHealth } from "../../../conversation/delivery/access-health.ts";
import type { ChannelStanding, PlatformQuota } from "../../../conversation/delivery/delivery-board.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { Facts } from "../facts.tsx";
import { queueBoardPath } from "../queue-board-route.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { DeliveryTabs } from "./delivery-tabs.tsx";
import { sayChannel } from "./say-channel.ts";

interface Standing {
  access: readonly AccessHealth[];
  channels: readonly ChannelStanding[];
  quotas: readonly PlatformQuota[];
  /** How many are to be called. */
  untold: number;
}

/** How delivery stands: the platforms' word, each channel, what is left of quotas. */
export function standingPage({ access, channels, quotas, untold }: Standing, visit: StaffVisit): StaffPage {
  const { say } = visit;
  const waiting = channels.reduce((sum, one) => sum + one.waiting, 0);
  const sent = channels.reduce((sum, one) => sum + one.sent, 0);
  return {
    title: say("staff-deliveries"),
    children: (
      <>
        <DeliveryTabs at="" visit={visit} />
        <dl class="counts">
          <Count name={say("deliveries-waiting")} value={waiting} />
          <Count name={say("deliveries-sent-day")} value={sent} />
          <Count name={say("deliveries-to-call")} value={untold} isWrong={untold > 0} />
        </dl>
        <h2>{say("deliveries-access")}</h2>
        {access.length === 0 && <p class="empty">{say("deliveries-access-none")}</p>}
        <ul class="rows">
          {access.map((one) => (
            <AccessRow health={one} visit={visit} />
          ))}
        </ul>
        <h2>{say("deliveries-channels")}</h2>
        {channels.length === 0 && <p class="empty">{say("deliveries-channels-none")}</p>}
        <ul class="rows">
          {channels.map((one) => (
            <ChannelRow standing={one} quotas={one.channel === "zalo" ? quotas : []} visit={visit} />
          ))}
        </ul>
        <p>
          <a class="button" href={queueBoardPath}>
            {say("staff-queues")}
          </a>
        </p>
      </>
    ),
  };
}

function Count({ name, value, isWrong = false }: { name: string; value: number; isWrong?: boolean }) {
  return (
    <div class={isWrong ? "late" : undefined}>
      <dt>{name}</dt>
      <dd>{value.toLocaleString("vi-VN")}</dd>
    </div>
  );
}

function AccessRow({ health, visit }: { health: AccessHealth; visit: StaffVisit }) {
  const { say } = visit;
  const tone = { ok: "soon", lapsing: "today", failing: "late" }[health.kind];
  return (
    <li class={`row ${tone}`}>
      <div class="row-head">
        <strong>{sayChannel(say, health.channel)}</strong>
        <span class={`mark ${tone}`}>{say(`deliveries-access-${health.kind}`)}</span>
      </div>
      {health.kind === "ok" && (
        <p>
          {[
            health.account,
            health.lapsesAt && say("deliveries-access-until", { at: showInstant(health.lapsesAt) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {health.kind === "lapsing" && (
        <p>{say("deliveries-access-stops", { at: showInstant(health.lapsesAt) })}</p>
      )}
      {health.kind === "failing" && <p>{say("deliveries-access-remedy", { reason: health.reason })}</p>}
    </li>
  );
}

function ChannelRow(props: {
  standing: ChannelStanding;
  quotas: readonly PlatformQuota[];
  visit: StaffVisit;
}) {
  const { standing, quotas, visit } = props;
  const { say, now } = visit;
  const isStuck = standing.oldestDueAt !== null && now.getTime() - standing.oldestDueAt.getTime() > 300_000;
  return (
    <li class={isStuck ? "row late" : "row"}>
      <div class="row-head">
        <strong>{sayChannel(say, standing.channel)}</strong>
        {isStuck && <span class="mark late">{say("deliveries-stuck")}</span>}
      </div>
      <Facts
        facts={[
          [say("deliveries-people"), standing.people.toLocaleString("vi-VN")],
          [say("deliveries-unreachable"), standing.unreachable.toLocaleString("vi-VN")],
          [say("deliveries-waiting"), standing.waiting.toLocaleString("vi-VN")],
          [say("deliveries-oldest"), standing.oldestDueAt && showInstant(standing.oldestDueAt)],
          [say("deliveries-sent-day"), standing.sent.toLocaleString("vi-VN")],
          [say("deliveries-undeliverable-day"), standing.undeliverable.toLocaleString("vi-VN")],
          ...quotas.map(
            ({ kind, remaining, total, toldAt }) =>
              [
                say("deliveries-quota", { kind }),
                say("deliveries-quota-left", {
                  left: remaining.toLocaleString("vi-VN"),
                  total: total === null ? "?" : total.toLocaleString("vi-VN"),
                  at: showInstant(toldAt),
                }),
              ] as const,
          ),
        ]}
      />
    </li>
  );
}
