import { asOfLine } from "../../../conversation/answers/as-of-line.ts";
import { signedNote } from "../../../conversation/answers/signed-answer.ts";
import type { Figures, BreakdownRow } from "../../../domain/statistics/figures.ts";
import { breakdowns, narrowed } from "../../../domain/statistics/figures-question.ts";
import { countOf, type DossierMeasure } from "../../../domain/statistics/dossier-measures.ts";
import { namedPeriodAt, previousPeriod, sameLastYear } from "../../../domain/statistics/periods.ts";
import { chartKinds, type ChartKind } from "../../../domain/statistics/report-kinds.ts";
import type { SignedFigures } from "../../../domain/statistics/signed-figures.ts";
import { dayOf } from "../../../domain/vietnam-time.ts";
import { showBreakdownRow } from "../../../wording/show-breakdown-row.ts";
import { hasFew, showShare } from "../../../wording/show-share.ts";
import { showPeriod, showPeriodDays } from "../../../wording/show-period.ts";
import { ReplyBlock } from "../../chat/reply-blocks.tsx";
import { Empty } from "../empty.tsx";
import { Field } from "../field.tsx";
import type { StaffPage } from "../staff-page.tsx";
import { Table } from "../table.tsx";
import { Tabs } from "../tabs.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { figuresAddress, figuresPath, type FiguresAsked } from "./figures-asked.ts";
import { IndicatorFacts } from "./indicator-facts.tsx";
import { CountLink, MeasureTable } from "./measure-table.tsx";

interface FiguresPageProps {
  asked: FiguresAsked;
  figures: Figures;
  rows: readonly BreakdownRow[];
  signed: SignedFigures | undefined;
  units: readonly { code: string; name: string }[];
  /** What each chart finds, for who cannot see it. */
  findings: Record<ChartKind, string>;
  visit: StaffVisit;
}

const rowMeasures = [
  "received",
  "receivedOnline",
  "resolved",
  "resolvedLate",
  "open",
  "openLate",
] as const satisfies DossierMeasure[];

/** The figures of a period: what they are, against which target, apart by unit or field, as charts and as files. */
export function figuresPage(props: FiguresPageProps): StaffPage {
  const { asked, figures, rows, signed, visit } = props;
  const { say, sayIn, language } = visit;
  const { period, dossiers } = figures;
  const days = showPeriodDays(period);
  return {
    title: say("staff-figures"),
    ...(asked.unread !== undefined && { status: 422 }),
    children: (
      <>
        <Picker {...props} />
        <p>
          <strong>
            {showPeriod(sayIn, language, period)} ({days}) · {figures.unit.name}
          </strong>
        </p>
        {asOfLine(figures, { say: sayIn, language }).map((block) => (
          <ReplyBlock block={block} say={say} />
        ))}
        {figures.isDemonstration && <p class="quiet">{say("figures-demonstration")}</p>}
        {signed &&
          signedNote(signed, figures, { say: sayIn, language }).map((block) => (
            <ReplyBlock block={block} say={say} />
          ))}
        {countOf("handled", dossiers) === 0 ? (
          <Empty text={say("figures-empty", { period: showPeriod(sayIn, language, period), days })} />
        ) : (
          <>
            <section>
              <h2>{say("staff-figures-indicators")}</h2>
              <IndicatorFacts figures={figures} visit={visit} />
              {hasFew(figures) && <p class="quiet">{say("figures-few")}</p>}
            </section>
            <section>
              <h2>{say("figures-heading-dossiers")}</h2>
              <MeasureTable dossiers={dossiers} asked={asked} visit={visit} />
            </section>
            <section id="theo">
              <h2>{say("staff-figures-apart")}</h2>
              <Tabs
                label={say("staff-figures-apart")}
                tabs={breakdowns.map((by) => ({
                  to: `${figuresAddress({ ...asked, by })}#theo`,
                  name: say(`breakdown-name-${by}`),
                  isHere: by === asked.by,
                }))}
              />
              <BreakdownTable asked={asked} rows={rows} visit={visit} />
            </section>
            <Charts {...props} />
          </>
        )}
        <section>
          <h2>{say("staff-figures-files")}</h2>
          <p class="buttons">
            {(["xlsx", "docx", "csv"] as const).map((kind) => (
              <a class="button" href={figuresAddress(asked, `/${kind}`)} download>
                {say(`staff-figures-file-${kind}`)}
              </a>
            ))}
          </p>
        </section>
      </>
    ),
  };
}

function Picker({ asked, figures, units, visit }: FiguresPageProps) {
  const { say, sayIn, language, now } = visit;
  const { period } = asked;
  const quarter = namedPeriodAt("quarter", dayOf(now), period.basis);
  const near = [
    quarter,
    namedPeriodAt("year", dayOf(now), period.basis),
    previousPeriod(period),
    sameLastYear(period),
  ];
  return (
    <>
      <form class="search" action={figuresPath}>
        <Field
          name="ky"
          label={say("staff-figures-period")}
          hint={say("staff-figures-period-hint")}
          value={asked.unread ?? showPeriod(sayIn, language, period)}
          fault={
            asked.unread === undefined ? undefined : say("figures-bad-period", { written: asked.unread })
          }
        />
        <Field
          name="donvi"
          label={say("work-fact-unit")}
          value={asked.unitCode ?? figures.unit.code}
          choices={units.map(({ code, name }) => [code, name] as const)}
        />
        <button class="button primary">{say("staff-figures-show")}</button>
      </form>
      <nav class="tabs" aria-label={say("staff-figures-period")}>
        {near.map((one) => (
          <a href={figuresAddress({ ...asked, period: one })}>{showPeriod(sayIn, language, one)}</a>
        ))}
      </nav>
    </>
  );
}

function BreakdownTable({ asked, rows, visit }: Pick<FiguresPageProps, "asked" | "rows" | "visit">) {
  const { say, sayIn, language } = visit;
  return (
    <Table
      caption={say(`breakdown-name-${asked.by}`)}
      rows={rows}
      columns={[
        {
          name: say(`breakdown-name-${asked.by}`),
          isHead: true,
          show: (row: BreakdownRow) => showBreakdownRow(row, asked.by, sayIn, language),
        },
        ...rowMeasures.map((measure) => ({
          name: say(`staff-measure-${measure}`),
          isNumber: true,
          show: ({ code, dossiers }: BreakdownRow) => (
            <CountLink
              count={countOf(measure, dossiers)}
              measure={measure}
              asked={narrowed(asked, asked.by, code)}
              visit={visit}
            />
          ),
        })),
        {
          name: say("staff-figures-on-time"),
          isNumber: true,
          show: ({ dossiers: { resolved } }: BreakdownRow) =>
            showShare(resolved.early + resolved.onTime, resolved.total, language),
        },
      ]}
    />
  );
}

function Charts({ asked, findings, visit: { say } }: FiguresPageProps) {
  return (
    <section>
      <h2>{say("staff-figures-charts")}</h2>
      <div class="charts">
        {chartKinds.map((kind) => (
          <a href={figuresAddress(asked, `/${kind}.png`)}>
            <img
              src={figuresAddress(asked, `/${kind}.png`)}
              alt={findings[kind]}
              loading="lazy"
              width={540}
            />
          </a>
        ))}
      </div>
    </section>
  );
}
