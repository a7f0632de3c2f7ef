import { asOfLine } from "../answers/as-of-line.ts";
import type { Speech } from "../answers/question-words.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import type { FlowRequest, FlowTools } from "../flow.ts";
import type { Block } from "../reply.ts";

/**
 * The moment and the run that an answer of some dossiers belongs to: that of all figures of its unit and period, so that
 * a part and the whole that it was taken from bear one number. The run is kept.
 */
export async function figuresRun(
  { period, unitCode }: FiguresAsked,
  { now }: FlowRequest,
  { statistics, figureRuns }: FlowTools,
  speech: Speech,
): Promise<Block[]> {
  const ofUnit = unitCode === undefined ? {} : { unitCode };
  const figures = await statistics.figures({ period, now, ...ofUnit });
  if (!figures) return [];
  await figureRuns.keep({ askedAt: now, ...ofUnit, figures });
  return asOfLine(figures, speech);
}
