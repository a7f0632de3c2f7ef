import { isCaseCodeMiss } from "../../domain/feedback/case-code.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import { caseAnswer } from "../answers/case-answer.ts";
import { caseHistory } from "../answers/case-history.ts";
import { caseList } from "../answers/case-list.ts";
import { promiseAnswer } from "../answers/case-promise.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";
import { readCaseWish, type CaseWish } from "./case-command.ts";
import { askForMore, askWhyReopen, confirmWithdrawal, withdraw } from "./own-case-deeds.ts";
import { findOwnCase, notShown } from "./own-case.ts";
import { sendGathered } from "./own-case-words-flow.ts";
import { rate } from "./survey-flow.ts";

/** "Phản ánh của tôi tới đâu rồi": the person's own cases, one of them, and what may be done with it. */
export const feedbackCaseFlow: Flow = async (request, tools) => {
  const { text, entities } = request.understanding;
  const { ticketCode: code } = entities;
  const wish = readCaseWish(text, code !== undefined, tools.fold);
  if (code === undefined) return ownCases(wish, request, tools);
  const file = await findOwnCase(code, request, tools);
  return (file && (await fulfil(wish, file, request, tools))) ?? notShown(request, tools);
};

async function fulfil(
  wish: CaseWish,
  file: CaseFile,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  const { code } = file.matter;
  const form =
    request.state.form?.kind === "own-case-words" && request.state.form.code === code
      ? request.state.form
      : undefined;
  const isPressedAgain = /\s(gui|dongy)\s*$/.test(request.understanding.text);
  const telling = { ...request, ...tools };
  switch (wish) {
    case "list":
    case "show":
      return show(file, request, tools);
    case "why":
      return reply(promiseAnswer(file.matter, telling));
    case "history":
      return reply(caseHistory(file, telling));
    case "add":
      return isPressedAgain && form?.action === "add"
        ? sendGathered(form, "", request, tools)
        : askForMore(file, request, tools);
    case "withdraw":
      return isPressedAgain
        ? withdraw(code, form?.words, request, tools)
        : confirmWithdrawal(file, undefined, request, tools);
    case "reopen":
      return askWhyReopen(file, request, tools);
    case "rate":
      return (await rate(code, request, tools)) ?? show(file, request, tools);
  }
}

async function show(file: CaseFile, request: FlowRequest, tools: FlowTools): Promise<FlowResult> {
  const { id, round } = file.matter;
  return reply(caseAnswer(file, { ...request, ...tools }, await tools.surveys.find(id, round)));
}

async function ownCases(
  wish: CaseWish,
  { understanding, person, language }: FlowRequest,
  { feedback, say }: FlowTools,
): Promise<FlowResult> {
  const page = Number(/\btrang\s+(\d{1,4})\s*$/i.exec(understanding.text)?.[1] ?? 1);
  const cases = await feedback.ofPerson(person);
  const isMiss = isCaseCodeMiss(understanding.text);
  return reply([
    ...(isMiss ? [paragraph(say(language, "case-code-malformed"), "strong")] : []),
    ...(wish !== "list" && cases.length > 0 ? [paragraph(say(language, "case-which"), "strong")] : []),
    ...caseList(cases, page, { say, language }),
  ]);
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
