import type { Breakdown } from "../../domain/statistics/figures-question.ts";
import { adjustmentsOf } from "../../domain/statistics/signed-figures.ts";
import { nearestPeriod, touches } from "../../domain/statistics/nearest-period.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { namedPeriodAt, previousPeriod, progress, sameLastYear } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import { breakdownAnswer } from "../answers/breakdown-answer.ts";
import { signedNote } from "../answers/signed-answer.ts";
import { figuresAnswer } from "../answers/figures-answer.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { readReportKind } from "../read-report-kind.ts";
import { compared, followUp, type FiguresTopic } from "../statistics-follow-up.ts";
import { adjustmentsButton } from "./sign-off-flow.ts";
import { fileButtons, pictureReply, reportFileReply } from "./report-files.ts";
import { readPeriod } from "../understanding/read-period.ts";

/** The figures of a period: the summary for everyone, by field or by unit for staff. */
export const statisticsFlow: Flow = async (request, tools) => {
  const { entities } = request.understanding;
  const { say, statistics } = tools;
  if (entities.invalidPeriod)
    return reply([
      paragraph(say(request.language, "figures-bad-period", { written: entities.invalidPeriod })),
    ]);
  const { period, unit, by } = figuresAsked(request, tools);
  const missing = await missingData(period, request, tools);
  if (missing) return missing;
  const query = { period, now: request.now, ...(unit ? { unitCode: unit } : {}) };
  const state = { topic: { kind: "statistics" as const, say: periodCommand(period), unit, by } };
  const report = readReportKind(request.understanding.text);
  if (report) return { replies: [await reportFileReply(report, query, request, tools)], state };
  if (by) return { ...(await breakdown(query, by, request, tools)), state };
  const figures = await statistics.figures(query);
  if (!figures) return reply([paragraph(say(request.language, "figures-no-unit", { unit: unit ?? "" }))]);
  await tools.figureRuns.keep({ askedAt: request.now, ...(unit && { unitCode: unit }), figures });
  const signed = request.speaker.kind === "staff" ? await tools.signedFigures.find(query) : undefined;
  const speech = { say, language: request.language };
  const blocks = [...figuresAnswer(figures, speech), ...(signed ? signedNote(signed, figures, speech) : [])];
  const buttons = nextSteps(period, request, tools);
  if (signed && adjustmentsOf(signed.figures, figures).length)
    buttons.unshift(adjustmentsButton(period, speech));
  const picture = request.speaker.kind === "staff" ? await pictureReply(query, request, tools) : [];
  return { replies: [{ blocks: [...blocks, { kind: "buttons", buttons }] }, ...picture], state };
};

/** What is asked for, with what was left unsaid taken from the figures shown before; the running quarter at first. */
function figuresAsked(
  { understanding, state, now }: FlowRequest,
  { settings }: FlowTools,
): FiguresTopic & { period: Period } {
  const { periodBasis } = settings;
  const shown =
    state.topic?.kind === "statistics" ? readPeriod(state.topic.say, { now, periodBasis }) : undefined;
  const topic = shown && state.topic?.kind === "statistics" ? { ...state.topic, period: shown } : undefined;
  const asked = followUp(understanding.text, understanding.entities, topic, periodBasis);
  const named = asked.period ?? namedPeriodAt("quarter", dayOf(now), periodBasis);
  return { period: compared(named, asked.comparison), unit: asked.unit, by: asked.by };
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
    ...(speaker.kind === "staff" ? fileButtons(period, language, say) : []),
    ...breakdowns.map((by) => breakdownButton(period, by, language, say)),
    { label: say(language, "button-targets"), say: periodCommand(period).replace("/thongke", "/chitieu") },
    { label: say(language, "button-previous"), say: periodCommand(previousPeriod(period)) },
    { label: say(language, "button-same-last-year"), say: periodCommand(sameLastYear(period)) },
  ];
}

const breakdownWords: Record<Breakdown, string> = {
  field: "theo linh vuc",
  unit: "theo don vi",
  procedure: "theo thu tuc",
  mode: "theo hinh thuc",
  level: "theo muc do",
  interlinked: "theo lien thong",
};

function breakdownButton(
  period: Period,
  by: Breakdown,
  language: FlowRequest["language"],
  say: FlowTools["say"],
): Button {
  return { label: say(language, `button-by-${by}`), say: `${periodCommand(period)} ${breakdownWords[by]}` };
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
