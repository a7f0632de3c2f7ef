import type { Procedure } from "../../domain/procedures/procedure.ts";
import type { Hit } from "./procedure-search.ts";

export type ProcedureChoice =
  | { kind: "one"; procedure: Procedure }
  /** Only the person can tell which is meant, if any; best first. */
  | { kind: "several"; procedures: Procedure[] }
  /** Nothing explains enough of the question; `nearest` shares some word with it. */
  | { kind: "none"; nearest: Procedure[] };

/** Below this too much of the question is left unexplained. */
const leastScore = 0.45;
/** Below this one is offered, not told: a question that only sounds like it must not get a confident answer. */
const tellingScore = 0.72;
/** From this on everything was said and nothing else is in the name: others may come as close as they like. */
const sureScore = 0.97;
/** Others at this share of the best score are as likely meant. */
const closeShare = 0.9;
const mostOffered = 5;
const fewestOffered = 3;

/** Whether hits, best first, answer a question, need one back, or are no answer. */
export function chooseProcedures(hits: readonly Hit[]): ProcedureChoice {
  const [best] = hits;
  const first = (count: number) => hits.slice(0, count).map(({ procedure }) => procedure);
  if (!best || best.score < leastScore) return { kind: "none", nearest: first(fewestOffered) };
  const close = hits.filter(({ score }) => score >= best.score * closeShare).length;
  const isClear = close === 1 && best.score >= tellingScore;
  if (isClear || best.score >= sureScore) return { kind: "one", procedure: best.procedure };
  return { kind: "several", procedures: first(Math.min(Math.max(close, fewestOffered), mostOffered)) };
}

/** From this on words are about procedures even if nothing else in them says so. */
const unmistakableScore = 0.82;

/** Whether words that were not understood as a question can only be about procedures: "li lich tu phap". */
export function isUnmistakable([best]: readonly Hit[]): boolean {
  return best !== undefined && best.score >= unmistakableScore;
}
