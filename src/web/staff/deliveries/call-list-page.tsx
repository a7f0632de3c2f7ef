import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import { callOutcomes, excerptOf, type Untold } from "../../../conversation/delivery/call-list.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { deliveriesPath, DeliveryTabs } from "./delivery-tabs.tsx";
import { sayChannel } from "./say-channel.ts";
import { sayReason } from "./say-reason.ts";

const mostShown = 200;

/** Whom to call, since no channel reaches them: told, or tried once more. */
export function callListPage(untold: readonly Untold[], visit: StaffVisit): StaffPage {
  const { say } = visit;
  return {
    title: say("deliveries-to-call"),
    children: (
      <>
        <DeliveryTabs at="/can-goi" visit={visit} />
        <p class="quiet">{say("deliveries-to-call-note")}</p>
        {untold.length === 0 && <p class="empty">{say("deliveries-to-call-none")}</p>}
        {untold.length > mostShown && (
          <p>{say("deliveries-first-of", { shown: String(mostShown), total: String(untold.length) })}</p>
        )}
        <ul class="rows">
          {untold.slice(0, mostShown).map((one) => (
            <UntoldRow untold={one} visit={visit} />
          ))}
        </ul>
      </>
    ),
  };
}

function UntoldRow({ untold, visit }: { untold: Untold; visit: StaffVisit }) {
  const { say } = visit;
  const { id, person, phone, channel, reason, since, said, calls } = untold;
  const deed = (name: string) => `${deliveriesPath}/can-goi/${id}/${name}`;
  return (
    <li class="row late">
      <div class="row-head">
        <strong>{person}</strong>
        {phone ? (
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>{phone}</a>
        ) : (
          <span class="quiet">{say("deliveries-no-phone")}</span>
        )}
      </div>
      <p>
        {"reply" in said
          ? maskPersonal(excerptOf(said.reply))
          : say("deliveries-notice-of", { kind: said.notice })}
      </p>
      <p class="quiet">
        {[
          channel && sayChannel(say, channel),
          sayReason(say, reason),
          say("deliveries-since", { at: showInstant(since) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {calls.map(({ outcome, calledAt, calledBy }) => (
        <p class="quiet">
          {say(`deliveries-call-${outcome}`, { at: showInstant(calledAt), name: calledBy })}
        </p>
      ))}
      <div class="buttons">
        <PostForm visit={visit} action={deed("da-goi")} className="buttons">
          {callOutcomes.map((outcome) => (
            <button
              class={outcome === "told" ? "button primary" : "button"}
              name="outcome"
              value={outcome}
              aria-label={say("deliveries-called-one", {
                person,
                outcome: say(`deliveries-called-${outcome}`),
              })}
            >
              {say(`deliveries-called-${outcome}`)}
            </button>
          ))}
        </PostForm>
        <PostForm visit={visit} action={deed("gui-lai")}>
          <button class="button" aria-label={say("deliveries-retry-one", { person })}>
            {say("deliveries-retry")}
          </button>
        </PostForm>
      </div>
    </li>
  );
}
