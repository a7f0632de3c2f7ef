import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import type { CaseFile } from "../../../domain/feedback/feedback-store.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import type { StaffVisit } from "../staff-visit.ts";

/** What happened to a case, the latest first; who it was of citizens is not said. */
export function CaseHistory({ file, visit: { say } }: { file: CaseFile; visit: StaffVisit }) {
  return (
    <section>
      <h2>{say("work-button-lichsu")}</h2>
      <ol class="history">
        {file.events.toReversed().map(({ happenedAt, kind, actor, reason }) => (
          <li class={kind === "noted" ? "note" : undefined}>
            <p>
              <strong>{say(`work-event-${kind}`)}</strong>
              {" · "}
              {actor.kind === "staff" ? actor.staff.fullName : say(`work-who-${actor.kind}`)}
            </p>
            {reason && <p class="content">{maskPersonal(reason)}</p>}
            <p class="quiet">
              <time dateTime={happenedAt.toISOString()}>{showInstant(happenedAt)}</time>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
