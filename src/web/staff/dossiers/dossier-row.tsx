import { settledStatuses } from "../../../domain/dossiers/dossier.ts";
import type { RegisteredDossier } from "../../../domain/dossiers/dossier-register.ts";
import { outcomeOf } from "../../../domain/deadlines/outcome.ts";
import { showDay } from "../../../domain/vietnam-time.ts";
import { showMoment } from "../../../wording/show-deadline.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { registerPath } from "./register-asked.ts";

interface DossierRowProps {
  dossier: RegisteredDossier;
  days: { today: string; until: string };
  visit: StaffVisit;
}

/** One dossier in a list: whose, what about, how it stands. */
export function DossierRow({ dossier, days, visit: { say, sayIn, language } }: DossierRowProps) {
  const { code, applicantName, procedureName, status, dueAt, resolvedOn, unitName, officerName } = dossier;
  const urgency = urgencyOf(dossier, days);
  return (
    <li class={`row ${urgency ?? ""}`}>
      <div class="row-head">
        <a href={`${registerPath}/${encodeURIComponent(code)}`}>{code}</a>
        {urgency && <span class={`mark ${urgency}`}>{say(`work-state-${urgency}`)}</span>}
        <span class="mark">{say(`stage-${status}`)}</span>
        {resolvedOn && outcomeOf(dossier.dueOn, resolvedOn) === "late" && (
          <span class="mark late">{say("staff-dossier-ended-late")}</span>
        )}
        {dossier.isDemonstration && <span class="quiet">{say("demonstration-mark")}</span>}
      </div>
      {applicantName && <p>{applicantName}</p>}
      <p>{procedureName}</p>
      <p class="quiet">
        {[
          dueAt && say("work-due", { due: showMoment(sayIn, language, dueAt) }),
          resolvedOn && say("staff-dossier-ended-on", { day: showDay(resolvedOn) }),
          unitName,
          officerName ?? (settledStatuses.includes(status) ? null : say("work-nobody")),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </li>
  );
}

/** How an open dossier stands on a day; undefined for one that is over, not begun, or not due soon. */
function urgencyOf(
  { status, dueOn }: RegisteredDossier,
  { today, until }: DossierRowProps["days"],
): "late" | "today" | "soon" | "waiting" | undefined {
  if (settledStatuses.includes(status) || status === "registered") return undefined;
  if (status === "awaiting-papers" || status === "awaiting-fee") return "waiting";
  if (dueOn === null || dueOn > until) return undefined;
  if (dueOn > today) return "soon";
  return dueOn === today ? "today" : "late";
}
