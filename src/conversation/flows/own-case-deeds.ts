import type { CaseAction } from "../../domain/feedback/case-action.ts";
import { isOpen, mayFollow } from "../../domain/feedback/case-states.ts";
import { changeCase } from "../../domain/feedback/change-case.ts";
import { reopenableUntil } from "../../domain/feedback/citizen-actions.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import type { CaseFile } from "../../domain/feedback/feedback-store.ts";
import { caseButtons } from "../answers/case-answer.ts";
import { caseRefusal } from "../answers/case-refusal.ts";
import type { ConversationFormOf } from "../conversation-state.ts";
import type { FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";

// What a person may do with a case of their own. Each begins with a question, whose answer own-case-words-flow.ts reads.

/** Asks for what is to be added, or for the answer to the officer's question. */
export function askForMore({ matter, events }: CaseFile, request: FlowRequest, tools: FlowTools): FlowResult {
  const { code } = matter;
  const { say } = tools;
  const { language } = request;
  if (!isOpen(matter.status))
    return refuse("add-information", { because: "wrong-state" }, matter, request, tools);
  const question =
    matter.status === "awaiting-citizen" && events.findLast(({ kind }) => kind === "citizen-asked")?.reason;
  return ask(
    { kind: "own-case-words", action: "add", code },
    question
      ? [
          paragraph(say(language, "case-reply-ask", { code, words: question }), "strong"),
          paragraph(say(language, "case-reply-how")),
        ]
      : [paragraph(say(language, "case-add-ask", { code }), "strong")],
  );
}

/** Sends what was gathered to the officer. */
export async function addInformation(
  code: string,
  { text, attachmentIds }: { text: string; attachmentIds: readonly string[] },
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  const wasAsked = (await tools.feedback.find(code))?.matter.status === "awaiting-citizen";
  return act(code, { kind: "add-information", text, attachmentIds }, request, tools, ({ unitName }) =>
    tools.say(request.language, wasAsked ? "case-reply-done" : "case-add-done", {
      code,
      unit: unitName ?? tools.agencyName,
    }),
  );
}

/** Asks whether they mean it; `words` is the reason given so far. */
export function confirmWithdrawal(
  { matter }: CaseFile,
  words: string | undefined,
  request: FlowRequest,
  tools: FlowTools,
): FlowResult {
  const { code } = matter;
  const { say } = tools;
  const { language } = request;
  if (!mayFollow(matter.status, "withdrawn"))
    return refuse("withdraw", { because: "wrong-state" }, matter, request, tools);
  return ask({ kind: "own-case-words", action: "withdraw", code, ...(words && { words }) }, [
    paragraph(say(language, "case-withdraw-ask", { code }), "strong"),
    paragraph(words ? say(language, "case-withdraw-reason", { words }) : say(language, "case-withdraw-why")),
    {
      kind: "buttons",
      buttons: [
        { label: say(language, "case-button-withdraw"), say: `/rutphananh ${code} dongy` },
        { label: say(language, "case-button-keep"), say: `/traphananh ${code}` },
      ],
    },
  ]);
}

export function withdraw(
  code: string,
  reason: string | undefined,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  return act(code, { kind: "withdraw", ...(reason && { reason }) }, request, tools, () =>
    tools.say(request.language, "case-withdraw-done", { code }),
  );
}

/** Asks why it should be looked at again. */
export function askWhyReopen({ matter }: CaseFile, request: FlowRequest, tools: FlowTools): FlowResult {
  const until = reopenableUntil(matter);
  if (!mayFollow(matter.status, "reopen-requested"))
    return refuse("request-reopening", { because: "wrong-state" }, matter, request, tools);
  if (until && request.now >= until)
    return refuse("request-reopening", { because: "reopening-too-late", until }, matter, request, tools);
  const { code } = matter;
  return ask({ kind: "own-case-words", action: "reopen", code }, [
    paragraph(tools.say(request.language, "case-reopen-ask", { code }), "strong"),
  ]);
}

export function requestReopening(
  code: string,
  reason: string,
  request: FlowRequest,
  tools: FlowTools,
): Promise<FlowResult | undefined> {
  return act(code, { kind: "request-reopening", reason }, request, tools, () =>
    tools.say(request.language, "case-reopen-done", { code }),
  );
}

/** Does it, and says so or why not. Undefined when there is no such case. */
async function act(
  code: string,
  action: CaseAction,
  request: FlowRequest,
  tools: FlowTools,
  done: (matter: FeedbackCase) => string,
): Promise<FlowResult | undefined> {
  const { person, channel, now } = request;
  const outcome = await changeCase({ code, action, actor: { kind: "citizen", person }, channel, now }, tools);
  switch (outcome.kind) {
    case "changed":
      return tell(done(outcome.matter), outcome.matter, request, tools);
    case "refused":
      return refuse(action.kind, outcome.refusal, outcome.matter, request, tools);
    default:
      return undefined;
  }
}

function refuse(
  action: CaseAction["kind"],
  refusal: Parameters<typeof caseRefusal>[0],
  matter: FeedbackCase,
  request: FlowRequest,
  tools: FlowTools,
): FlowResult {
  return tell(
    caseRefusal(refusal, action, matter, { say: tools.say, language: request.language }),
    matter,
    request,
    tools,
  );
}

function tell(
  sentence: string,
  matter: FeedbackCase,
  { language, now }: FlowRequest,
  { say }: FlowTools,
): FlowResult {
  return {
    replies: [
      {
        blocks: [
          paragraph(sentence, "strong"),
          { kind: "buttons", buttons: caseButtons(matter, { say, language, now }) },
        ],
      },
    ],
  };
}

function ask(form: ConversationFormOf<"own-case-words">, blocks: Block[]): FlowResult {
  return { replies: [{ blocks }], state: { form } };
}
