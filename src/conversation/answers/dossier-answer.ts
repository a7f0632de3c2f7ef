import type { WorkingCalendars } from "../../domain/deadlines/working-calendar.ts";
import type { Dossier } from "../../domain/dossiers/dossier.ts";
import { settledStatuses } from "../../domain/dossiers/dossier.ts";
import type { PublicDossier } from "../../domain/dossiers/look-up-dossier.ts";
import { dayOf, showDay, showInstant, showTime, type Day } from "../../domain/vietnam-time.ts";
import { showWeekday } from "../../wording/show-weekday.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import { showDue } from "./show-due.ts";

export interface DossierTelling {
  say: Say;
  language: Language;
  now: Date;
  calendars: WorkingCalendars;
}

/** Where a dossier is, what happens next and when it is due, in plain words; nothing that tells who applied. */
export function dossierAnswer(dossier: PublicDossier, telling: DossierTelling): Block[] {
  const { say, language } = telling;
  return [
    paragraph(
      say(language, `status-${dossier.status}`, { code: dossier.code, unit: dossier.unitName }),
      "strong",
    ),
    ...lateness(dossier, telling),
    paragraph(next(dossier, telling)),
    { kind: "facts", facts: facts(dossier, telling) },
    ...(dossier.isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
  ];
}

/** The same with what only the applicant may see: the name and the history. */
export function dossierDetail(dossier: Dossier, telling: DossierTelling): Block[] {
  const { say, language } = telling;
  const applicant = dossier.applicantName
    ? [{ label: say(language, "fact-applicant"), value: dossier.applicantName }]
    : [];
  const history = dossier.history.map((event) =>
    say(language, "history-step", {
      at: showInstant(event.happenedAt),
      step: say(language, `stage-${event.toStatus}`),
    }),
  );
  return [
    ...dossierAnswer(dossier, telling).map((block) =>
      block.kind === "facts" ? { ...block, facts: [...applicant, ...block.facts] } : block,
    ),
    { kind: "heading", text: say(language, "history-heading") },
    { kind: "list", items: history },
  ];
}

function isLate(dossier: PublicDossier, now: Date): boolean {
  return !settledStatuses.includes(dossier.status) && dossier.dueOn !== null && dossier.dueOn < dayOf(now);
}

/** The apology for a dossier that is late, and the new date where one was given (NĐ 61/2018 art. 19.9). */
function lateness(dossier: PublicDossier, { say, language, now }: DossierTelling): Block[] {
  const isOpen = !settledStatuses.includes(dossier.status);
  if (dossier.apology && isOpen)
    return [
      paragraph(
        say(language, "apology-told", {
          reason: dossier.apology.reason,
          day: showDay(dossier.apology.newDueOn),
        }),
        "warning",
      ),
    ];
  if (isLate(dossier, now)) return [paragraph(say(language, "late-apology"), "warning")];
  const earlier = earlierDueOn(dossier);
  const isMoved =
    earlier && dossier.dueOn && earlier < dossier.dueOn && !settledStatuses.includes(dossier.status);
  return isMoved
    ? [
        paragraph(
          say(language, "due-moved", { earlier: showDay(earlier), later: showDay(dossier.dueOn!) }),
          "warning",
        ),
      ]
    : [];
}

/** The due date promised before the present one, if it was ever changed. */
function earlierDueOn(dossier: PublicDossier): Day | undefined {
  const promised = dossier.history.flatMap((event) => (event.dueAt ? [dayOf(event.dueAt)] : []));
  return promised.findLast((on) => on !== dossier.dueOn);
}

function next(dossier: PublicDossier, { say, language }: DossierTelling): string {
  if (dossier.status === "awaiting-fee" && dossier.procedureFee)
    return say(language, "next-awaiting-fee-amount", { fee: dossier.procedureFee });
  return say(language, `next-${dossier.status}`, { unit: dossier.unitName });
}

function facts(dossier: PublicDossier, telling: DossierTelling): { label: string; value: string }[] {
  const { say, language } = telling;
  const rows: [label: string, value: string | undefined | null][] = [
    [say(language, "fact-procedure"), dossier.procedureName],
    [say(language, "fact-unit"), dossier.unitName],
    [say(language, "fact-partner"), dossier.partnerAgency],
    [say(language, "fact-received"), dossier.receivedAt && showInstant(dossier.receivedAt)],
    [say(language, "fact-due"), due(dossier, telling)],
    [say(language, "fact-finished"), dossier.finishedAt && showInstant(dossier.finishedAt)],
    [say(language, "fact-returned"), dossier.returnedAt && showInstant(dossier.returnedAt)],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** `17:00 thứ Hai 10/05/2021 (còn 3 ngày làm việc)`; the count only while someone is still at work on it. */
function due(dossier: PublicDossier, { say, language, now, calendars }: DossierTelling): string | undefined {
  const { dueAt, dueOn } = dossier;
  if (!dueAt || !dueOn)
    return settledStatuses.includes(dossier.status) ? undefined : say(language, "due-none");
  return settledStatuses.includes(dossier.status)
    ? say(language, "due-plain", {
        time: showTime(dueAt),
        weekday: showWeekday(say, language, dueOn),
        day: showDay(dueOn),
      })
    : showDue(dueAt, { say, language, now, calendar: calendars.of() });
}
