import type { Term } from "../deadlines/term.ts";
import {
  atDue,
  dayBefore,
  rungs,
  type LadderStep,
  type ReminderOffset,
  type WorkingSpan,
} from "../reminders/reminder.ts";

// The short words in which policies are written down, on the command line and on the staff's pages alike.

const termUnits = { h: "working-hours", d: "working-days", cd: "calendar-days" } as const;

/** `8h` (working hours), `5d` (working days), `15cd` (calendar days); undefined when it is none of these. */
export function readTerm(text: string): Term | undefined {
  const [, amount, unit] = /^(\d{1,3}(?:\.5)?)(h|d|cd)$/.exec(text) ?? [];
  if (!amount || Number(amount) <= 0 || (unit !== "h" && amount.includes("."))) return undefined;
  return { kind: termUnits[unit as "h"], amount: Number(amount) };
}

export function writeTerm({ kind, amount }: Term): string {
  return `${amount}${kind === "working-hours" ? "h" : kind === "working-days" ? "d" : "cd"}`;
}

/** `half,1d,2h,due`, in the order of their urgency: what collapses into one reminder is the later of them. */
export function readOffsets(text: string): ReminderOffset[] | undefined {
  const offsets = text.split(",").map((word): ReminderOffset | undefined => {
    const trimmed = word.trim();
    if (trimmed === "half") return { name: "half", of: "time-left" };
    if (trimmed === "due") return atDue;
    const span = readSpan(trimmed);
    if (!span) return undefined;
    return "workingDays" in span && span.workingDays === dayBefore.workingDays
      ? dayBefore
      : { name: `${trimmed}-before`, ...span };
  });
  return offsets.every((offset) => offset !== undefined) ? offsets : undefined;
}

export function writeOffsets(offsets: readonly ReminderOffset[]): string {
  return offsets
    .map((offset) => {
      if ("of" in offset) return "half";
      return offset.name === atDue.name ? "due" : writeSpan(offset);
    })
    .join(",");
}

/** `head=4h,leader=1d,office=3d`: who hears, and how long after the deadline. */
export function readLadder(text: string): LadderStep[] | undefined {
  const steps = text.split(",").map((word): LadderStep | undefined => {
    const [name, amount = ""] = word.trim().split("=");
    const rung = rungs.find((known) => known === name);
    const span = readSpan(amount);
    return rung && span && { rung, ...span };
  });
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

export function writeLadder(ladder: readonly LadderStep[]): string {
  return ladder.map((step) => `${step.rung}=${writeSpan(step)}`).join(",");
}

function readSpan(text: string): WorkingSpan | undefined {
  const [, amount, unit] = /^(\d{1,2})([hd])$/.exec(text) ?? [];
  if (!amount) return undefined;
  return unit === "d" ? { workingDays: Number(amount) } : { workingHours: Number(amount) };
}

function writeSpan(span: WorkingSpan): string {
  return "workingDays" in span ? `${span.workingDays}d` : `${span.workingHours}h`;
}

/** A whole number from 0 to 99. */
export function readCount(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
