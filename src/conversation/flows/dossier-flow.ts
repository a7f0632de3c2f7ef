import { settledStatuses } from "../../domain/dossiers/dossier.ts";
import { nearMiss } from "../../domain/dossiers/dossier-code.ts";
import { lookUpDossier, lookUpDossierDetail } from "../../domain/dossiers/look-up-dossier.ts";
import { showMoment } from "../../wording/show-deadline.ts";
import { dossierAnswer, dossierDetail, type DossierTelling } from "../answers/dossier-answer.ts";
import type { ConversationState } from "../conversation-state.ts";
import { actedIn } from "../acted-in.ts";
import type { Flow, FlowRequest, FlowResult, FlowTools } from "../flow.ts";
import { paragraph, type Block } from "../reply.ts";
import { fold } from "../understanding/text/fold.ts";

/** "Hồ sơ của tôi tới đâu": the status that the code alone opens, with further detail one press away. */
export const dossierStatusFlow: Flow = async (request, tools) => {
  const code = request.understanding.entities.dossierCode ?? codeMeant(request);
  if (!code) return askForCode(request, tools);
  const outcome = await lookUpDossier(code, tools.dossiers);
  if (outcome.kind === "not-shown") return notShown(request, tools, code);
  return {
    replies: [
      {
        blocks: [
          ...dossierAnswer(outcome.dossier, telling(request, tools)),
          {
            kind: "buttons",
            buttons: [
              { label: tools.say(request.language, "button-dossier-detail"), say: `/chitiet ${code}` },
              ...(settledStatuses.includes(outcome.dossier.status)
                ? []
                : [{ label: tools.say(request.language, "follow-button"), say: `/theodoi ${code}` }]),
            ],
          },
        ],
      },
    ],
    state: { topic: topicOf(code, request) },
  };
};

/** Further detail, for whoever knows the last four digits of the phone number on the dossier. */
export const dossierDetailFlow: Flow = async (request, tools) => {
  const { understanding, state, person, now, language } = request;
  const code = understanding.entities.dossierCode ?? askedCode(state) ?? topicCode(request);
  if (!code) return askForCode(request, tools);
  const digits = /(?:^|\s)(\d{4})\s*$/.exec(understanding.text)?.[1];
  if (!digits) return askForProof(request, tools, code);

  const outcome = await lookUpDossierDetail({ code, lastFourDigits: digits, person, now }, tools);
  switch (outcome.kind) {
    case "found":
      await tools.audit.record({
        ...actedIn(request),
        deed: "dossier-disclosed",
        on: { kind: "dossier", id: code },
      });
      return {
        replies: [{ blocks: dossierDetail(outcome.dossier, telling(request, tools)) }],
        state: { topic: topicOf(code, request) },
      };
    case "not-shown":
      return notShown(request, tools, code);
    case "too-many-tries":
      return reply([
        paragraph(
          tools.say(language, "proof-too-many", { at: showMoment(tools.say, language, outcome.until) }),
          "warning",
        ),
      ]);
  }
};

/** Asks for a code; when something like one was written, says which part of it cannot be right. */
function askForCode({ language, understanding, state }: FlowRequest, { say }: FlowTools): FlowResult {
  const fault = nearMiss(understanding.text);
  const blocks = fault
    ? [
        paragraph(say(language, "dossier-code-malformed"), "strong"),
        paragraph(say(language, `dossier-code-${fault}`)),
      ]
    : [paragraph(say(language, "dossier-ask-code"), "strong")];
  return {
    replies: [{ blocks: [...blocks, paragraph(say(language, "dossier-code-where"))] }],
    state: { topic: state.topic },
  };
}

/** Asked the same way for a code that does not exist, so that asking tells nothing. */
function askForProof({ language, state }: FlowRequest, { say }: FlowTools, code: string): FlowResult {
  const isAgain = askedCode(state) === code;
  return {
    replies: [
      { blocks: [paragraph(say(language, isAgain ? "proof-ask-again" : "proof-ask", { code }), "strong")] },
    ],
    state: { form: { kind: "dossier-proof", code }, topic: state.topic },
  };
}

/** Asks for the proof once more, after something else was answered. */
export const askForProofAgain: Flow = (request, tools) => {
  const { form, ...state } = request.state;
  const code = askedCode({ form });
  return code === undefined ? { replies: [] } : askForProof({ ...request, state }, tools, code);
};

export function notShown({ language }: FlowRequest, { say }: FlowTools, code: string): FlowResult {
  return reply([
    paragraph(say(language, "dossier-not-shown", { code }), "strong"),
    {
      kind: "list",
      items: [
        say(language, "dossier-check-code"),
        say(language, "dossier-check-proof"),
        say(language, "dossier-ask-desk"),
      ],
    },
  ]);
}

/** The dossier whose proof was asked for. */
function askedCode({ form }: ConversationState): string | undefined {
  return form?.kind === "dossier-proof" ? form.code : undefined;
}

/** The dossier talked about, and the one before it. */
function topicOf(code: string, { state }: FlowRequest): NonNullable<ConversationState["topic"]> {
  const last = state.topic?.kind === "dossier" ? state.topic : undefined;
  const before = last?.code === code ? last.before : last?.code;
  return { kind: "dossier", code, ...(before !== undefined && { before }) };
}

/** "Thế còn hồ sơ kia" means the dossier talked about before this one; "cái này", "bao giờ xong" the last one. */
function codeMeant({ state, understanding }: FlowRequest): string | undefined {
  const words = fold(understanding.text);
  if (state.topic?.kind !== "dossier") return undefined;
  if (/\b(ho so|hs|cai|bo) (kia|truoc|hoi nay|luc nay)\b|\bthe other (one|file|dossier)\b/.test(words))
    return state.topic.before;
  const isThis = /\b(ho so|hs|cai|bo) (nay|do|ay)\b|\bthis (one|file|dossier)\b/.test(words);
  const isBare =
    words.trim().split(/\s+/).length <= 4 && !/\/|\bho so\b|\bhs\b|\bkhac\b|\bdossier\b/.test(words);
  return isThis || isBare ? state.topic.code : undefined;
}

function topicCode({ state }: FlowRequest): string | undefined {
  return state.topic?.kind === "dossier" ? state.topic.code : undefined;
}

function telling({ language, now }: FlowRequest, { say, calendars }: FlowTools): DossierTelling {
  return { say, language, now, calendars };
}

function reply(blocks: Block[]): FlowResult {
  return { replies: [{ blocks }] };
}
