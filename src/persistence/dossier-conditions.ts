import type { DossierMeasure } from "../domain/statistics/dossier-measures.ts";

// Which dossiers each figure counts, in SQL: of a row `d` in the period, $1 its start, $2 the end of counting, $3 the day
// that open dossiers must be due on or after to be in time. Days compare by the stored Vietnamese day, as
// domain/deadlines/outcome.ts decides; a test counts everything a second time, the slow way.

/**
 * Carried over or received in the period: everything else is no part of its figures. What was resolved before it was
 * received counts as resolved when it was received.
 */
export const inPeriod = `d.is_counted and d.received_at < $2
  and (d.resolved_at is null or d.resolved_at >= $1 or d.received_at >= $1)`;

const isReceived = "d.received_at >= $1";
const isResolved = "d.resolved_at < $2";
const isOpen = "(d.resolved_at < $2) is not true";

export const measureConditions: Record<DossierMeasure, string> = {
  handled: "true",
  carriedOver: "d.received_at < $1",
  received: isReceived,
  receivedOnline: `${isReceived} and d.submission_mode = 'online'`,
  receivedInPerson: `${isReceived} and d.submission_mode = 'in-person'`,
  receivedPostal: `${isReceived} and d.submission_mode = 'postal'`,
  resolved: isResolved,
  resolvedEarly: `${isResolved} and d.resolved_on < d.due_on`,
  resolvedOnTime: `${isResolved} and d.resolved_on = d.due_on`,
  resolvedLate: `${isResolved} and d.resolved_on > d.due_on`,
  resolvedNoDueDate: `${isResolved} and d.due_on is null`,
  open: isOpen,
  openInTime: `${isOpen} and d.due_on >= $3`,
  openLate: `${isOpen} and d.due_on < $3`,
  openNoDueDate: `${isOpen} and d.due_on is null`,
  late: `case when ${isResolved} then d.resolved_on > d.due_on else d.due_on < $3 end`,
};

/** One column a count, named as DossierCounts has them. */
export const counts = [
  ["carriedOver", "carriedOver"],
  ["receivedTotal", "received"],
  ["receivedOnline", "receivedOnline"],
  ["receivedInPerson", "receivedInPerson"],
  ["receivedPostal", "receivedPostal"],
  ["resolvedTotal", "resolved"],
  ["resolvedEarly", "resolvedEarly"],
  ["resolvedOnTime", "resolvedOnTime"],
  ["resolvedLate", "resolvedLate"],
  ["resolvedNoDueDate", "resolvedNoDueDate"],
  ["openTotal", "open"],
  ["openInTime", "openInTime"],
  ["openLate", "openLate"],
  ["openNoDueDate", "openNoDueDate"],
]
  .map(
    ([name, measure]) =>
      `count(*) filter (where ${measureConditions[measure as DossierMeasure]})::int as "${name}"`,
  )
  .join(",\n  ");
