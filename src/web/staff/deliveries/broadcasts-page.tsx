import type { Audience, BroadcastProgress } from "../../../conversation/broadcasts/broadcast-board.ts";
import { excerpt } from "../../../conversation/answers/excerpt.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { addDays, dayOf, showDay, showInstant } from "../../../domain/vietnam-time.ts";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { audienceKinds, type BroadcastAsked, type Faults } from "./broadcast-asked.ts";
import { deliveriesPath, DeliveryTabs } from "./delivery-tabs.tsx";

interface Props {
  broadcasts: readonly BroadcastProgress[];
  rooms: readonly Room[];
  asked: BroadcastAsked;
  faults?: Faults;
}

/** Messages to very many: a new one, and how far the others are. */
export function broadcastsPage(
  { broadcasts, rooms, asked, faults = {} }: Props,
  visit: StaffVisit,
): StaffPage {
  const { say } = visit;
  const fault = (name: keyof BroadcastAsked) => {
    const key = faults[name];
    return key && say(key);
  };
  const hasFaults = Object.keys(faults).length > 0;
  return {
    title: say("deliveries-broadcasts"),
    ...(hasFaults && { status: 422 }),
    children: (
      <>
        <DeliveryTabs at="/hang-loat" visit={visit} />
        <details class="disclosure" open={hasFaults || asked.text !== "" || broadcasts.length === 0}>
          <summary>{say("broadcasts-new")}</summary>
          <PostForm visit={visit} action={`${deliveriesPath}/hang-loat/xem-truoc`} className="form">
            <Field
              name="kind"
              label={say("broadcasts-to")}
              value={asked.kind}
              fault={fault("kind")}
              choices={audienceKinds.map((kind) => [kind, say(`broadcasts-to-${kind}`)] as const)}
            />
            <Field
              name="unit"
              label={say("broadcasts-unit")}
              value={asked.unit}
              fault={fault("unit")}
              choices={rooms.map(({ code, name }) => [code, name] as const)}
            />
            <Field
              name="dossier"
              label={say("broadcasts-dossier")}
              value={asked.dossier}
              fault={fault("dossier")}
            />
            <Field
              name="text"
              label={say("broadcasts-text")}
              kind="long"
              value={asked.text}
              fault={fault("text")}
            />
            <Field
              name="lastOn"
              label={say("broadcasts-last-on")}
              kind="date"
              value={asked.lastOn}
              fault={fault("lastOn")}
            />
            <div class="buttons">
              <button class="button primary">{say("broadcasts-preview")}</button>
            </div>
          </PostForm>
        </details>
        {broadcasts.length === 0 && <p class="empty">{say("broadcasts-none")}</p>}
        <ul class="rows">
          {broadcasts.map((one) => (
            <BroadcastRow broadcast={one} rooms={rooms} visit={visit} />
          ))}
        </ul>
      </>
    ),
  };
}

const deedsOf = {
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  cancelled: [],
  finished: [],
} as const;

function BroadcastRow({
  broadcast,
  rooms,
  visit,
}: {
  broadcast: BroadcastProgress;
  rooms: readonly Room[];
  visit: StaffVisit;
}) {
  const { say } = visit;
  const { id, status, audience, text, total, sent, undeliverable, expired, createdAt, expiresAt, startedBy } =
    broadcast;
  const settled = sent + undeliverable + expired;
  const name = say("broadcasts-number", { id: String(id) });
  return (
    <li class="row">
      <div class="row-head">
        <strong>{name}</strong>
        <span class={status === "paused" ? "mark today" : "mark"}>{say(`broadcasts-status-${status}`)}</span>
        <span>{sayAudience(audience, rooms, visit)}</span>
      </div>
      <p>{excerpt(text, 160)}</p>
      <progress
        class="how-far"
        max={Math.max(total, 1)}
        value={settled}
        aria-label={say("broadcasts-how-far", { name })}
      />
      <p>
        {say("broadcasts-counts", {
          total: String(total),
          sent: String(sent),
          undeliverable: String(undeliverable),
          expired: String(expired),
        })}
      </p>
      <p class="quiet">
        {[
          startedBy
            ? say("broadcasts-begun-by", { at: showInstant(createdAt), by: startedBy })
            : say("broadcasts-begun", { at: showInstant(createdAt) }),
          expiresAt && say("broadcasts-until", { day: showDay(addDays(dayOf(expiresAt), -1)) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {deedsOf[status].length > 0 && (
        <div class="buttons">
          {deedsOf[status].map((deed) => (
            <PostForm visit={visit} action={`${deliveriesPath}/hang-loat/${id}/${deed}`}>
              <button class="button" aria-label={`${say(`broadcasts-${deed}`)}: ${name}`}>
                {say(`broadcasts-${deed}`)}
              </button>
            </PostForm>
          ))}
        </div>
      )}
    </li>
  );
}

/** Whom it is for, in words. */
export function sayAudience(audience: Audience, rooms: readonly Room[], { say }: StaffVisit): string {
  switch (audience.kind) {
    case "staff":
      return say("broadcasts-to-staff");
    case "unit":
      return say("broadcasts-to-unit-named", {
        unit: rooms.find(({ code }) => code === audience.unitCode)?.name ?? audience.unitCode,
      });
    case "followers":
      return audience.dossierCode === undefined
        ? say("broadcasts-to-followers")
        : say("broadcasts-to-dossier-named", { code: audience.dossierCode });
  }
}
