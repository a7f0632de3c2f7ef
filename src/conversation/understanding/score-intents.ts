import { rules } from "./lexicon/rules.ts";
import { conceptPhrases } from "./lexicon/lexicon.ts";
import type { Intent } from "./understanding.ts";

/** Each sign with the token it first stands at. */
export type Signs = ReadonlyMap<string, number>;

interface Rule {
  intent: Intent;
  score: number;
  /** Whether nothing but small words, or nothing but courtesy, may stand beside the signs. */
  beside: "anything" | "small words" | "courtesy";
  present: string[];
  absent: string[];
  ordered: [string, string][];
}

const readSignNames =
  "CODE FAULT TICKET PERIOD LONG BAREPERIOD INVALID FIELD UNIT PROC MEASURE BREAKDOWN COMPARISON ASKING HEADED";
const knownSigns: ReadonlySet<string> = new Set([
  ...conceptPhrases.map(({ concept }) => concept),
  ...`${readSignNames} STAFF SHORT`.split(" "),
]);

const besideOf: Record<string, Rule["beside"]> = { "=": "small words", "==": "courtesy" };

const compiled: Rule[] = Object.entries(rules)
  .flatMap(([intent, scored]) =>
    scored.flatMap(([score, ...signs]) => signs.map((sign) => compile(intent as Intent, score, sign))),
  )
  .toSorted((a, b) => b.score - a.score);

/** Whether the given signs leave nothing of a message but words of a kind. */
export type Covers = (present: readonly string[], beside: "small words" | "courtesy") => boolean;

export interface Scored {
  intent: Intent;
  /** 0–1. */
  score: number;
}

/** How well each intent fits, best first. */
export function scoreIntents(signs: Signs, covers: Covers): Scored[] {
  const scored: Scored[] = [];
  const isSeen = new Set<Intent>();
  for (const rule of compiled) {
    if (isSeen.has(rule.intent) || !fits(rule, signs)) continue;
    if (rule.beside !== "anything" && !covers(rule.present, rule.beside)) continue;
    isSeen.add(rule.intent);
    scored.push({ intent: rule.intent, score: rule.score });
  }
  return scored;
}

function fits(rule: Rule, signs: Signs): boolean {
  for (const sign of rule.present) if (!signs.has(sign)) return false;
  for (const sign of rule.absent) if (signs.has(sign)) return false;
  for (const [first, second] of rule.ordered) if (signs.get(first)! >= signs.get(second)!) return false;
  return true;
}

function compile(intent: Intent, score: number, sign: string): Rule {
  const words = sign.split(" ");
  const beside = besideOf[words[0]!] ?? "anything";
  const rule: Rule = { intent, score, beside, present: [], absent: [], ordered: [] };
  for (const word of rule.beside === "anything" ? words : words.slice(1)) {
    const chain = word.split(">");
    const unknown = chain.find((name) => !knownSigns.has(name.replace("!", "")));
    if (unknown) throw new Error(`No sign "${unknown}" in the rule "${sign}" of ${intent}`);
    if (word.startsWith("!")) rule.absent.push(word.slice(1));
    else rule.present.push(...chain);
    if (chain.length === 2) rule.ordered.push([chain[0]!, chain[1]!]);
  }
  return rule;
}
