import { nearestPeriod, touches } from "../../domain/statistics/nearest-period.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { progress } from "../../domain/statistics/periods.ts";
import type { Day } from "../../domain/vietnam-time.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { Speech } from "../answers/question-words.ts";
import { askedOf, figuresTopic, type UnitInDoubt } from "../figures/asked-of.ts";
import { drillButtons, figureButton, longestCommand } from "../figures/figure-buttons.ts";
import { isNarrow, type FiguresAsked } from "../figures/figures-asked.ts";
import { figuresCommand } from "../figures/figures-command.ts";
import { readListFile } from "../figures/read-figures-words.ts";
import { scopeNamesOf } from "../figures/scope-names.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block } from "../reply.ts";
import { readReportKind } from "../read-report-kind.ts";
import { dossierListBlocks, dossierListFile } from "./dossier-list-view.ts";
import { overviewReplies } from "./figures-overview.ts";
import { figuresRun } from "./figures-run.ts";
import { questionBlocks } from "./question-views.ts";
import { reportFileReply } from "./report-files.ts";

/** The figures of a period: the summary for everyone; any question of dossiers, and the dossiers themselves, for staff. */
export const statisticsFlow: Flow = async (request, tools) => {
  const { understanding, language } = request;
  const { say } = tools;
  const { invalidPeriod } = understanding.entities;
  if (invalidPeriod)
    return reply([paragraph(say(language, "figures-bad-period", { written: invalidPeriod }))]);
  const file = await listFile(request, tools);
  if (file) return file;
  const read = askedOf(request, tools);
  if (read.kind !== "asked") return reply(askUnit(read.unit, read.without, request, tools));
  const { asked } = read;
  const extent = await tools.statistics.extent();
  const missing = missingData(asked.period, extent, request, tools);
  if (missing) return missing;
  if (asked.unitCode !== undefined && !tools.units.some(({ code }) => code === asked.unitCode))
    return reply([paragraph(say(language, "figures-no-unit", { unit: asked.unitCode }))]);
  const state = { topic: { kind: "statistics" as const, say: figuresCommand(asked) } };
  const report = readReportKind(understanding.text);
  const query = { period: asked.period, now: request.now, ...ofUnit(asked) };
  if (report) return { replies: [await reportFileReply(report, query, request, tools)], state };
  return { ...(await answer(asked, extent!, request, tools)), state };
};

function ofUnit({ unitCode }: FiguresAsked): { unitCode?: string } {
  return unitCode === undefined ? {} : { unitCode };
}

async function answer(
  asked: FiguresAsked,
  extent: { from: Day; to: Day },
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const { speaker, language } = request;
  const speech: Speech = { say: tools.say, language };
  const isDetailed = asked.by !== undefined || asked.view !== undefined || isNarrow(asked);
  const isOverview = !isDetailed && (asked.measure === undefined || speaker.kind === "citizen");
  if (isOverview) return { replies: await overviewReplies(asked, request, tools) };
  const whole = figureButton("button-whole", { period: asked.period }, speech);
  if (speaker.kind === "citizen") {
    const key = asked.by === undefined ? "question-staff-only" : "breakdown-staff-only";
    return reply([paragraph(tools.say(language, key)), { kind: "buttons", buttons: whole }]);
  }
  const names = scopeNamesOf(tools);
  const notes = [
    ...(await figuresRun(asked, request, tools, speech)),
    ...(tools.settings.isDemonstration
      ? [paragraph(tools.say(language, "question-demonstration"), "muted")]
      : []),
  ];
  if (asked.view === "list") {
    const listing = { staff: speaker.staff, names, speech };
    return reply([...(await dossierListBlocks(asked, request, tools, listing)), ...notes]);
  }
  const chosen = tools.settings.onlineRate;
  const blocks = await questionBlocks(asked, request, tools, { names, speech, chosen, extent });
  return reply([
    ...blocks,
    ...notes,
    { kind: "buttons", buttons: [...drillButtons(asked, speech), ...whole] },
  ]);
}

/** "xuất excel" after a figure or its list; undefined when no such file is asked for. */
async function listFile(request: FlowRequest, tools: FlowTools): Promise<FlowResult | undefined> {
  const { understanding, speaker, language, state } = request;
  const format = understanding.text.startsWith("/") ? undefined : readListFile(understanding.text);
  if (!format || understanding.entities.period) return undefined;
  const topic = figuresTopic(request, tools);
  const isOfList = topic?.view === "list" || topic?.measure !== undefined;
  if (!topic || !isOfList)
    return format === "csv" ? reply([paragraph(tools.say(language, "list-nothing-before"))]) : undefined;
  if (speaker.kind === "citizen") return reply([paragraph(tools.say(language, "question-staff-only"))]);
  const listing = {
    staff: speaker.staff,
    names: scopeNamesOf(tools),
    speech: { say: tools.say, language },
  };
  const blocks = await dossierListFile(format, topic, request, tools, listing);
  return { replies: [{ blocks }], state: { topic: state.topic } };
}

const mostUnits = 10;

/** Which unit is meant, where the words fit several or none. */
function askUnit(
  read: UnitInDoubt,
  without: FiguresAsked,
  { language }: FlowRequest,
  { say, units }: FlowTools,
): Block[] {
  const offered = (read.kind === "several" ? read.units : units).slice(0, mostUnits);
  const text =
    read.kind === "several"
      ? say(language, "unit-several")
      : say(language, "unit-none", { words: read.words });
  const buttons = offered
    .map(({ code, name }) => ({ label: name, say: figuresCommand({ ...without, unitCode: code }) }))
    .filter((button) => button.say.length <= longestCommand);
  return [paragraph(text, "strong"), { kind: "buttons", buttons }];
}

/** What to say where there is nothing to count, with the nearest period that has something. */
function missingData(
  period: Period,
  extent: { from: Day; to: Day } | undefined,
  { now, language }: FlowRequest,
  { say }: FlowTools,
): FlowResult | undefined {
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

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
