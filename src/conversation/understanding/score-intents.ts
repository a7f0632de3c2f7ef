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
  /** The signs it rests on. */
  present: readonly string[];
}

/** How well each intent fits, best first. */
export function scoreIntents(signs: Signs, covers: Covers): Scored[] {
  const scored: Scored[] = [];
  const isSeen = new Set<Intent>();
  for (const rule of compiled) {
    if (isSeen.has(rule.intent) || !fits(rule, signs)) continue;
    if (rule.beside !== "anything" && !covers(rule.present, rule.beside)) continue;
    isSeen.add(rule.intent);
    scored.push(rule);
  }
  return scored;
}

/** Signs that are in all kinds of messages, so that they alone point nowhere. */
const vagueSigns: ReadonlySet<string> = new Set(
  "WANT MINE PERIOD LONG OFFICE HOWMANY STAFF SHORT DOING FOLLOWUP CONFIRM DENY ASKING WHEN DAYS PERSON RESULT CHANGE SWITCH".split(
    " ",
  ),
);
/** Keeps every guess under what is acted on. */
const guessWeight = 0.5;

/** Rules by each sign that points to them. What only courtesy may stand beside is said so or not at all. */
const rulesBySign = new Map<string, Rule[]>();
for (const rule of compiled)
  for (const sign of rule.beside === "courtesy" ? [] : rule.present)
    if (!vagueSigns.has(sign)) rulesBySign.set(sign, [...(rulesBySign.get(sign) ?? []), rule]);

/** What a message may be about of which half of a rule's signs were found, likeliest first; scores stay under 0.5. */
export function guessIntents(signs: Signs): Scored[] {
  const guesses = new Map<Intent, Scored>();
  for (const found of signs.keys())
    for (const rule of rulesBySign.get(found) ?? []) {
      const share = shareFound(rule, signs);
      const score = guessWeight * rule.score * share;
      if (share >= 0.5 && score > (guesses.get(rule.intent)?.score ?? 0))
        guesses.set(rule.intent, { ...rule, score });
    }
  return [...guesses.values()].toSorted((a, b) => b.score - a.score);
}

/** 0–1; 0 too where something stands that must not. */
function shareFound({ present, absent }: Rule, signs: Signs): number {
  for (const sign of absent) if (signs.has(sign)) return 0;
  let found = 0;
  for (const sign of present) if (signs.has(sign)) found++;
  return found / present.length;
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
