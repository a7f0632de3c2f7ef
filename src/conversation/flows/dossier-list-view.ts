import { countOf } from "../../domain/statistics/dossier-measures.ts";
import { dossierReachOf } from "../../domain/statistics/dossier-reach.ts";
import { countBehind } from "../../domain/statistics/figure-measures.ts";
import type { StaffMember } from "../../domain/staff/staff-member.ts";
import { showNumber } from "../../wording/numbers.ts";
import { actedIn } from "../acted-in.ts";
import { dossierListAnswer } from "../answers/dossier-list-answer.ts";
import { showScope, type ScopeNames, type Speech } from "../answers/question-words.ts";
import { figureButton } from "../figures/figure-buttons.ts";
import { filterOf, type FiguresAsked } from "../figures/figures-asked.ts";
import type { FlowRequest, FlowTools } from "../flow.ts";
import { mostListed, type ListFormat } from "../list-orders.ts";
import { paragraph, type Block } from "../reply.ts";

const pageLength = 20;

type Listing = { staff: StaffMember; names: ScopeNames; speech: Speech };

function questionOf(asked: FiguresAsked, now: Date, staff: StaffMember) {
  const measure = countBehind(asked.measure ?? "handled");
  return { ...filterOf(asked), period: asked.period, now, measure, reach: dossierReachOf(staff) };
}

/** A page of the dossiers behind a figure, as far as the speaker may see them one by one. */
export async function dossierListBlocks(
  asked: FiguresAsked,
  { now }: FlowRequest,
  { statistics, dossierLists }: FlowTools,
  { staff, names, speech }: Listing,
): Promise<Block[]> {
  const question = questionOf(asked, now, staff);
  const page = asked.page ?? 1;
  const offset = (page - 1) * pageLength;
  const total = await dossierLists.count(question);
  const all = countOf(question.measure, await statistics.dossiers(question));
  const dossiers = await dossierLists.list({ ...question, limit: pageLength, offset });
  const blocks = dossierListAnswer(
    asked,
    { measure: question.measure, dossiers, total, all, offset },
    names,
    speech,
  );
  const turn = (to: number, label: "button-next-page" | "button-previous-page") =>
    figureButton(label, { ...asked, view: "list", page: to }, speech);
  const buttons = [
    ...(offset + pageLength < total ? turn(page + 1, "button-next-page") : []),
    ...(page > 1 ? turn(page - 1, "button-previous-page") : []),
    ...(total > 0 ? [fileButton("xlsx", speech), fileButton("csv", speech)] : []),
    ...figureButton("button-back-to-figure", { ...asked, view: undefined, page: undefined }, speech),
  ];
  return [...blocks, { kind: "buttons", buttons }];
}

/** Carries on from the list that is shown. */
function fileButton(format: ListFormat, { say, language }: Speech) {
  return { label: say(language, `button-list-${format}`), say: `xuat ${format}` };
}

/** The whole list as a file: as many dossiers as the list said there are. */
export async function dossierListFile(
  format: ListFormat,
  asked: FiguresAsked,
  request: FlowRequest,
  { dossierLists, orderList, audit, settings }: FlowTools,
  { staff, names, speech }: Listing,
): Promise<Block[]> {
  const { say, language } = speech;
  if (settings.identity.fourEyes.includes("export"))
    return [paragraph(say(language, "export-awaits-second"))];
  const question = questionOf(asked, request.now, staff);
  const total = await dossierLists.count(question);
  if (total > mostListed)
    return [paragraph(say(language, "list-too-long", { total: showNumber(total, language) }))];
  const { period, measure } = question;
  await audit.record({
    ...actedIn(request),
    deed: "report-exported",
    on: { kind: "report", id: `list ${measure} ${period.from}..${period.to}` },
    detail: { unit: asked.unitCode ?? null, format, total },
  });
  const scope = showScope(asked, names, speech);
  return [await orderList({ format, question, scope, total, language })];
}
