import type { Breakdown } from "../../domain/statistics/figures.ts";
import { nearestPeriod, touches } from "../../domain/statistics/nearest-period.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { namedPeriodAt, previousPeriod, progress, sameLastYear } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import { breakdownAnswer } from "../answers/breakdown-answer.ts";
import { figuresAnswer } from "../answers/figures-answer.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block, type Button } from "../reply.ts";

/** The figures of a period: the summary for everyone, by field or by unit for staff. */
export const statisticsFlow: Flow = async (request, tools) => {
  const { entities } = request.understanding;
  const { say, statistics } = tools;
  if (entities.invalidPeriod)
    return reply([
      paragraph(say(request.language, "figures-bad-period", { written: entities.invalidPeriod })),
    ]);
  const period = periodAsked(request, tools);
  const missing = await missingData(period, request, tools);
  if (missing) return missing;
  const query = { period, now: request.now, ...(entities.unit ? { unitCode: entities.unit } : {}) };
  const by = entities.breakdown === "field" || entities.breakdown === "unit" ? entities.breakdown : undefined;
  if (by) return breakdown(query, by, request, tools);
  const figures = await statistics.figures(query);
  if (!figures)
    return reply([paragraph(say(request.language, "figures-no-unit", { unit: entities.unit ?? "" }))]);
  return reply([
    ...figuresAnswer(figures, { ...request, ...tools }),
    { kind: "buttons", buttons: nextSteps(period, request, tools) },
  ]);
};

/** The period named, moved by the comparison asked for; the running quarter when none is. */
function periodAsked({ understanding, now }: FlowRequest, { settings }: FlowTools): Period {
  const { period, comparison } = understanding.entities;
  const named = period ?? namedPeriodAt("quarter", dayOf(now), settings.periodBasis);
  if (comparison === "previous") return previousPeriod(named);
  return comparison === "sameLastYear" ? sameLastYear(named) : named;
}

/** What to say where there is nothing to count, with the nearest period that has something. */
async function missingData(
  period: Period,
  { now, language }: FlowRequest,
  { say, statistics }: FlowTools,
): Promise<FlowResult | undefined> {
  const extent = await statistics.extent();
  if (!extent) return reply([paragraph(say(language, "figures-no-data"))]);
  const isAhead = progress(period, now) === "ahead";
  if (!isAhead && touches(period, extent)) return undefined;
  const nearest = nearestPeriod(period, extent);
  const name = (of: Period) => ({ period: showPeriod(say, language, of), days: showPeriodDays(of) });
  return reply([
    paragraph(say(language, isAhead ? "figures-ahead" : "figures-empty", name(period)), "strong"),
    paragraph(say(language, "figures-empty-nearest", name(nearest))),
    {
      kind: "buttons",
      buttons: [
        {
          label: say(language, "button-nearest", { period: name(nearest).period }),
          say: periodCommand(nearest),
        },
      ],
    },
  ]);
}

async function breakdown(
  query: { period: Period; now: Date; unitCode?: string },
  by: Breakdown,
  { speaker, language }: FlowRequest,
  { say, statistics }: FlowTools,
): Promise<FlowResult> {
  const whole: Button = { label: say(language, "button-whole"), say: periodCommand(query.period) };
  if (speaker.kind === "citizen")
    return reply([paragraph(say(language, "breakdown-staff-only")), { kind: "buttons", buttons: [whole] }]);
  const rows = await statistics.breakdown({ ...query, by });
  const other = by === "field" ? "unit" : "field";
  return reply([
    ...breakdownAnswer(rows, { period: query.period, by, say, language }),
    { kind: "buttons", buttons: [breakdownButton(query.period, other, language, say), whole] },
  ]);
}

function nextSteps(period: Period, { speaker, language }: FlowRequest, { say }: FlowTools): Button[] {
  const breakdowns = speaker.kind === "staff" ? (["field", "unit"] as const) : [];
  return [
    ...breakdowns.map((by) => breakdownButton(period, by, language, say)),
    { label: say(language, "button-previous"), say: periodCommand(previousPeriod(period)) },
    { label: say(language, "button-same-last-year"), say: periodCommand(sameLastYear(period)) },
  ];
}

function breakdownButton(
  period: Period,
  by: Breakdown,
  language: FlowRequest["language"],
  say: FlowTools["say"],
): Button {
  const words = { field: "theo linh vuc", unit: "theo don vi" }[by];
  return { label: say(language, `button-by-${by}`), say: `${periodCommand(period)} ${words}` };
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
