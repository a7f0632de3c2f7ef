import { settledStatuses, type Dossier } from "../../../domain/dossiers/dossier.ts";
import { outcomeOf } from "../../../domain/deadlines/outcome.ts";
import type { Deadline } from "../../../domain/deadlines/deadline.ts";
import type { DossierWork } from "../../../domain/work/work-store.ts";
import { dayOf, showDay, showInstant } from "../../../domain/vietnam-time.ts";
import { showDeadlineSteps, showMoment } from "../../../wording/show-deadline.ts";
import { Facts } from "../facts.tsx";
import type { Flash } from "../flash.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { ApologyForm, type TriedApology } from "./apology-form.tsx";
import { DossierTimeline } from "./dossier-timeline.tsx";

export interface DossierPageProps {
  dossier: Dossier;
  work: DossierWork;
  /** What the law's term leads to; undefined when there is none. */
  reckoned: Deadline | undefined;
  followers: number;
  visit: StaffVisit;
  tried?: TriedApology;
  status?: number;
  flash?: Flash;
}

/** One dossier: whose, what about, by when and why, what happened, and the apology where it is late. */
export function dossierPage(props: DossierPageProps): StaffPage {
  const { dossier, reckoned, visit, tried, status, flash } = props;
  const { say } = visit;
  const { code, apology } = dossier;
  return {
    title: code,
    ...(status !== undefined && { status }),
    ...(flash && { flash }),
    children: (
      <div class="case">
        <div class="case-told">
          <p class="row-head">
            <span class="mark">{say(`stage-${dossier.status}`)}</span>
            <Lateness dossier={dossier} visit={visit} />
            {dossier.isDemonstration && <span class="quiet">{say("demonstration-mark")}</span>}
          </p>
          <p class="content">{dossier.procedureName}</p>
          <Facts facts={factsOf(props)} />
          <section>
            <h2>{say("staff-dossier-deadline")}</h2>
            <DueWorking dossier={dossier} reckoned={reckoned} visit={visit} />
          </section>
          <DossierTimeline history={dossier.history} visit={visit} />
        </div>
        <section class="case-deeds" aria-labelledby="apology">
          <h2 id="apology">{say("work-button-xinloi")}</h2>
          {apology ? (
            <p>{say("apology-told", { reason: apology.reason, day: showDay(apology.newDueOn) })}</p>
          ) : settledStatuses.includes(dossier.status) || dossier.dueOn === null ? (
            <p class="quiet">{say("apology-not-open", { code })}</p>
          ) : (
            <ApologyForm code={code} visit={visit} tried={tried} />
          )}
        </section>
      </div>
    ),
  };
}

function Lateness({ dossier, visit: { say, now } }: Pick<DossierPageProps, "dossier" | "visit">) {
  const { dueOn, status, finishedAt, returnedAt } = dossier;
  const endedAt = finishedAt ?? returnedAt;
  if (dueOn === null) return null;
  if (settledStatuses.includes(status))
    return endedAt && outcomeOf(dueOn, dayOf(endedAt)) === "late" ? (
      <span class="mark late">{say("staff-dossier-ended-late")}</span>
    ) : null;
  if (status === "awaiting-papers" || status === "awaiting-fee")
    return <span class="mark waiting">{say("work-state-waiting")}</span>;
  return dueOn < dayOf(now) ? <span class="mark late">{say("work-state-late")}</span> : null;
}

/** The promised day, and how the law's term leads to it, or to another one. */
function DueWorking({ dossier, reckoned, visit }: Pick<DossierPageProps, "dossier" | "reckoned" | "visit">) {
  const { say, sayIn, language } = visit;
  const { dueAt, dueOn } = dossier;
  return (
    <>
      <p>{dueAt ? showMoment(sayIn, language, dueAt) : say("due-none")}</p>
      {reckoned ? (
        <>
          <p class="quiet">{say("staff-dossier-by-term")}</p>
          <ol class="steps">
            {showDeadlineSteps(reckoned.steps, { say: sayIn, language }).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          {reckoned.isExpected && <p class="quiet">{say("deadline-expected")}</p>}
          {dueOn && dueOn !== dayOf(reckoned.dueAt) && (
            <p class="fault">
              {say("staff-dossier-term-differs", {
                promised: showDay(dueOn),
                reckoned: showDay(dayOf(reckoned.dueAt)),
              })}
            </p>
          )}
        </>
      ) : (
        <p class="quiet">{say("staff-dossier-no-term")}</p>
      )}
    </>
  );
}

function factsOf({ dossier, work, followers, visit }: DossierPageProps) {
  const { say } = visit;
  const { applicantName, applicantPhone, receivedAt, finishedAt, returnedAt, partnerAgency } = dossier;
  return [
    [say("fact-applicant"), applicantName],
    [
      say("staff-dossier-phone"),
      applicantPhone && <a href={`tel:${applicantPhone.replaceAll(/[^+\d]/g, "")}`}>{applicantPhone}</a>,
    ],
    [say("staff-dossier-mode"), say(`report-mode-${dossier.submissionMode}`)],
    [say("fact-received"), receivedAt && showInstant(receivedAt)],
    [say("fact-finished"), finishedAt && showInstant(finishedAt)],
    [say("fact-returned"), returnedAt && showInstant(returnedAt)],
    [say("fact-partner"), partnerAgency],
    [say("work-fact-unit"), work.unitName],
    [say("work-fact-officer"), work.officerName ?? say("work-nobody")],
    [say("staff-dossier-followers"), say("staff-dossier-followers-count", { count: followers })],
  ] as const;
}
