import { handles } from "../../domain/feedback/case-access.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import { caseStates } from "../../domain/feedback/case-states.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showDeadlineSteps, showMoment } from "../../wording/show-deadline.ts";
import type { Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import { maskPersonal } from "./mask-personal.ts";
import { workButtons, type WorkTelling as Telling } from "./work-deeds.ts";

/** A case as those who work on it see it, with what they may do to it now. */
export function workCase(matter: FeedbackCase, attachments: number, telling: Telling): Block[] {
  const { say, language } = telling;
  const isPaused = caseStates[matter.status].answerClock === "paused";
  return [
    paragraph(
      say(language, "work-item", { code: matter.code, state: say(language, `case-stage-${matter.status}`) }),
      "strong",
    ),
    ...(isPaused ? [paragraph(say(language, "work-paused"), "warning")] : []),
    { kind: "facts", facts: facts(matter, attachments, telling) },
    ...(matter.promise
      ? [{ kind: "list" as const, items: showDeadlineSteps(matter.promise.steps, telling) }]
      : []),
    ...(matter.isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
    { kind: "buttons", buttons: workButtons(matter, telling) },
  ];
}

function facts(matter: FeedbackCase, attachments: number, telling: Telling) {
  const { say, language } = telling;
  const all: [label: Parameters<Say>[1] & `work-fact-${string}`, value: string | null | undefined][] = [
    ["work-fact-content", maskPersonal(matter.content)],
    ["work-fact-field", matter.field],
    ["work-fact-place", matter.place.words ? maskPersonal(matter.place.words) : position(matter)],
    ["work-fact-dossier", matter.dossierCode],
    ["work-fact-attachments", attachments > 0 ? String(attachments) : null],
    ["work-fact-sender", sender(matter, telling)],
    ["work-fact-unit", matter.unitName],
    ["work-fact-officer", matter.officerName ?? say(language, "work-nobody")],
    ["work-fact-received", showMoment(say, language, matter.receivedAt)],
    [
      "work-fact-accept-due",
      matter.acceptedAt === null && matter.acceptDueAt && showMoment(say, language, matter.acceptDueAt),
    ],
    ["work-fact-due", matter.dueAt && showMoment(say, language, matter.dueAt)],
    ["work-fact-basis", matter.promise?.legalBasis],
    [
      "work-fact-extension",
      matter.extension &&
        say(language, "work-extension-words", {
          days: String(matter.extension.workingDays),
          reason: matter.extension.reason,
        }),
    ],
    ["work-fact-draft", matter.draft?.text],
  ].flatMap((entry) => (entry[1] ? [entry as never] : []));
  return all.map(([label, value]) => ({ label: say(language, label), value: value! }));
}

function position({ place }: FeedbackCase): string | null {
  return place.latitude === undefined ? null : `${place.latitude}, ${place.longitude}`;
}

/** Who sent it, as far as they wished to be known. */
function sender(matter: FeedbackCase, { say, language, staff }: Telling): string | null {
  if (matter.privacy === "anonymous") return say(language, "work-fact-anonymous");
  if (matter.privacy === "agency" && !handles(staff, matter)) return say(language, "work-fact-sealed");
  return [matter.senderName, matter.senderPhone].filter(Boolean).join(", ") || null;
}

/** What happened to a case, in order. */
export function workHistory({ matter, events }: CaseFile, { say, language }: Telling): Block[] {
  const lines = events.map(({ happenedAt, kind, actor, reason }) => {
    const told = {
      at: showInstant(happenedAt),
      what: say(language, `work-event-${kind}`),
      who: actor.kind === "staff" ? actor.staff.fullName : say(language, `work-who-${actor.kind}`),
    };
    return reason
      ? say(language, "work-history-reason", { ...told, reason: maskPersonal(reason) })
      : say(language, "work-history-line", told);
  });
  return [
    paragraph(
      say(language, "work-item", { code: matter.code, state: say(language, `case-stage-${matter.status}`) }),
      "strong",
    ),
    { kind: "list", items: lines },
    {
      kind: "buttons",
      buttons: [{ label: say(language, "work-button-xem"), say: `/viec xem ${matter.code}` }],
    },
  ];
}
