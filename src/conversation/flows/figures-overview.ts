import { adjustmentsOf } from "../../domain/statistics/signed-figures.ts";
import { previousPeriod, sameLastYear } from "../../domain/statistics/periods.ts";
import { dayOf } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import { figuresAnswer } from "../answers/figures-answer.ts";
import type { Speech } from "../answers/question-words.ts";
import { signedNote } from "../answers/signed-answer.ts";
import { figureButton } from "../figures/figure-buttons.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import type { FlowRequest, FlowTools } from "../flow.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block, type Button, type Reply } from "../reply.ts";
import { adjustmentsButton } from "./sign-off-flow.ts";
import { fileButtons, pictureReply } from "./report-files.ts";

/** All figures of a period, with the picture and the ways on for staff. */
export async function overviewReplies(
  { period, unitCode }: FiguresAsked,
  request: FlowRequest,
  tools: FlowTools,
): Promise<Reply[]> {
  const { speaker, language, now } = request;
  const { say, statistics, signedFigures } = tools;
  const speech: Speech = { say, language };
  const query = { period, now, ...(unitCode === undefined ? {} : { unitCode }) };
  const figures = await statistics.figures(query);
  if (!figures) return [{ blocks: [paragraph(say(language, "figures-no-unit", { unit: unitCode ?? "" }))] }];
  await tools.figureRuns.keep({ askedAt: now, ...(unitCode !== undefined && { unitCode }), figures });
  const isStaff = speaker.kind === "staff";
  const signed = isStaff ? await signedFigures.find(query) : undefined;
  const [headline, ...details] = figuresAnswer(figures, speech);
  const pressing = await pressingToday(request, tools);
  const blocks = [headline!, ...pressing, ...details, ...(signed ? signedNote(signed, figures, speech) : [])];
  const { resolved, open } = figures.dossiers;
  const buttons = nextSteps({ period, unitCode }, isStaff, resolved.late + open.late > 0, speech);
  if (pressing.length) buttons.unshift({ label: say(language, "button-work-of-unit"), say: "/viec phong" });
  if (signed && adjustmentsOf(signed.figures, figures).length)
    buttons.unshift(adjustmentsButton(period, speech));
  const picture = isStaff ? await pictureReply(query, request, tools) : [];
  return [{ blocks: [...blocks, { kind: "buttons", buttons }] }, ...picture];
}

/** What a leader's unit has to deal with today, whatever period is asked for; nothing where there is nothing. */
async function pressingToday(
  { speaker, language, now }: FlowRequest,
  { work, say }: FlowTools,
): Promise<Block[]> {
  if (speaker.kind !== "staff") return [];
  const led = [speaker.staff, ...(speaker.staff.standsInFor ?? [])].find(({ role }) => role !== "officer");
  if (!led) return [];
  const on = dayOf(now);
  const none = { limit: 0, offset: 0, isAll: false };
  const { late, today } = await work.list(
    { kind: "unit", unitCode: led.unitCode },
    { today: on, until: on },
    none,
  );
  if (late + today === 0) return [];
  const told = { unit: led.unitName, late: showNumber(late, language), today: showNumber(today, language) };
  return [paragraph(say(language, "figures-today", told), late > 0 ? "warning" : "strong")];
}

function nextSteps(asked: FiguresAsked, isStaff: boolean, isLate: boolean, speech: Speech): Button[] {
  const { say, language } = speech;
  return [
    ...(isStaff
      ? [
          ...fileButtons(asked.period, language, say),
          ...(isLate ? figureButton("button-late", { ...asked, measure: "late" }, speech) : []),
          ...figureButton("button-by-field", { ...asked, by: "field" }, speech),
          ...figureButton("button-by-unit", { ...asked, by: "unit" }, speech),
          ...figureButton("button-trend", { ...asked, view: "series" }, speech),
        ]
      : []),
    {
      label: say(language, "button-targets"),
      say: periodCommand(asked.period).replace("/thongke", "/chitieu"),
    },
    ...figureButton("button-previous", { ...asked, period: previousPeriod(asked.period) }, speech),
    ...figureButton("button-same-last-year", { ...asked, period: sameLastYear(asked.period) }, speech),
    { label: say(language, "button-definition"), say: "/dinhnghia" },
  ];
}
