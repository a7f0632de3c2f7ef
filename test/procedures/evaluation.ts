import { readFileSync } from "node:fs";
import { catalogue } from "../../demo/catalogue.ts";
import { chooseProcedures } from "../../src/conversation/procedures/choose-procedures.ts";
import { createProcedureCatalogue } from "../../src/conversation/procedures/procedure-catalogue.ts";
import type { Procedure } from "../../src/domain/procedures/procedure.ts";

export const sets = ["tune", "unseen", "fresh"] as const;
export type SetName = (typeof sets)[number];

/** One labelled question. Without a code, no procedure of the catalogue answers it. */
export interface Question {
  set: SetName;
  text: string;
  code: string | undefined;
}

/** The catalogue that the questions were labelled for: the demonstration agency's. */
export const procedures: readonly Procedure[] = catalogue.map(
  ({ code, name, alsoCalled, field, workingDays, fee, papers }) => ({
    code,
    name,
    alsoCalled: alsoCalled ?? null,
    field,
    workingDays,
    fee,
    papers,
    onlineLevel: "partial",
    interlinked: "none",
    submitAt: null,
    url: null,
    source: null,
    updatedAt: new Date("2026-11-23T02:00:00Z"),
  }),
);

/** Reads `questions.tsv`: set, text, code. Throws on a line that lacks a column or names an unknown code. */
export function readQuestions(set: SetName): Question[] {
  const lines = readFileSync(new URL("questions.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  return lines
    .map((line) => {
      const [name, text, code] = line.split("\t");
      if (
        !sets.some((known) => known === name) ||
        !text ||
        (code && !procedures.some((one) => one.code === code))
      )
        throw new Error(`questions.tsv: ${line}`);
      return { set: name as SetName, text, code: code || undefined };
    })
    .filter((question) => question.set === set);
}

/** How one question was answered. */
export interface Verdict {
  question: Question;
  text: string;
  /** Where the right procedure stands among the hits, from 1; undefined when it is not among them. */
  rank: number | undefined;
  answer: "told" | "asked" | "nothing";
  /** The code and score of the first hits, for looking at. */
  first: { code: string; score: number }[];
}

const searchable = createProcedureCatalogue(procedures);

export function judge(question: Question, text = question.text): Verdict {
  const hits = searchable.search(searchable.read(text));
  const choice = chooseProcedures(hits);
  const at = hits.findIndex(({ procedure }) => procedure.code === question.code);
  return {
    question,
    text,
    rank: at < 0 ? undefined : at + 1,
    answer: ({ one: "told", several: "asked", none: "nothing" } as const)[choice.kind],
    first: hits.slice(0, 3).map(({ procedure, score }) => ({ code: procedure.code, score })),
  };
}

export interface Score {
  count: number;
  /** Shares, 0–1, of the questions that have an answer: the right one first, among the first three. */
  first: number;
  firstThree: number;
  /** … a wrong one told outright, asked back, told that there is none. */
  toldWrong: number;
  asked: number;
  nothing: number;
  /** Of the questions that have no answer: one told outright. */
  madeUp: number;
}

export function score(verdicts: readonly Verdict[]): Score {
  const share = (of: readonly Verdict[], test: (verdict: Verdict) => boolean): number =>
    of.length === 0 ? 0 : of.filter(test).length / of.length;
  const answerable = verdicts.filter(({ question }) => question.code);
  const outside = verdicts.filter(({ question }) => !question.code);
  return {
    count: verdicts.length,
    first: share(answerable, ({ rank }) => rank === 1),
    firstThree: share(answerable, ({ rank }) => rank !== undefined && rank <= 3),
    toldWrong: share(answerable, ({ answer, rank }) => answer === "told" && rank !== 1),
    asked: share(answerable, ({ answer }) => answer === "asked"),
    nothing: share(answerable, ({ answer }) => answer === "nothing"),
    madeUp: share(outside, ({ answer }) => answer === "told"),
  };
}
