import type { DossierFigures, Figures } from "../../src/domain/statistics/figures.ts";
import { indicatorsOf } from "../../src/domain/statistics/indicators.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";

/** Of a quarter that is over, in which nothing happened. */
const noDossiers: DossierFigures = {
  carriedOver: 0,
  received: { total: 0, online: 0, inPerson: 0, postal: 0 },
  resolved: { total: 0, early: 0, onTime: 0, late: 0, noDueDate: 0 },
  open: { total: 0, inTime: 0, late: 0, noDueDate: 0 },
};

/** Figures of the first quarter of 2021, empty but for what is given. */
export function someFigures(more: Partial<Figures> = {}): Figures {
  const dossiers = more.dossiers ?? noDossiers;
  return {
    period: namedPeriod("quarter", 2021, 1, "reporting"),
    unit: { code: "STP", name: "Sở Tư pháp" },
    asOf: new Date("2021-03-14T17:00:00Z"),
    dossiers,
    interlinked: { horizontal: { procedures: 0, resolved: 0 }, vertical: { procedures: 0, resolved: 0 } },
    feedback: { received: 0, answered: 0, answeredOnTime: 0, answeredExtended: 0, byField: [] },
    assignments: { due: 0, done: 0, early: 0, onTime: 0, late: 0 },
    procedures: { published: 0, withOnlineDossiers: 0 },
    indicators: indicatorsOf(dossiers),
    chosenOnlineRate: "onlineRateOfHandled",
    targets: [],
    isDemonstration: false,
    ...more,
  };
}
