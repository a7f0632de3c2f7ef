import type { DossierEvent } from "../../../domain/dossiers/dossier.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { StaffVisit } from "../staff-visit.ts";

/** What happened to a dossier, the latest first, with where we know it from. */
export function DossierTimeline({
  history,
  visit: { say, sayIn, language },
}: {
  history: readonly DossierEvent[];
  visit: StaffVisit;
}) {
  return (
    <section>
      <h2>{say("history-heading")}</h2>
      {history.length === 0 && <p class="quiet">{say("staff-dossier-no-history")}</p>}
      <ol class="history">
        {history
          .map((event, at) => ({
            ...event,
            isStep: event.fromStatus !== event.toStatus,
            before: history[at - 1],
          }))
          .toReversed()
          .map(({ happenedAt, toStatus, dueAt, source, isStep, before }) => (
            <li>
              <p>
                <strong>{say(isStep ? `stage-${toStatus}` : "staff-dossier-due-moved")}</strong>
              </p>
              {dueAt && dueAt.getTime() !== before?.dueAt?.getTime() && (
                <p>{say("work-due", { due: showMoment(sayIn, language, dueAt) })}</p>
              )}
              <p class="quiet">
                <time dateTime={happenedAt.toISOString()}>{showInstant(happenedAt)}</time>
                {" · "}
                {say("staff-dossier-source", { source })}
              </p>
            </li>
          ))}
      </ol>
    </section>
  );
}
