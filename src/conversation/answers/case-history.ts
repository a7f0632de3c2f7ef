import type { CaseEvent } from "../../domain/feedback/feedback.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";

interface Telling {
  say: Say;
  language: Language;
}

/** What happened to a case in the words of the person who sent it: no officer's name, nothing of the work in between. */
export function caseHistory({ matter, events }: CaseFile, { say, language }: Telling): Block[] {
  const { code } = matter;
  const items = events
    .filter((event, at) => event.kind !== "rated" || events[at + 1]?.kind !== "rated")
    .flatMap((event) => {
      const what = tell(event, { say, language });
      return what ? [say(language, "case-event", { at: showInstant(event.happenedAt), what })] : [];
    });
  return [
    { kind: "heading", text: say(language, "case-history-heading", { code }) },
    { kind: "list", items },
    ...(matter.isDemonstration ? [paragraph(say(language, "case-demonstration"), "muted")] : []),
    { kind: "buttons", buttons: [{ label: say(language, "case-button-show"), say: `/traphananh ${code}` }] },
  ];
}

function tell({ kind, reason, detail }: CaseEvent, { say, language }: Telling): string | undefined {
  const words = reason ?? "";
  switch (kind) {
    case "filed":
    case "imported":
    case "joined":
    case "assigned":
    case "accepted":
    case "wrong-unit":
    case "resumed":
    case "withdrawn":
    case "closed":
      return say(language, `case-event-${kind}`);
    case "citizen-asked":
    case "refused":
    case "reopening-requested":
    case "reopened":
    case "reopening-denied":
      return say(language, `case-event-${kind}`, { words });
    case "agency-asked":
      return say(language, "case-event-agency-asked", { agency: String(detail.agency) });
    case "forwarded":
      return say(language, "case-event-forwarded", { agency: String(detail.agency), words });
    case "information-added":
      return words
        ? say(language, "case-event-information-added", { words })
        : say(language, "case-event-information-attached");
    case "extension-granted":
      return say(language, "case-event-extension-granted", { days: String(detail.workingDays), words });
    case "answered":
      return typeof detail.text === "string"
        ? say(language, "case-event-answered", { words: detail.text })
        : say(language, "case-event-answered-elsewhere");
    case "rated":
      return say(
        language,
        detail.isSatisfied ? "case-event-rated-satisfied" : "case-event-rated-dissatisfied",
      );
    case "deadline-moved":
      return deadlineMoved(detail, { say, language });
    case "classified":
    case "extension-requested":
    case "extension-denied":
    case "drafted":
    case "submitted":
    case "returned":
    case "noted":
    case "guided-elsewhere":
      return undefined;
  }
}

function deadlineMoved({ from, to }: CaseEvent["detail"], { say, language }: Telling): string | undefined {
  const [before, after] = [momentOf(from), momentOf(to)];
  if (!after) return undefined;
  const moment = (at: Date) => showMoment(say, language, at);
  return before
    ? say(language, "case-event-deadline-moved", { from: moment(before), to: moment(after) })
    : say(language, "case-event-deadline-set", { to: moment(after) });
}

/** Promises stand in the detail as they were stored. */
function momentOf(promise: unknown): Date | undefined {
  const dueAt = (promise as { dueAt?: string } | null)?.dueAt;
  return dueAt === undefined ? undefined : new Date(dueAt);
}
