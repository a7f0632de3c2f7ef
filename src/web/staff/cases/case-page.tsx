import { maskPersonal } from "../../../conversation/answers/mask-personal.ts";
import { handles, mayDecideOn } from "../../../domain/feedback/case-access.ts";
import { caseStates } from "../../../domain/feedback/case-states.ts";
import type { FeedbackCase } from "../../../domain/feedback/feedback.ts";
import type { CaseFile } from "../../../domain/feedback/feedback-store.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { showDeadlineSteps, showMoment } from "../../../wording/show-deadline.ts";
import { publicationPath } from "../publications/publication-path.ts";
import { Facts } from "../facts.tsx";
import type { Flash } from "../flash.ts";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { CaseConversation } from "./case-conversation.tsx";
import type { CaseSurroundings } from "./case-desk.ts";
import { CaseFiles } from "./case-files.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CasePresence } from "./case-presence.tsx";
import { CaseRelatives } from "./case-relatives.tsx";
import { DeedForms, type Tried } from "./deed-forms.tsx";
import { mayReadTalk } from "./may-read-talk.ts";
import { hidesAnything, OriginalForm } from "./original-routes.tsx";

export interface CasePageProps {
  file: CaseFile;
  rooms: readonly Room[];
  around: CaseSurroundings;
  /** Names of the others who have it open. */
  others: readonly string[];
  visit: StaffVisit;
  tried?: Tried;
  status?: number;
  flash?: Flash;
}

/** One case: what it is about, what was promised and why, what happened, what may be done now. */
export function casePage({
  file,
  rooms,
  around,
  others,
  visit,
  tried,
  status,
  flash,
}: CasePageProps): StaffPage {
  const { matter } = file;
  const { say, sayIn, language } = visit;
  const talk = mayReadTalk(matter, visit.staff) ? around.conversation : [];
  const isPaused = caseStates[matter.status].answerClock === "paused";
  return {
    title: matter.code,
    scripts: ["case-live.js"],
    ...(status !== undefined && { status }),
    ...(flash && { flash }),
    children: (
      <div class="case">
        <div class="case-told">
          <p class="row-head">
            <span class="mark">{say(`case-stage-${matter.status}`)}</span>
            {isPaused && <span class="mark waiting">{say("work-state-waiting")}</span>}
            {matter.isDemonstration && <span class="quiet">{say("demonstration-mark")}</span>}
          </p>
          <CasePresence matter={matter} others={others} visit={visit} />
          <p class="content">{maskPersonal(matter.content)}</p>
          <Facts facts={factsOf(matter, visit)} />
          {around.files.length > 0 && <CaseFiles code={matter.code} files={around.files} visit={visit} />}
          {matter.promise && (
            <section>
              <h2>{say("staff-promise")}</h2>
              <ol class="steps">
                {showDeadlineSteps(matter.promise.steps, { say: sayIn, language }).map((step) => (
                  <li>{step}</li>
                ))}
              </ol>
              <p class="quiet">{matter.promise.legalBasis}</p>
            </section>
          )}
          {matter.draft && (
            <section>
              <h2>{say(matter.draft.isSubmitted ? "staff-draft-submitted" : "work-fact-draft")}</h2>
              <p class="content">{matter.draft.text}</p>
            </section>
          )}
          {matter.answer && (
            <section>
              <h2>{say("staff-answer")}</h2>
              <p class="content">{matter.answer}</p>
              {mayDecideOn(visit.staff, matter) && (
                <p>
                  <a href={publicationPath(matter.code)}>{say("publication-link")}</a>
                </p>
              )}
            </section>
          )}
          {talk.length > 0 && <CaseConversation entries={talk} visit={visit} />}
          {hidesAnything(file, talk) && (
            <details class="disclosure">
              <summary>{say("original-show")}</summary>
              <OriginalForm code={matter.code} visit={visit} />
            </details>
          )}
          <CaseRelatives around={around} visit={visit} />
          <CaseHistory file={file} visit={visit} />
        </div>
        <section class="case-deeds card" aria-label={say("staff-deeds")}>
          <h2>{say("staff-deeds")}</h2>
          <DeedForms matter={matter} visit={visit} rooms={rooms} templates={around.templates} tried={tried} />
        </section>
      </div>
    ),
  };
}

function factsOf(matter: FeedbackCase, visit: StaffVisit) {
  const { say, sayIn, language } = visit;
  const { place, extension } = matter;
  const moment = (at: Date | null) => at && showMoment(sayIn, language, at);
  const position = place.latitude === undefined ? null : `${place.latitude}, ${place.longitude}`;
  return [
    [say("work-fact-due"), moment(matter.dueAt)],
    [say("work-fact-accept-due"), matter.acceptedAt === null && moment(matter.acceptDueAt)],
    [say("work-fact-received"), moment(matter.receivedAt)],
    [say("work-fact-field"), matter.field],
    [say("work-fact-place"), place.words ? maskPersonal(place.words) : position],
    [say("work-fact-dossier"), matter.dossierCode],
    [say("work-fact-sender"), senderOf(matter, visit)],
    [say("work-fact-unit"), matter.unitName],
    [say("work-fact-officer"), matter.officerName ?? say("work-nobody")],
    [
      say("work-fact-extension"),
      extension &&
        say("work-extension-words", { days: String(extension.workingDays), reason: extension.reason }),
    ],
  ] as const;
}

/** Who sent it, as far as they wished to be known. */
function senderOf(matter: FeedbackCase, { say, staff }: StaffVisit): string {
  if (matter.privacy === "anonymous") return say("work-fact-anonymous");
  if (matter.privacy === "agency" && !handles(staff, matter)) return say("work-fact-sealed");
  return [matter.senderName, matter.senderPhone].filter(Boolean).join(", ");
}
