import type { BreakdownRow, DossierFigures } from "../../domain/statistics/figures.ts";

/** Columns (3) to (13) of form II.06a (TT 01/2020/TT-VPCP), in their order. */
export const formColumns = [
  "handled",
  "online",
  "direct",
  "carriedOver",
  "resolved",
  "early",
  "onTime",
  "resolvedLate",
  "open",
  "inTime",
  "openLate",
] as const;
export type FormColumn = (typeof formColumns)[number];

/** Which columns a total is the sum of: (3) = (4)+(5)+(6), (7) = (8)+(9)+(10), (11) = (12)+(13). */
export const sums: Partial<Record<FormColumn, [first: FormColumn, last: FormColumn]>> = {
  handled: ["online", "carriedOver"],
  resolved: ["early", "resolvedLate"],
  open: ["inTime", "openLate"],
};

export interface FormRow {
  name: string;
  counts: Record<FormColumn, number>;
  /** The form has no column for dossiers without a due date: they count in its totals alone. */
  undated: { resolved: number; open: number };
}

export function formRow({ name, dossiers }: Pick<BreakdownRow, "name" | "dossiers">): FormRow {
  return {
    name,
    counts: countsOf(dossiers),
    undated: { resolved: dossiers.resolved.noDueDate, open: dossiers.open.noDueDate },
  };
}

function countsOf({ carriedOver, received, resolved, open }: DossierFigures): Record<FormColumn, number> {
  return {
    handled: received.total + carriedOver,
    online: received.online,
    direct: received.inPerson + received.postal,
    carriedOver,
    resolved: resolved.total,
    early: resolved.early,
    onTime: resolved.onTime,
    resolvedLate: resolved.late,
    open: open.total,
    inTime: open.inTime,
    openLate: open.late,
  };
}
