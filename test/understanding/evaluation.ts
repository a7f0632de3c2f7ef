import { readFileSync } from "node:fs";
import { createUnderstand } from "../../src/conversation/understanding/create-understand.ts";
import type {
  Entities,
  Intent,
  Understanding,
  UnderstandingContext,
} from "../../src/conversation/understanding/understanding.ts";
import type { Period } from "../../src/domain/statistics/period.ts";
import { gazetteer } from "./gazetteer.ts";

export const sets = ["tune", "unseen", "fresh", "newcomer", "newcomer-later", "figures"] as const;
export type SetName = (typeof sets)[number];

/** One labelled message. Entities as text: a period as `quarter:2021-1`, a range as `range:2021-02-01..2021-02-15`. */
export interface Utterance {
  set: SetName;
  role: UnderstandingContext["role"];
  text: string;
  intent: Intent;
  entities: Record<string, string>;
}

/** All labels were written for this moment: Monday, 23 November 2026, 10:00 in Vietnam. */
export const labelledAt = new Date("2026-11-23T03:00:00Z");

const understand = createUnderstand(gazetteer);

/** Reads `<set>.tsv`: set, role, text, intent, entities as JSON. Throws on a line that lacks a column. */
export function readUtterances(set: SetName): Utterance[] {
  const lines = readFileSync(new URL(`${set}.tsv`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return lines.map((line, index) => {
    const [name, role, text, intent, entities] = line.split("\t");
    if (name !== set || text === undefined || intent === undefined)
      throw new Error(`${set}.tsv line ${index + 2}: ${line}`);
    return {
      set,
      role: role as Utterance["role"],
      text,
      intent: intent as Intent,
      entities: entities ? JSON.parse(entities) : {},
    };
  });
}

function readAt(text: string, role: UnderstandingContext["role"]): Understanding {
  return understand(text, { now: labelledAt, role, periodBasis: "reporting" });
}

/** Entities in the labels' form. */
export function labelOf({ period, ...rest }: Entities): Record<string, string> {
  const plain = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value)]));
  return period ? { ...plain, period: labelOfPeriod(period) } : plain;
}

function labelOfPeriod({ kind, basis, from, to, year, number }: Period): string {
  switch (kind) {
    case "day":
    case "week":
      return `${kind}:${from}`;
    case "to-date":
      return `${kind}:${to}`;
    case "range":
      return `${kind}:${from}..${to}`;
    default:
      return `${kind}:${year}${number === undefined ? "" : `-${number}`}${basis === "calendar" ? ":calendar" : ""}`;
  }
}

/** One message as it was read, beside its label. */
export interface Verdict {
  utterance: Utterance;
  /** The text that was read: the label's, or a form of it. */
  text: string;
  read: Understanding;
  isIntentRight: boolean;
  areEntitiesExact: boolean;
}

export function judge(utterance: Utterance, text = utterance.text): Verdict {
  const read = readAt(text, utterance.role);
  return {
    utterance,
    text,
    read,
    isIntentRight: read.intent === utterance.intent,
    areEntitiesExact: isSame(labelOf(read.entities), utterance.entities),
  };
}

function isSame(a: Record<string, string>, b: Record<string, string>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => fold(a[key]!) === fold(b[key] ?? ""));
}

/** Words quoted from a message lose their accents when the message does. */
function fold(text: string): string {
  return stripAccents(text).toLowerCase();
}

export function stripAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").normalize("NFC");
}

export interface Score {
  count: number;
  /** 0–1 each. */
  intents: number;
  entities: number;
  /** Of the messages that are none of our business, how many were taken for an intent. */
  falselyAccepted: number;
}

export function score(verdicts: readonly Verdict[]): Score {
  const share = (of: readonly Verdict[], test: (verdict: Verdict) => boolean): number =>
    of.length === 0 ? 0 : of.filter(test).length / of.length;
  const outside = verdicts.filter(({ utterance }) => utterance.intent === "unknown");
  return {
    count: verdicts.length,
    intents: share(verdicts, ({ isIntentRight }) => isIntentRight),
    entities: share(verdicts, ({ areEntitiesExact }) => areEntitiesExact),
    falselyAccepted: share(outside, ({ isIntentRight }) => !isIntentRight),
  };
}
