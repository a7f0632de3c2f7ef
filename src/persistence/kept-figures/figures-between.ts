import type { DossierFigures } from "../../domain/statistics/figures.ts";
import { figureMeasures, type FigureSums } from "./figure-measures.ts";

/** What a period's figures are of the kept ones. */
export interface CountedFigures {
  dossiers: DossierFigures;
  /** Interlinked dossiers resolved in the period. */
  linked: Record<"horizontal" | "vertical", number>;
}

/** The figures between two moments, of the sums of everything before each; what fell due counts up to a day of its own. */
export function figuresBetween(start: FigureSums, lateBefore: FigureSums, end: FigureSums): CountedFigures {
  const flow = Object.fromEntries(
    figureMeasures.map((measure) => [measure, end[measure] - start[measure]]),
  ) as FigureSums;
  const open = receivedOf(end) - resolvedOf(end);
  const late = lateBefore.fell_due + end.late_shift;
  const noDueDate = end.received_undated - end.resolved_undated;
  return {
    dossiers: {
      carriedOver: receivedOf(start) - resolvedOf(start),
      received: {
        total: receivedOf(flow),
        online: flow.received_online,
        inPerson: flow.received_in_person,
        postal: flow.received_postal,
      },
      resolved: {
        total: resolvedOf(flow),
        early: flow.resolved_early,
        onTime: flow.resolved_on_time,
        late: flow.resolved_late,
        noDueDate: flow.resolved_undated,
      },
      open: { total: open, inTime: open - late - noDueDate, late, noDueDate },
    },
    linked: { horizontal: flow.resolved_horizontal, vertical: flow.resolved_vertical },
  };
}

function receivedOf(sums: FigureSums): number {
  return sums.received_online + sums.received_in_person + sums.received_postal;
}

function resolvedOf(sums: FigureSums): number {
  return sums.resolved_early + sums.resolved_on_time + sums.resolved_late + sums.resolved_undated;
}
