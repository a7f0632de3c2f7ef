import type { DossierFigures } from "../../../domain/statistics/figures.ts";
import { countOf, type DossierMeasure } from "../../../domain/statistics/dossier-measures.ts";
import { showNumber } from "../../../wording/numbers.ts";
import { meaningOf } from "../../../wording/explain-measure.ts";
import { Table } from "../table.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { listAddress, type FiguresAsked } from "./figures-asked.ts";

const shown = [
  "carriedOver",
  "received",
  "receivedOnline",
  "receivedInPerson",
  "receivedPostal",
  "resolved",
  "resolvedEarly",
  "resolvedOnTime",
  "resolvedLate",
  "resolvedNoDueDate",
  "open",
  "openInTime",
  "openLate",
  "openNoDueDate",
] as const satisfies DossierMeasure[];

/** A number that leads to the dossiers behind it; nothing leads to none. */
export function CountLink({
  count,
  measure,
  asked,
  visit: { language },
}: {
  count: number;
  measure: DossierMeasure;
  asked: Pick<FiguresAsked, "period"> & Partial<FiguresAsked>;
  visit: StaffVisit;
}) {
  const text = showNumber(count, language);
  return count === 0 ? <>{text}</> : <a href={listAddress(asked, measure)}>{text}</a>;
}

/** Every number of the dossiers, with what it counts. */
export function MeasureTable({
  dossiers,
  asked,
  visit,
}: {
  dossiers: DossierFigures;
  asked: FiguresAsked;
  visit: StaffVisit;
}) {
  const { say } = visit;
  return (
    <Table
      caption={say("figures-heading-dossiers")}
      rows={shown}
      columns={[
        { name: say("staff-figures-what"), isHead: true, show: (measure) => say(`staff-measure-${measure}`) },
        {
          name: say("staff-figures-count"),
          isNumber: true,
          show: (measure) => (
            <CountLink count={countOf(measure, dossiers)} measure={measure} asked={asked} visit={visit} />
          ),
        },
        {
          name: say("staff-figures-means"),
          show: (measure) => <span class="quiet">{say(meaningOf(measure))}</span>,
        },
      ]}
    />
  );
}
