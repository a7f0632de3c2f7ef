import { nearMiss } from "../domain/dossiers/dossier-code.ts";
import { isCaseCodeMiss } from "../domain/feedback/case-code.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import type { Language, Say } from "../wording/wording.ts";
import { buttonLabelled, chooseButton, choicesOf } from "./choose-button.ts";
import type { ConversationForm, ConversationState } from "./conversation-state.ts";
import type { Flow, FlowRequest, FlowTools, FormFlow, Speaker } from "./flow.ts";
import { clarifyFlow, tornBetween } from "./flows/clarify-flow.ts";
import { fitForGroup } from "./flows/group-flow.ts";
import { answerInBetween } from "./forms/answer-in-between.ts";
import { albumOf, answerOutsideFlows, sayEditRead } from "./beyond-text.ts";
import { carriesOnFigures } from "./figures/read-figures-words.ts";
import type { InboundContent, InboundMessage } from "./inbound-message.ts";
import { isUnmistakable } from "./procedures/choose-procedures.ts";
import type { ProcedureCatalogue } from "./procedures/procedure-catalogue.ts";
import { mayShowCode } from "./photo-codes.ts";
import { asksMore } from "./procedures/read-question.ts";
import { sayReading } from "./readings.ts";
import { paragraph } from "./reply.ts";
import { StoreUnavailableError } from "./store-unavailable-error.ts";
import type { OpenConversation, TurnChanges, TurnStore, TurnStores } from "./turn-store.ts";
import type { Intent, Understand, Understanding } from "./understanding/understanding.ts";

/** What the turn needs to know of the deployment, read afresh when it may have changed. */
export interface Surroundings extends Omit<FlowTools, keyof TurnStores | "say"> {
  understand: Understand;
}

export interface TurnPorts {
  turns: TurnStore;
  surroundings: () => Promise<Surroundings>;
  flows: Record<Intent, Flow>;
  formFlows: Record<ConversationForm["kind"], FormFlow>;
  say: Say;
  clock: Clock;
  /** Told of a message that could not be answered because of a fault of ours. */
  onFailure: (error: unknown, message: InboundMessage) => void;
  /** Told that a conversation has something to deliver. */
  onAnswered: (message: InboundMessage) => void;
}

type TurnOutcome = { kind: "answered" } | { kind: "duplicate" } | { kind: "failed" };

/** Works one inbound message out to replies in the outbox. Throws StoreUnavailableError when the database is away. */
export type HandleMessage = (message: InboundMessage) => Promise<TurnOutcome>;

/**
 * One transaction a turn (see TurnStore). A fault of ours is recorded with the message and apologised for, so that no
 * platform redelivers it for ever; only a database that is away is thrown, so that the platform does redeliver.
 */
export function createTurn(ports: TurnPorts): HandleMessage {
  return async (message) => {
    const now = ports.clock();
    try {
      const surroundings = await ports.surroundings();
      const outcome = await ports.turns.inTurn(message, now, (conversation, stores) =>
        answer(
          message,
          conversation,
          { ...surroundings, ...stores, say: ports.say },
          surroundings,
          ports,
          now,
        ),
      );
      // After a duplicate too: its lock may have hidden the conversation from the worker that was woken by the first.
      ports.onAnswered(message);
      return { kind: outcome };
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      ports.onFailure(error, message);
      const outcome = await ports.turns.inTurn(message, now, async (conversation) =>
        apology(ports.say, conversation, error),
      );
      if (outcome === "answered") ports.onAnswered(message);
      return { kind: "failed" };
    }
  };
}

