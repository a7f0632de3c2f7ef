import { isCaseCodeMiss } from "../../domain/feedback/case-code.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import { caseAnswer, promiseAnswer } from "../answers/case-answer.ts";
import { caseHistory } from "../answers/case-history.ts";
import { caseList } from "../answers/case-list.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";
import { readCaseWish } from "./case-command.ts";

/** "Phản ánh của tôi tới đâu rồi": the person's own cases, one of them, and what may be done with it. */
export const feedbackCaseFlow: Flow = async (request, tools) => {
  const { ticketCode: code } = request.understanding.entities;
  const wish = readCaseWish(request.understanding.text, code !== undefined, tools.fold);
  if (code === undefined) return ownCases(request, tools);
  const file = await findOwnCase(code, request, tools);
  if (!file) return notShown(request, tools);
  switch (wish) {
    case "why":
      return reply(promiseAnswer(file.matter, { ...request, ...tools }));
    case "history":
      return reply(caseHistory(file, { ...request, ...tools }));
    default:
      return reply(caseAnswer(file, { ...request, ...tools }));
  }
};

/** A case of this person's; one of somebody else's is as unknown as one that does not exist. */
async function findOwnCase(
  code: string,
  { person }: FlowRequest,
  { feedback }: FlowTools,
): Promise<CaseFile | undefined> {
  const file = await feedback.find(code);
  return file?.matter.person === person ? file : undefined;
}

async function ownCases(
  { understanding, person, language }: FlowRequest,
  { feedback, say }: FlowTools,
): Promise<FlowResult> {
  const page = Number(/\btrang\s+(\d{1,4})\s*$/i.exec(understanding.text)?.[1] ?? 1);
  const isMiss = isCaseCodeMiss(understanding.text);
  return reply([
    ...(isMiss ? [paragraph(say(language, "case-code-malformed"), "strong")] : []),
    ...caseList(await feedback.ofPerson(person), page, { say, language }),
  ]);
}

function notShown({ language }: FlowRequest, { say }: FlowTools): FlowResult {
  return reply([
    paragraph(say(language, "case-not-shown"), "strong"),
    paragraph(say(language, "case-not-shown-why")),
    { kind: "buttons", buttons: [{ label: say(language, "case-button-own"), say: "/phananhtoi" }] },
  ]);
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
