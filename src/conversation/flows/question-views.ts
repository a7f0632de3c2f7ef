import { asFarAlong } from "../../domain/statistics/as-far-along.ts";
import type { Figures } from "../../domain/statistics/figures.ts";
import { handlingTimeOf } from "../../domain/statistics/handling-time.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { previousPeriod, sameLastYear } from "../../domain/statistics/periods.ts";
import { dossierSeries } from "../../domain/statistics/period-series.ts";
import { touches } from "../../domain/statistics/nearest-period.ts";
import { addDays, type Day } from "../../domain/vietnam-time.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import { breakdownAnswer } from "../answers/breakdown-answer.ts";
import { comparisonAnswer } from "../answers/comparison-answer.ts";
import { measureAnswer, narrowAnswer } from "../answers/measure-answer.ts";
import { showScope, type ScopeNames, type Speech } from "../answers/question-words.ts";
import { rankingAnswer } from "../answers/ranking-answer.ts";
import { seriesAnswer } from "../answers/series-answer.ts";
import { timeAnswer, timesAnswer } from "../answers/time-answer.ts";
import { filterOf, isNarrow, type FiguresAsked } from "../figures/figures-asked.ts";
import type { FlowRequest, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";

export interface Viewing {
  names: ScopeNames;
  speech: Speech;
  chosen: Figures["chosenOnlineRate"];
  extent: { from: Day; to: Day };
}

const usualSeries = 8;
/** A period whose data begin later than this lacks some: beside whole ones it would mislead. */
const mostDaysMissing = 7;

/** The answer to a question that is not for the overview. */
export async function questionBlocks(
  asked: FiguresAsked,
  request: FlowRequest,
  tools: FlowTools,
  viewing: Viewing,
): Promise<Block[]> {
  if (asked.measure === "handlingTime") return await timeBlocks(asked, request, tools, viewing);
  if (asked.view === "series") return await seriesBlocks(asked, request, tools, viewing);
  if (asked.view === "previous" || asked.view === "lastYear")
    return await comparisonBlocks(asked, request, tools, viewing);
  if (asked.by) return await breakdownBlocks(asked, request, tools, viewing);
  return await measureBlocks(asked, request, tools, viewing);
}

async function measureBlocks(
  asked: FiguresAsked,
  { now }: FlowRequest,
  { statistics }: FlowTools,
  { names, speech, chosen, extent }: Viewing,
): Promise<Block[]> {
  const question = { ...filterOf(asked), period: asked.period, now };
  const dossiers = await statistics.dossiers(question);
  if (asked.measure === undefined || asked.measure === "handlingTime")
    return narrowAnswer(asked, dossiers, names, speech);
  const beside = async (period: Period) => {
    const at = asFarAlong(period, asked.period, now);
    const dossiers = isCovered(period, extent)
      ? await statistics.dossiers({ ...question, period, now: at ?? now })
      : undefined;
    return { period, at, dossiers };
  };
  const figures = {
    dossiers,
    previous: await beside(previousPeriod(asked.period)),
    lastYear: await beside(sameLastYear(asked.period)),
    chosen,
  };
  return measureAnswer(asked, asked.measure, figures, names, speech);
}

async function breakdownBlocks(
  asked: FiguresAsked,
  { now }: FlowRequest,
  { statistics }: FlowTools,
  { names, speech, chosen }: Viewing,
): Promise<Block[]> {
  const by = asked.by ?? "field";
  const rows = await statistics.breakdown({ ...filterOf(asked), period: asked.period, now, by });
  const { measure } = asked;
  if (measure === undefined || measure === "handlingTime")
    return [
      ...breakdownAnswer(rows, { period: asked.period, by, ...speech }),
      ...scopeNote(asked, names, speech),
    ];
  return rankingAnswer({ ...asked, by, measure }, rows, chosen, names, speech);
}

function scopeNote(asked: FiguresAsked, names: ScopeNames, speech: Speech): Block[] {
  if (asked.unitCode === undefined && !isNarrow(asked)) return [];
  const unit = showScope(asked, names, speech);
  return [paragraph(speech.say(speech.language, "figures-unit", { unit }), "muted")];
}

async function seriesBlocks(
  asked: FiguresAsked,
  { now }: FlowRequest,
  { statistics }: FlowTools,
  { names, speech, chosen, extent }: Viewing,
): Promise<Block[]> {
  const count = asked.count ?? usualSeries;
  const question = { ...filterOf(asked), period: asked.period, now };
  const series = (await dossierSeries(question, count, statistics)).filter(
    ({ period }) => period.from === asked.period.from || isCovered(period, extent),
  );
  const measure =
    asked.measure === undefined || asked.measure === "handlingTime" ? "received" : asked.measure;
  const [before, last] = [series.at(-2), series.at(-1)];
  const at = before && last && asFarAlong(before.period, last.period, now);
  const cut = at && {
    at,
    dossiers: await statistics.dossiers({ ...question, period: before.period, now: at }),
  };
  return seriesAnswer(
    { ...asked, measure, count },
    series,
    { chosen, now, before: cut ?? before },
    names,
    speech,
  );
}

async function comparisonBlocks(
  asked: FiguresAsked,
  { now }: FlowRequest,
  { statistics }: FlowTools,
  { names, speech, extent }: Viewing,
): Promise<Block[]> {
  const { say, language } = speech;
  const other = asked.view === "previous" ? previousPeriod(asked.period) : sameLastYear(asked.period);
  if (!isCovered(other, extent)) {
    const told = { period: showPeriod(say, language, other), days: showPeriodDays(other) };
    return [paragraph(say(language, "figures-empty", told), "strong")];
  }
  const question = { ...filterOf(asked), now };
  const dossiers = await statistics.dossiers({ ...question, period: asked.period });
  const at = asFarAlong(other, asked.period, now);
  const before = {
    period: other,
    at,
    dossiers: await statistics.dossiers({ ...question, period: other, now: at ?? now }),
  };
  return comparisonAnswer(asked, dossiers, before, now, names, speech);
}

async function timeBlocks(
  asked: FiguresAsked,
  { now }: FlowRequest,
  { dossierLists, calendars }: FlowTools,
  { names, speech }: Viewing,
): Promise<Block[]> {
  const calendar = calendars.of();
  const question = { ...filterOf(asked), period: asked.period, now };
  if (asked.by === undefined)
    return timeAnswer(
      asked,
      handlingTimeOf(await dossierLists.handledSpans(question), calendar),
      names,
      speech,
    );
  const { by } = asked;
  const rows = await dossierLists.handledSpansBy({ ...question, by });
  const times = rows.map(({ code, name, spans }) => ({ code, name, time: handlingTimeOf(spans, calendar) }));
  return timesAnswer({ ...asked, by }, times, names, speech);
}

/** Whether there are data for all of a period, but for a few days. */
function isCovered(period: Period, extent: Viewing["extent"]): boolean {
  return touches(period, extent) && addDays(period.from, mostDaysMissing) > extent.from;
}
