import type { Figures } from "../../domain/statistics/figures.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import type { Language } from "../../wording/wording.ts";

/** Every figure by itself, as written in a report: what a department's own template may name. */
export function writtenFigures(figures: Figures, language: Language) {
  const { carriedOver, received, resolved, open } = figures.dossiers;
  const { interlinked, feedback, assignments, procedures, indicators, chosenOnlineRate } = figures;
  const count = (of: number) => showNumber(of, language);
  return {
    handled: count(carriedOver + received.total),
    carriedOver: count(carriedOver),
    received: count(received.total),
    online: count(received.online),
    direct: count(received.inPerson + received.postal),
    inPerson: count(received.inPerson),
    postal: count(received.postal),
    resolved: count(resolved.total),
    early: count(resolved.early),
    onTime: count(resolved.onTime),
    late: count(resolved.late),
    noDueDate: count(resolved.noDueDate),
    open: count(open.total),
    openInTime: count(open.inTime),
    openLate: count(open.late),
    openNoDueDate: count(open.noDueDate),
    onTimeRate: showRate(indicators.onTimeRate, language),
    onlineRate: showRate(indicators[chosenOnlineRate], language),
    feedbackReceived: count(feedback.received),
    feedbackAnswered: count(feedback.answered),
    feedbackOnTime: count(feedback.answeredOnTime),
    horizontalProcedures: count(interlinked.horizontal.procedures),
    horizontalResolved: count(interlinked.horizontal.resolved),
    verticalProcedures: count(interlinked.vertical.procedures),
    verticalResolved: count(interlinked.vertical.resolved),
    assignmentsDue: count(assignments.due),
    assignmentsDone: count(assignments.done),
    proceduresOnline: count(procedures.withOnlineDossiers),
    proceduresPublished: count(procedures.published),
  };
}
