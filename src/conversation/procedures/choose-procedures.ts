import type { Procedure } from "../../domain/procedures/procedure.ts";
import type { Hit } from "./procedure-search.ts";

export type ProcedureChoice =
  | { kind: "one"; procedure: Procedure }
  /** As close to each other as that only the person can tell which is meant; best first. */
  | { kind: "several"; procedures: Procedure[] }
  /** Nothing explains enough of the question; `nearest` shares some word with it. */
  | { kind: "none"; nearest: Procedure[] };

/** Below this too much of the question is left unexplained. */
const leastScore = 0.45;
/** From this on everything was said and little else is in the name: others may come as close as they like. */
const sureScore = 0.97;
/** Others at this share of the best score are as likely meant. */
const closeShare = 0.93;

/** Whether hits, best first, answer a question, need one back, or are no answer. */
export function chooseProcedures(hits: readonly Hit[]): ProcedureChoice {
  const [best] = hits;
  if (!best || best.score < leastScore)
    return { kind: "none", nearest: hits.map(({ procedure }) => procedure) };
  const close = hits.filter(({ score }) => score >= best.score * closeShare);
  return close.length === 1 || best.score >= sureScore
    ? { kind: "one", procedure: best.procedure }
    : { kind: "several", procedures: close.map(({ procedure }) => procedure) };
}
