import type { Period } from "../../domain/statistics/period.ts";
import type { FoundCodes } from "./find-codes.ts";
import { conceptTrie, fillers } from "./lexicon/lexicon.ts";
import { silenced } from "./silenced.ts";
import type { Name, Names } from "./names.ts";
import { findPeriod } from "./periods/find-period.ts";
import type { Signs } from "./score-intents.ts";
import type { Match } from "./text/phrase-trie.ts";
import type { Token } from "./text/tokens.ts";
import type { UnderstandingContext } from "./understanding.ts";

/** A message taken apart: what stands in it and what that leaves over. */
export interface ReadMessage {
  tokens: readonly Token[];
  signs: Signs;
  names: Match<Name>[];
  period?: Period;
  /** The words of a period that no calendar has, as they were written. */
  invalidPeriod?: string;
  /** Whether the given signs and small words are all there is. */
  covers: (present: readonly string[]) => boolean;
}

const anyMeasure = ["received", "resolved", "late", "early", "onTime", "open", "onlineRate", "onTimeRate"];
anyMeasure.push("feedbackNoun", "assignments");
const anyBreakdown = ["BYFIELD", "BYUNIT", "BYPROCEDURE", "BYMODE"];

/** What may stand beside a wish without being one. */
const courtesies: ReadonlySet<string> = new Set([
  "WANT",
  "SWITCH",
  "GREETING",
  "THANKS",
  "HELPME",
  "CONFIRM",
]);

/** Finds every concept, name and period of a message. What is quoted or denied is passed over. */
export function readSigns(
  all: readonly Token[],
  text: string,
  codes: FoundCodes,
  { trie }: Names,
  context: UnderstandingContext,
): ReadMessage {
  const spoken = silenced(all.filter((token) => !codes.spans.some((span) => overlaps(token, span))));
  const signs = new Map<string, number>();
  /** The signs each token belongs to. */
  const owners: string[][] = spoken.map(() => []);
  const put = (sign: string, from: number, to: number): void => {
    if (!signs.has(sign)) signs.set(sign, from);
    for (let index = from; index < to; index++) owners[index]!.push(sign);
  };

  const matches = longest(spoken, (at) => conceptTrie.longestAt(spoken, at));
  for (const { value, from, to } of matches) put(value, from, to);
  const comparison = matches.find(({ value }) => value === "PREVIOUS" || value === "SAMELASTYEAR");
  const free = comparison
    ? spoken.map((token, index) =>
        index >= comparison.from && index < comparison.to
          ? { ...token, kind: "mark" as const, text: ";" }
          : token,
      )
    : spoken;
  const period = findPeriod(free, context);
  if (period) put(period.kind === "period" ? "PERIOD" : "INVALID", period.from, period.to);

  const names = longest(spoken, (at) => {
    const exact = trie.longestAt(spoken, at);
    return exact.length > 0 ? exact : trie.nearestAt(spoken, at);
  });
  for (const { value, from, to } of names) {
    put(value.kind === "procedure" ? "PROC" : value.kind === "field" ? "FIELD" : "UNIT", from, to);
    if (value.kind !== "unit") put("TOPIC", from, to);
  }
  if (anyMeasure.some((sign) => signs.has(sign))) signs.set("MEASURE", first(signs, anyMeasure));
  if (anyBreakdown.some((sign) => signs.has(sign))) signs.set("BREAKDOWN", first(signs, anyBreakdown));
  if (comparison) signs.set("COMPARISON", comparison.from);
  if (codes.dossierCode) signs.set("CODE", 0);
  if (codes.codeFault) signs.set("FAULT", 0);
  if (codes.ticketCode) signs.set("TICKET", 0);
  if (context.role !== "citizen") signs.set("STAFF", 0);

  const broad = (sign: string): string[] =>
    sign === "MEASURE" ? anyMeasure : sign === "BREAKDOWN" ? anyBreakdown : [sign];
  return {
    tokens: spoken,
    signs,
    names,
    ...(period?.kind === "period" ? { period: period.period } : {}),
    ...(period?.kind === "invalid"
      ? { invalidPeriod: text.slice(spoken[period.from]!.start, spoken[period.to - 1]!.end) }
      : {}),
    covers: (present) => {
      const wanted = new Set(present.flatMap(broad));
      return spoken.every((token, index) => {
        const signsHere = owners[index]!;
        return (
          token.kind === "mark" ||
          signsHere.some((sign) => wanted.has(sign)) ||
          (signsHere.length > 0 ? signsHere.every((sign) => courtesies.has(sign)) : fillers.has(token.text))
        );
      });
    },
  };
}

/** Every match that lies in no longer one. */
function longest<T>(tokens: readonly Token[], matchesAt: (at: number) => Match<T>[]): Match<T>[] {
  const found: Match<T>[] = [];
  let coveredTo = 0;
  for (let at = 0; at < tokens.length; at++) {
    const matches = matchesAt(at);
    const to = matches[0]?.to ?? 0;
    if (to <= coveredTo) continue;
    found.push(...matches);
    coveredTo = to;
  }
  return found;
}

function first(signs: Signs, names: readonly string[]): number {
  return Math.min(...names.map((name) => signs.get(name) ?? Infinity));
}

function overlaps(token: Token, span: { start: number; end: number }): boolean {
  return token.start < span.end && token.end > span.start;
}
