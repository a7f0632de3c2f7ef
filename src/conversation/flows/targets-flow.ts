import { readStandings, type Standings } from "../../domain/targets/read-standings.ts";
import { qualityIndicators, type QualityQuestion } from "../../domain/targets/handling-quality.ts";
import { partsOf, type TargetIndicator } from "../../domain/targets/target-indicators.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { namedPeriodAt } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { lostCasesAnswer, serviceQualityAnswer } from "../answers/handling-quality-answer.ts";
import { targetsAnswer } from "../answers/targets-answer.ts";
import { figuresTopic } from "../figures/asked-of.ts";
import { figuresCommand } from "../figures/figures-command.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block, type Button } from "../reply.ts";
import { followUp } from "../statistics-follow-up.ts";
import { fold } from "../understanding/text/fold.ts";

/** `/chitieu`: how far each indicator is from its target, and where it will end. */
export const targetsFlow: Flow = async (request, tools) => {
  const { say } = tools;
  const { language } = request;
  const question = questionOf(request, tools);
  const standings = await read(question, tools);
  if (!standings) return noUnit(question, request, tools);
  const { period } = question;
  await tools.figureRuns.keep({ ...runOf(question), figures: standings.figures });
  return remembering(question, [
    ...targetsAnswer(standings, { say, language }),
    buttons([
      { label: say(language, "button-whole"), say: periodCommand(period) },
      { label: say(language, "button-quality"), say: command("/chiso", period) },
      { label: say(language, "button-report-png"), say: command("/xuat png mode", period) },
    ]),
  ]);
};

/** The words by which a list of lost cases is asked for, as the buttons say them. */
const lists: readonly [word: string, indicator: TargetIndicator][] = [
  ["mat diem dung han", "onTimeRate"],
  ["mat diem truc tuyen", "onlineRateOfReceived"],
  ["mat diem phan anh", "feedbackOnTimeRate"],
  ["mat diem hai long", "satisfactionRate"],
];
const pageSize = 20;

/** `/chiso`: the indicators of service quality, and for staff the cases that took away from one. */
export const serviceQualityFlow: Flow = async (request, tools) => {
  const { say } = tools;
  const { language, speaker } = request;
  const question = questionOf(request, tools);
  const standings = await read(question, tools);
  if (!standings) return noUnit(question, request, tools);
  const { figures, quality } = standings;
  const words = fold(request.understanding.text);
  const asked = lists.find(([word]) => words.includes(word))?.[1];
  if (asked) {
    if (speaker.kind === "citizen")
      return { replies: [{ blocks: [paragraph(say(language, "quality-staff-only"))] }] };
    const { good, whole } = partsOf(asked, figures, quality);
    return remembering(question, await lostPage(asked, whole - good, question, request, tools));
  }
  await tools.figureRuns.keep({ ...runOf(question), figures });
  const drills =
    speaker.kind === "citizen"
      ? []
      : qualityIndicators(figures).flatMap((indicator) => {
          const isOnline = indicator === "onlineRateOfHandled" || indicator === "onlineRateOfReceived";
          const { good, whole } = partsOf(isOnline ? "onlineRateOfReceived" : indicator, figures, quality);
          const list = lists.find(([, of]) => of === (isOnline ? "onlineRateOfReceived" : indicator))!;
          if (good === whole) return [];
          return [
            {
              label: say(language, "button-lost", { indicator }),
              say: command(`/chiso ${list[0]}`, question.period),
            },
          ];
        });
  return remembering(question, [
    ...serviceQualityAnswer(standings, { say, language }),
    buttons([
      ...drills,
      { label: say(language, "button-targets"), say: command("/chitieu", question.period) },
    ]),
  ]);
};

async function lostPage(
  indicator: TargetIndicator,
  total: number,
  question: QualityQuestion,
  { understanding, language }: FlowRequest,
  { say, serviceQuality }: FlowTools,
): Promise<Block[]> {
  const page = Math.max(1, Number(/\btrang (\d{1,4})\b/.exec(fold(understanding.text))?.[1] ?? 1));
  const offset = (page - 1) * pageSize;
  const cases = await serviceQuality.lost({ ...question, indicator, limit: pageSize, offset });
  const word = lists.find(([, of]) => of === indicator)![0];
  const isMore = offset + cases.length < total;
  const next = command(`/chiso ${word} trang ${page + 1}`, question.period);
  return [
    ...lostCasesAnswer(cases, { indicator, total, offset, period: question.period }, { say, language }),
    buttons([
      ...(isMore ? [{ label: say(language, "button-next-page"), say: next }] : []),
      { label: say(language, "button-quality"), say: command("/chiso", question.period) },
    ]),
  ];
}

/** The period named, or the one whose end is asked about, or that of the figures just shown, or the running quarter. */
function questionOf(request: FlowRequest, tools: FlowTools): QualityQuestion {
  const { understanding, now } = request;
  const { periodBasis } = tools.settings;
  const topic = figuresTopic(request, tools);
  const asked = followUp(understanding.text, understanding.entities, topic, periodBasis);
  const { unitCode } = asked;
  const period =
    endAsked(fold(understanding.text), now, periodBasis) ??
    asked.period ??
    namedPeriodAt("quarter", dayOf(now), periodBasis);
  return { period, now, ...(unitCode !== undefined && { unitCode }) };
}

/** "dự báo cuối năm": the running year. */
function endAsked(words: string, now: Date, basis: FlowTools["settings"]["periodBasis"]): Period | undefined {
  const [, kind] =
    /\b(?:cuoi|het|end of the|end of) (nam|thang|quy|year|month|quarter)\b(?! \d)/.exec(words) ?? [];
  if (kind === undefined) return undefined;
  const named = {
    nam: "year",
    thang: "month",
    quy: "quarter",
    year: "year",
    month: "month",
    quarter: "quarter",
  } as const;
  return namedPeriodAt(named[kind as keyof typeof named], dayOf(now), basis);
}

function read(question: QualityQuestion, { calendars, ...tools }: FlowTools): Promise<Standings | undefined> {
  return readStandings(question, { ...tools, calendar: calendars.of(question.unitCode) });
}

function runOf({ now, unitCode }: QualityQuestion) {
  return { askedAt: now, ...(unitCode !== undefined && { unitCode }) };
}

function noUnit({ unitCode }: QualityQuestion, { language }: FlowRequest, { say }: FlowTools): FlowResult {
  return { replies: [{ blocks: [paragraph(say(language, "figures-no-unit", { unit: unitCode ?? "" }))] }] };
}

function remembering({ period, unitCode }: QualityQuestion, blocks: Block[]): FlowResult {
  return {
    replies: [{ blocks }],
    state: { topic: { kind: "statistics", say: figuresCommand({ period, unitCode }) } },
  };
}

function buttons(all: Button[]): Block {
  return { kind: "buttons", buttons: all };
}

function command(name: string, period: Period): string {
  return periodCommand(period).replace("/thongke", name);
}
