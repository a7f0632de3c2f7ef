import type { Period } from "../../domain/statistics/period.ts";
import { createCovers } from "./covers.ts";
import type { FoundCodes } from "./find-codes.ts";
import { broadSigns } from "./lexicon/broad-signs.ts";
import { conceptTrie, type Concept } from "./lexicon/lexicon.ts";
import type { Name, Names } from "./names.ts";
import { findPeriod, type FoundPeriod } from "./periods/find-period.ts";
import type { Covers, Signs } from "./score-intents.ts";
import { silenced } from "./silenced.ts";
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
  covers: Covers;
}

const signOfName = { unit: "UNIT", field: "FIELD", procedure: "PROC" } as const;
const graveConcepts: ReadonlySet<Concept> = new Set(["EMERGENCY", "DENUNCIATION", "STATESECRET"]);
const shortLength = 5;
const shortPeriods: ReadonlySet<string> = new Set(["day", "week"]);

/** Finds every concept, name and period of a message. What is quoted or denied is passed over. */
export function readSigns(
  all: readonly Token[],
  text: string,
  codes: FoundCodes,
  { trie }: Names,
  context: UnderstandingContext,
): ReadMessage {
  const tokens = silenced(all.filter((token) => !codes.spans.some((span) => overlaps(token, span))));
  const signs = new Map<string, number>();
  /** The signs each token belongs to. */
  const owners: string[][] = tokens.map(() => []);
  const put = (sign: string, from: number, to = from): void => {
    if (!signs.has(sign)) signs.set(sign, from);
    for (let index = from; index < to; index++) owners[index]!.push(sign);
  };

  const concepts = longest(tokens, (at) => conceptTrie.longestAt(tokens, at)).filter(isReadWhole);
  for (const { value, from, to } of concepts) put(value, from, to);

  const names = longest(tokens, (at) => {
    const exact = trie.longestAt(tokens, at);
    return exact.length > 0 ? exact : trie.nearestAt(tokens, at);
  });
  for (const { value, from, to } of names) {
    put(signOfName[value.kind], from, to);
    if (value.kind !== "unit") put("TOPIC", from, to);
  }

  const compared = concepts.find(({ value }) => broadSigns.COMPARISON.includes(value));
  const period = findPeriod(compared ? without(tokens, compared) : tokens, context);
  const covers = createCovers(tokens, owners);
  if (period?.kind === "invalid") put("INVALID", period.from, period.to);
  if (period?.kind === "period") {
    put("PERIOD", period.from, period.to);
    if (!shortPeriods.has(period.period.kind)) put("LONG", period.from, period.to);
    if (covers(["PERIOD"], "courtesy")) put("BAREPERIOD", period.from);
  }

  for (const [sign, any] of Object.entries(broadSigns)) {
    const at = Math.min(...any.map((one) => signs.get(one) ?? Infinity));
    if (at < Infinity) put(sign, at);
  }
  if (concepts.some(({ value, to }) => value === "FEEDBACK" && tokens[to]?.text === ":")) put("HEADED", 0);
  if (codes.dossierCode) put("CODE", 0);
  if (codes.codeFault) put("FAULT", 0);
  if (codes.ticketCode) put("TICKET", 0);
  if (context.role !== "citizen") put("STAFF", 0);
  if (tokens.filter(({ kind }) => kind !== "mark").length <= shortLength) put("SHORT", 0);
  return { tokens, signs, names, covers, ...ofPeriod(period, tokens, text) };
}

function ofPeriod(
  period: FoundPeriod | undefined,
  tokens: readonly Token[],
  text: string,
): { period?: Period; invalidPeriod?: string } {
  if (!period) return {};
  if (period.kind === "period") return { period: period.period };
  return { invalidPeriod: text.slice(tokens[period.from]!.start, tokens[period.to - 1]!.end) };
}

/** The tokens with a mark in the place of some, so that their words are read as nothing else. */
function without(tokens: readonly Token[], { from, to }: { from: number; to: number }): Token[] {
  return tokens.map((token, index) =>
    index >= from && index < to ? { ...token, kind: "mark", text: ";" } : token,
  );
}

/** Not a grave word made of the end of one phrase and the start of another: "tiền án tiền sự" is no "ăn tiền". */
function isReadWhole(match: Match<Concept>, _index: number, all: readonly Match<Concept>[]): boolean {
  return !graveConcepts.has(match.value) || !all.some(({ from, to }) => from < match.from && match.from < to);
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

function overlaps(token: Token, span: { start: number; end: number }): boolean {
  return token.start < span.end && token.end > span.start;
}
