import { isLateAsOf, outcomeOf } from "../../src/domain/deadlines/outcome.ts";
import type { DossierStatus, Interlinked, SubmissionMode } from "../../src/domain/dossiers/dossier.ts";
import type { DossierFigures } from "../../src/domain/statistics/figures.ts";
import { addDays, dayOf, instantOn, type Day } from "../../src/domain/vietnam-time.ts";

/** A dossier as the oracle sees it. */
export interface CountedDossier {
  status: DossierStatus;
  mode: SubmissionMode;
  receivedAt: Date | null;
  dueAt: Date | null;
  resolvedAt: Date | null;
  interlinked: Interlinked;
}

/** Recounts a period over all dossiers, one question at a time: slow, and plain enough to be believed. */
export function recount(all: CountedDossier[], period: { from: Day; to: Day }, now: Date): DossierFigures {
  const start = instantOn(period.from);
  const endOfPeriod = instantOn(addDays(period.to, 1));
  const isOver = endOfPeriod <= now;
  const has = (at: Date | null) => at !== null && (isOver ? at < endOfPeriod : at <= now);
  const asOf = isOver ? endOfPeriod : now;

  const counted = all.filter(
    (d) => d.status !== "registered" && d.status !== "not-accepted" && has(d.receivedAt),
  );
  const received = counted.filter((d) => d.receivedAt! >= start);
  const carriedOver = counted.filter(
    (d) => d.receivedAt! < start && (d.resolvedAt === null || d.resolvedAt >= start),
  );
  const resolved = counted.filter((d) => has(d.resolvedAt) && d.resolvedAt! >= start);
  const open = counted.filter((d) => !has(d.resolvedAt));

  const byMode = (mode: SubmissionMode) => received.filter((d) => d.mode === mode).length;
  const dueOn = (d: CountedDossier) => d.dueAt && dayOf(d.dueAt);
  const byOutcome = (outcome: string) =>
    resolved.filter((d) => outcomeOf(dueOn(d), dayOf(d.resolvedAt!)) === outcome).length;
  const undated = open.filter((d) => d.dueAt === null).length;
  const late = open.filter((d) => isLateAsOf(dueOn(d), asOf)).length;
  return {
    carriedOver: carriedOver.length,
    received: {
      total: received.length,
      online: byMode("online"),
      inPerson: byMode("in-person"),
      postal: byMode("postal"),
    },
    resolved: {
      total: resolved.length,
      early: byOutcome("early"),
      onTime: byOutcome("on-time"),
      late: byOutcome("late"),
      noDueDate: byOutcome("no-due-date"),
    },
    open: { total: open.length, inTime: open.length - late - undated, late, noDueDate: undated },
  };
}