async function answer(
  message: InboundMessage,
  conversation: OpenConversation,
  tools: FlowTools,
  { understand, settings }: Surroundings,
  ports: Pick<TurnPorts, "flows" | "formFlows">,
  now: Date,
): Promise<TurnChanges> {
  const { content } = message;
  const { person, language, attachmentIds } = conversation;
  const speaker: Speaker = message.isInGroup ? { kind: "citizen" } : conversation.speaker;
  const state = await withoutFormThatIsOver({ state: conversation.state, speaker }, ports, tools);
  const album = albumOf(content);
  const replies = await answerOutsideFlows(content, { ...conversation, state }, tools.say);
  if (replies && mayShowCode(content, state)) await tools.photoReadings.ask(attachmentIds[0]!, now);
  if (replies)
    return { state: { ...state, choices: choicesOf(replies) ?? state.choices, album }, language, replies };

  const text = wordsOf(content, state);
  const role = speaker.kind === "staff" ? speaker.staff.role : "citizen";
  const understanding = understand(text, { now, role, periodBasis: settings.periodBasis });
  const request: FlowRequest = {
    understanding,
    content,
    attachmentIds,
    channel: message.channel,
    conversationId: conversation.id,
    messageId: message.id,
    state,
    speaker,
    person,
    language,
    now,
  };
  const chosen = chooseFlow(ports, request, tools.procedures);
  const flow = message.isInGroup ? fitForGroup(chosen, understanding.intent, ports.flows) : chosen;
  const result = await flow(request, tools);
  return {
    state: {
      ...result.state,
      // Who is told nothing still has the last answer before them.
      choices: result.replies.length ? choicesOf(result.replies) : state.choices,
      album,
    },
    language: result.language ?? language,
    replies: content.kind === "edit" ? sayEditRead(result.replies, language, tools.say) : result.replies,
  };
}

async function withoutFormThatIsOver(
  asked: Pick<FlowRequest, "state" | "speaker">,
  { formFlows }: Pick<TurnPorts, "formFlows">,
  tools: FlowTools,
): Promise<ConversationState> {
  const { form, ...rest } = asked.state;
  return form && (await formFlows[form.kind].isOver?.(asked, tools)) ? rest : asked.state;
}

/**
 * What does not turn away from a form answers it. A code with a slip in it is a question for what has such codes, and
 * "còn bao lâu" after a procedure asks more of it. Words that ask nothing but name one procedure ask about that.
 */
function chooseFlow(
  { flows, formFlows }: Pick<TurnPorts, "flows" | "formFlows">,
  { understanding, content, state }: FlowRequest,
  procedures: ProcedureCatalogue,
): Flow {
  const form = state.form && formFlows[state.form.kind];
  if (form && !form.leaves(understanding, content, state.form!)) return form.answer;
  const flow = flowOutsideForms(flows, understanding, state, procedures);
  const comesBack = form?.comesBackAfter?.has(understanding.intent) ?? true;
  return form?.again && comesBack ? answerInBetween(flow, form.again) : flow;
}

function flowOutsideForms(
  flows: Record<Intent, Flow>,
  understanding: Understanding,
  state: ConversationState,
  procedures: ProcedureCatalogue,
): Flow {
  if (state.topic?.kind === "statistics" && carriesOnFigures(understanding.text)) return flows.statistics;
  if (tornBetween(understanding)) return clarifyFlow;
  if (understanding.intent !== "unknown") return flows[understanding.intent];
  if (isCaseCodeMiss(understanding.text)) return flows.feedback_status;
  if (nearMiss(understanding.text) !== undefined) return flows.dossier_status;
  const question = procedures.read(understanding.text);
  const isMore = state.topic?.kind === "procedure" && asksMore(question);
  return flows[isMore || isUnmistakable(procedures.search(question)) ? "procedure_info" : "unknown"];
}

/** A number or a label typed instead of a press means the button. */
function wordsOf(content: InboundContent, state: ConversationState): string {
  if (content.kind === "button") return sayReading(content.say, state);
  if (content.kind === "unsupported" || content.kind === "position") return "";
  const text = content.text ?? "";
  // A number said to a person is a number.
  const choose = state.form?.kind === "relay" ? buttonLabelled : chooseButton;
  const chosen = choose(text, state.choices ?? []);
  return chosen ? sayReading(chosen.say, state) : text;
}

function apology(say: Say, { language }: { language: Language }, error: unknown): TurnChanges {
  return {
    state: {},
    language,
    replies: [{ blocks: [paragraph(say(language, "turn-failed"))] }],
    failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
