import type { Procedure } from "../../domain/procedures/procedure.ts";
import { procedureAnswer } from "../answers/procedure-answer.ts";
import { fieldsButton, procedureButton, procedureList } from "../answers/procedure-list.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { chooseProcedures } from "../procedures/choose-procedures.ts";
import { listingCommand, readListing } from "../procedures/procedure-command.ts";
import type { Aspect, ProcedureQuestion } from "../procedures/read-question.ts";
import { paragraph, type Block } from "../reply.ts";

/** "Làm lý lịch tư pháp cần gì, bao lâu, bao nhiêu tiền": from the catalogue, what was asked first. */
export const procedureFlow: Flow = (request, tools) => {
  const { understanding, state } = request;
  const { procedures: catalogue } = tools;
  const listing = readListing(understanding.text);
  if (listing) return reply(procedureList(catalogue, listing, { ...tools, ...request }));

  const question = catalogue.read(understanding.text);
  const byCode = catalogue.find(question.code ?? "");
  if (byCode) return tell(byCode, question.aspects, request, tools);
  const field = catalogue.fields.findIndex(({ name }) => name === understanding.entities.field) + 1;
  if (question.wantsList && field > 0)
    return reply(procedureList(catalogue, { kind: "field", field, page: 1 }, { ...tools, ...request }));
  if (question.words.length === 0) {
    const topic = state.topic?.kind === "procedure" ? catalogue.find(state.topic.code) : undefined;
    return topic && !question.wantsList
      ? tell(topic, question.aspects, request, tools)
      : askWhich(question, request, tools);
  }
  const choice = chooseProcedures(catalogue.search(question));
  switch (choice.kind) {
    case "one":
      return tell(choice.procedure, question.aspects, request, tools);
    case "several":
      return offer(choice.procedures, question.aspects, request, tools);
    case "none":
      return notFound(choice.nearest, question.aspects, request, tools);
  }
};

function tell(
  procedure: Procedure,
  asked: readonly Aspect[],
  { language }: FlowRequest,
  { say, settings: { isDemonstration }, procedures: { fields } }: FlowTools,
): FlowResult {
  const field = fields.findIndex(({ name }) => name === procedure.field) + 1;
  return {
    replies: [
      {
        blocks: [
          ...procedureAnswer(procedure, asked, { say, language, isDemonstration }),
          {
            kind: "buttons",
            buttons: [
              {
                label: say(language, "button-procedure-same-field"),
                say: listingCommand({ kind: "field", field, page: 1 }),
              },
            ],
          },
        ],
      },
    ],
    state: { topic: { kind: "procedure", code: procedure.code } },
  };
}

function offer(
  procedures: readonly Procedure[],
  asked: readonly Aspect[],
  { language }: FlowRequest,
  { say }: FlowTools,
): FlowResult {
  const buttons = procedures.map((procedure) => procedureButton(procedure, asked));
  return reply([
    paragraph(say(language, "procedure-which"), "strong"),
    { kind: "buttons", buttons: [...buttons, fieldsButton({ say, language })] },
  ]);
}

function notFound(
  nearest: readonly Procedure[],
  asked: readonly Aspect[],
  { language }: FlowRequest,
  { say, agencyName }: FlowTools,
): FlowResult {
  const buttons = nearest.map((procedure) => procedureButton(procedure, asked));
  return reply([
    paragraph(say(language, "procedure-not-found", { agency: agencyName }), "strong"),
    paragraph(say(language, buttons.length > 0 ? "procedure-nearest" : "procedure-not-found-fields")),
    { kind: "buttons", buttons: [...buttons, fieldsButton({ say, language })] },
  ]);
}

/** Nothing in the question tells which procedure: the fields to choose from. */
function askWhich(question: ProcedureQuestion, request: FlowRequest, tools: FlowTools): FlowResult {
  const list = procedureList(tools.procedures, { kind: "fields", page: 1 }, { ...tools, ...request });
  const ask = paragraph(tools.say(request.language, "procedure-ask-which"), "strong");
  const isAsked = question.aspects.length > 0 && tools.procedures.fields.length > 0;
  return reply(isAsked ? [ask, ...list.slice(1)] : list);
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
