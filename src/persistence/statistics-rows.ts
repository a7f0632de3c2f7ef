import type { DossierFigures } from "../domain/statistics/figures.ts";

/** Dossier counts as the query names them. */
export interface DossierCounts {
  carriedOver: number;
  receivedTotal: number;
  receivedOnline: number;
  receivedInPerson: number;
  receivedPostal: number;
  resolvedTotal: number;
  resolvedEarly: number;
  resolvedOnTime: number;
  resolvedLate: number;
  resolvedNoDueDate: number;
  openTotal: number;
  openInTime: number;
  openLate: number;
  openNoDueDate: number;
}

export function readCounts(row: DossierCounts): DossierFigures {
  return {
    carriedOver: row.carriedOver,
    received: {
      total: row.receivedTotal,
      online: row.receivedOnline,
      inPerson: row.receivedInPerson,
      postal: row.receivedPostal,
    },
    resolved: {
      total: row.resolvedTotal,
      early: row.resolvedEarly,
      onTime: row.resolvedOnTime,
      late: row.resolvedLate,
      noDueDate: row.resolvedNoDueDate,
    },
    open: { total: row.openTotal, inTime: row.openInTime, late: row.openLate, noDueDate: row.openNoDueDate },
  };
}
