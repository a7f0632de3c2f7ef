import type { DigestFacts, DigestItem } from "../../domain/reminders/digest.ts";
import { asksForApology, stepsBelow, type ReminderFacts } from "../../domain/reminders/reminder.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import type { Composer } from "./composer.ts";

const longestTitle = 120;

/** One deadline that comes near, is here, or has passed: to the officer, or up the ladder. */
const reminder: Composer = (facts, { say, language, now }) => {
  const told = facts as unknown as ReminderFacts;
  const { code, title, clock, offset, remindsOf, isDemonstration } = told;
  const dueAt = new Date(remindsOf);
  const due = showMoment(say, language, dueAt);
  const isLate = now > dueAt;
  const lines: Block[] = [
    paragraph(say(language, `reminder-${clock}-${isLate ? "late" : "soon"}`, { code, due }), "strong"),
    paragraph(shortened(title)),
  ];
  if (stepsBelow(offset).length > 0) lines.push(paragraph(say(language, "reminder-escalated"), "muted"));
  if (asksForApology(told)) lines.push(paragraph(say(language, "reminder-apologise")));
  if (isDemonstration) lines.push(paragraph(say(language, "demonstration-mark"), "muted"));
  lines.push({ kind: "buttons", buttons: buttonsOf(told, say, language) });
  return { blocks: lines };
};

function buttonsOf(told: ReminderFacts, say: Say, language: Language): Button[] {
  const { code } = told;
  return [
    { label: say(language, "button-open-work"), say: `/viec xem ${code}` },
    { label: say(language, "button-acknowledge"), say: `/viec roi ${code}` },
    { label: say(language, "button-snooze"), say: `/viec hoan ${code}` },
    ...(asksForApology(told) ? [{ label: say(language, "button-apologise"), say: `/xinloi ${code}` }] : []),
  ];
}

/** What the morning brings, the late first. */
const digest: Composer = (facts, { say, language }) => {
  const { late, today, soon, unassigned, isDemonstration } = facts as unknown as DigestFacts;
  const count = late.total + today.total + soon.total + unassigned.total;
  return {
    blocks: [
      paragraph(
        say(language, "digest-head", {
          count,
          late: late.total,
          today: today.total,
          soon: soon.total,
          unassigned: unassigned.total,
        }),
        late.total > 0 ? "warning" : "strong",
      ),
      ...section("digest-late", late, say, language),
      ...section("digest-today", today, say, language),
      ...section("digest-soon", soon, say, language),
      ...section("digest-unassigned", unassigned, say, language),
      ...(isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
      { kind: "buttons", buttons: [{ label: say(language, "button-open-list"), say: "/viec" }] },
    ],
  };
};

function section(
  heading: "digest-late" | "digest-today" | "digest-soon" | "digest-unassigned",
  { items, total }: { items: readonly DigestItem[]; total: number },
  say: Say,
  language: Language,
): Block[] {
  if (total === 0) return [];
  const lines = items.map(({ code, title, clock, dueAt, officerName }) =>
    say(language, officerName ? "digest-item-of" : "digest-item", {
      code,
      title: shortened(title),
      clock,
      due: showMoment(say, language, new Date(dueAt)),
      officer: officerName ?? "",
    }),
  );
  return [
    { kind: "heading", text: say(language, heading, { shown: items.length, total }) },
    { kind: "list", items: lines },
  ];
}

/** The beginning of what something is about, in one line. */
export function shortened(title: string): string {
  const line = title.replaceAll(/\s+/g, " ").trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1).trimEnd()}…`;
}

/** An alarm to the administrators: what has stopped, and since when. */
const alarm: Composer = (facts, { say, language }) => {
  const {
    alarm: name,
    job,
    year,
    since,
  } = facts as {
    alarm: "job-silent" | "no-digest" | "no-calendar";
    job?: string;
    year?: number;
    since?: string;
  };
  const at = since ? showMoment(say, language, new Date(since)) : "";
  return {
    blocks: [
      paragraph(
        name === "job-silent"
          ? say(language, "alarm-job-silent", { job: job ?? "", since: at })
          : name === "no-digest"
            ? say(language, "alarm-no-digest")
            : say(language, "alarm-no-calendar", { year: String(year ?? "") }),
        "warning",
      ),
    ],
  };
};

export const reminderComposers: Readonly<Record<string, Composer>> = {
  reminder: reminder,
  "reminder-accept": reminder,
  escalation: reminder,
  digest,
  alarm,
};
