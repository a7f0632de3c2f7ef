import type { DossierMeasure } from "../../../domain/statistics/dossier-measures.ts";
import type { ListedDossier } from "../../../domain/statistics/report-source.ts";
import { showDay } from "../../../domain/vietnam-time.ts";
import { showNumber } from "../../../wording/numbers.ts";
import { meaningOf } from "../../../wording/explain-measure.ts";
import { showPeriod, showPeriodDays } from "../../../wording/show-period.ts";
import { Empty } from "../empty.tsx";
import { Pager } from "../pager.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { figuresAddress, listAddress, type FiguresAsked } from "./figures-asked.ts";

interface FigureListProps {
  asked: FiguresAsked;
  measure: DossierMeasure;
  dossiers: readonly ListedDossier[];
  /** The figure itself, and how many of its dossiers this member of staff may see one by one. */
  count: number;
  reached: number;
  page: number;
  rowsAtOnce: number;
  visit: StaffVisit;
}

/** The dossiers behind one number. */
export function figureListPage(props: FigureListProps): StaffPage {
  const { asked, measure, dossiers, count, reached, page, rowsAtOnce, visit } = props;
  const { say, sayIn, language } = visit;
  return {
    title: say("staff-figures-list", { what: say(`staff-measure-${measure}`) }),
    children: (
      <>
        <p>
          {showPeriod(sayIn, language, asked.period)} ({showPeriodDays(asked.period)}) ·{" "}
          <strong>{say("staff-dossiers-count", { count: showNumber(count, language) })}</strong>
        </p>
        <p class="quiet">{say(meaningOf(measure))}</p>
        {reached < count && (
          <p class="quiet">{say("staff-figures-reached", { count: showNumber(reached, language) })}</p>
        )}
        {dossiers.length === 0 && <Empty text={say("staff-figures-none")} />}
        <ul class="rows">
          {dossiers.map(({ code, procedureName, unitName, receivedOn, dueOn, resolvedOn, outcome }) => {
            const isLate = outcome === "late" || outcome === "open-late";
            return (
              <li class={isLate ? "row late" : "row"}>
                <div class="row-head">
                  <a href={`/lamviec/hoso/${encodeURIComponent(code)}`}>{code}</a>
                  <span class={isLate ? "mark late" : "mark"}>{say(`staff-figures-outcome-${outcome}`)}</span>
                </div>
                <p>{procedureName}</p>
                <p class="quiet">
                  {[
                    say("staff-figures-received-on", { day: showDay(receivedOn) }),
                    dueOn && say("work-due", { due: showDay(dueOn) }),
                    resolvedOn && say("staff-dossier-ended-on", { day: showDay(resolvedOn) }),
                    unitName,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            );
          })}
        </ul>
        <Pager
          visit={visit}
          before={page > 1 ? listAddress(asked, measure, page - 1) : undefined}
          next={page * rowsAtOnce < reached ? listAddress(asked, measure, page + 1) : undefined}
        />
        <p>
          <a href={figuresAddress(asked)}>{say("staff-figures-back")}</a>
        </p>
      </>
    ),
  };
}
