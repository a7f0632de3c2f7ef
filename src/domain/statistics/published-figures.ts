import { withhold } from "./disclosure.ts";
import type { BreakdownRow, DossierFigures, Figures } from "./figures.ts";
import { fewestToCompare } from "./small-numbers.ts";
import type { Period } from "./period.ts";

/** A count that is withheld is null. */
type Shown = number | null;

/** A period's figures as everybody may read them: no count of theirs, and none reckoned from them, is a small one. */
export interface PublishedFigures {
  period: Period;
  unitName: string;
  /** When they were signed off; null: the period is over, its figures may still be corrected. */
  signedAt: Date | null;
  received: { total: number; online: Shown; inPerson: Shown; postal: Shown };
  resolved: { total: number; early: Shown; onTime: Shown; late: Shown; noDueDate: Shown };
  /** 0–1; null where it would give away a count that is withheld, or there are too few to divide by. */
  onTimeRate: number | null;
  onlineRate: number | null;
  feedback: { received: number; answered: number };
  byField: { name: string; received: Shown; resolved: Shown }[];
  isDemonstration: boolean;
}

/** What may be published of figures. */
export function publishFigures(
  figures: Figures,
  byField: readonly BreakdownRow[],
  signedAt: Date | null,
): PublishedFigures {
  const { received, resolved } = figures.dossiers;
  const [online, inPerson, postal] = withhold([received.online, received.inPerson, received.postal]);
  const [early, onTime, late, noDueDate] = withhold([
    resolved.early,
    resolved.onTime,
    resolved.late,
    resolved.noDueDate,
  ]);
  const fields = byField.filter(({ dossiers }) => dossiers.received.total + dossiers.resolved.total > 0);
  const column = (count: (of: DossierFigures) => number) =>
    withhold(fields.map(({ dossiers }) => count(dossiers)));
  const receivedBy = column((of) => of.received.total);
  const resolvedBy = column((of) => of.resolved.total);
  return {
    period: figures.period,
    unitName: figures.unit.name,
    signedAt,
    received: { total: received.total, online: online!, inPerson: inPerson!, postal: postal! },
    resolved: {
      total: resolved.total,
      early: early!,
      onTime: onTime!,
      late: late!,
      noDueDate: noDueDate!,
    },
    onTimeRate: late === null || resolved.total < fewestToCompare ? null : figures.indicators.onTimeRate,
    onlineRate: online === null ? null : figures.indicators[figures.chosenOnlineRate],
    feedback: { received: figures.feedback.received, answered: figures.feedback.answered },
    byField: fields.map(({ name }, at) => ({
      name,
      received: receivedBy[at]!,
      resolved: resolvedBy[at]!,
    })),
    isDemonstration: figures.isDemonstration,
  };
}
