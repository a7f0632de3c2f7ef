import { feedbackKinds, urgencies } from "../../../domain/feedback/feedback.ts";
import type { FeedbackPolicy } from "../../../domain/feedback/policy.ts";
import type { NewPolicy } from "../../../domain/feedback/policy-desk.ts";
import {
  readCount,
  readLadder,
  readOffsets,
  readTerm,
  writeLadder,
  writeOffsets,
  writeTerm,
} from "../../../domain/feedback/policy-words.ts";
import { defaultReminders, rungs } from "../../../domain/reminders/reminder.ts";
import { instantOn } from "../../../domain/vietnam-time.ts";
import { readWrittenDay } from "../calendar/read-days.ts";
import type { FormFields } from "../form-fields.ts";

/** The fields of the form, in its order; those whose names end in `Unit` stand beside the one before them. */
export const policyFields = [
  "urgency",
  "field",
  "kind",
  "accept",
  "acceptUnit",
  "answer",
  "answerUnit",
  "approval",
  "extensions",
  "pauses",
  "pauseDays",
  "half",
  "beforeDays",
  "beforeHours",
  "atDue",
  "head",
  "headUnit",
  "leader",
  "leaderUnit",
  "office",
  "officeUnit",
  "basis",
  "from",
] as const;
export type PolicyField = (typeof policyFields)[number];

/** A policy as it was written into its form. */
export type WrittenPolicy = Readonly<Record<PolicyField, string>>;

export function readWrittenPolicy(fields: FormFields): WrittenPolicy {
  return Object.fromEntries(policyFields.map((name) => [name, fields.text(name)])) as WrittenPolicy;
}

/** A version as its form shows it; without one, what is usual. */
export function writtenPolicy(policy: FeedbackPolicy | undefined, from: string): WrittenPolicy {
  const { offsets, ladder } = { ...defaultReminders, ...policy?.reminders };
  const told = writeOffsets(offsets).split(",");
  const spans = (unit: string) =>
    told
      .flatMap((word) => (/^\d+[dh]$/.test(word) && word.endsWith(unit) ? [word.slice(0, -1)] : []))
      .join(", ");
  const steps = new Map(
    writeLadder(ladder)
      .split(",")
      .map((step) => step.split("=") as [string, string]),
  );
  const accept = policy ? writeTerm(policy.acceptTerm) : "8h";
  const answer = policy ? writeTerm(policy.answerTerm) : "5d";
  return {
    field: policy?.field ?? "",
    kind: policy?.kind ?? "",
    urgency: policy?.urgency ?? "normal",
    ...apart("accept", accept),
    ...apart("answer", answer),
    approval: policy?.needsApproval ? "1" : "0",
    extensions: String(policy?.maxExtensions ?? 1),
    pauses: String(policy?.maxPauses ?? 2),
    pauseDays: String(policy?.maxPauseWorkingDays ?? 5),
    half: told.includes("half") ? "1" : "0",
    beforeDays: spans("d"),
    beforeHours: spans("h"),
    atDue: told.includes("due") ? "1" : "0",
    ...apart("head", steps.get("head") ?? "h"),
    ...apart("leader", steps.get("leader") ?? "d"),
    ...apart("office", steps.get("office") ?? "d"),
    basis: policy?.legalBasis ?? "",
    from,
  };
}

/** `5d` → an amount and its unit. */
function apart<Name extends "accept" | "answer" | "head" | "leader" | "office">(name: Name, text: string) {
  const [, amount = "", unit = ""] = /^([\d.]*)([a-z]+)$/.exec(text) ?? [];
  return { [name]: amount, [`${name}Unit`]: unit } as Record<Name | `${Name}Unit`, string>;
}

/** The policy that was written, or which fields cannot be read. */
export function readPolicy(written: WrittenPolicy): NewPolicy | { faults: ReadonlySet<PolicyField> } {
  const term = (name: "accept" | "answer") =>
    readTerm(written[name].replace(",", ".") + written[`${name}Unit`]);
  const days = offsetsOf(written.beforeDays, "d");
  const hours = offsetsOf(written.beforeHours, "h");
  const read = {
    accept: term("accept"),
    answer: term("answer"),
    extensions: readCount(written.extensions),
    pauses: readCount(written.pauses),
    pauseDays: readCount(written.pauseDays),
    beforeDays: days === "" ? [] : readOffsets(days),
    beforeHours: hours === "" ? [] : readOffsets(hours),
    head: stepOf("head", written),
    leader: stepOf("leader", written),
    office: stepOf("office", written),
    basis: written.basis || undefined,
    from: readWrittenDay(written.from),
    urgency: urgencies.find((urgency) => urgency === written.urgency),
  };
  const faults = new Set(
    policyFields.filter((name) => name in read && read[name as keyof typeof read] === undefined),
  );
  if (faults.size > 0) return { faults };
  const offsets = [written.half === "1" && "half", days, hours, written.atDue === "1" && "due"].filter(
    Boolean,
  );
  return {
    field: written.field || null,
    kind: feedbackKinds.find((kind) => kind === written.kind) ?? null,
    urgency: read.urgency!,
    validFrom: instantOn(read.from!),
    acceptTerm: read.accept!,
    answerTerm: read.answer!,
    needsApproval: written.approval === "1",
    maxExtensions: read.extensions!,
    maxPauses: read.pauses!,
    maxPauseWorkingDays: read.pauseDays!,
    reminders: {
      offsets: readOffsets(offsets.join(",")) ?? [],
      ladder: rungs.flatMap((rung) => read[rung]!),
    },
    legalBasis: read.basis!,
  };
}

/** `1, 3` → `3d,1d`: the earliest reminder first. */
function offsetsOf(text: string, unit: "d" | "h"): string {
  return text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .toSorted((one, other) => Number(other) - Number(one))
    .map((amount) => amount + unit)
    .join(",");
}

/** One step of the ladder; none when nothing is written, undefined when it cannot be read. */
function stepOf(rung: (typeof rungs)[number], written: WrittenPolicy) {
  return written[rung] === "" ? [] : readLadder(`${rung}=${written[rung]}${written[`${rung}Unit`]}`);
}
