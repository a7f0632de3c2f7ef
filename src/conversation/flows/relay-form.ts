import { relayedLine, type RelayedFile, type RelayStore } from "../../domain/staff/relay.ts";
import type { ConversationState } from "../conversation-state.ts";
import type { Flow, FlowRequest, FormFlow } from "../flow.ts";
import type { InboundContent } from "../inbound-message.ts";
import { paragraph } from "../reply.ts";
import type { Intent, Understanding } from "../understanding/understanding.ts";
import { endTalk } from "./relay-flow.ts";

/** What is shown to the right place though a person is at the other end. */
const guided: ReadonlySet<Intent> = new Set(["emergency", "denunciation", "state_secret"]);

const passOn: Flow = async (request, tools) => {
  if (isCancel(request.understanding)) return endTalk(request, tools);
  const { say, relays, notices } = tools;
  const { state, speaker, language, now, messageId, conversationId } = request;
  const id = state.form?.kind === "relay" ? state.form.id : "";
  const relay = await relays.find(id);
  const isOfficer = speaker.kind === "staff";
  const isTheirs = isOfficer
    ? relay?.officer?.conversationId === conversationId
    : relay?.citizenConversationId === conversationId;
  if (!relay || relay.isEnded || !isTheirs)
    return { replies: [{ blocks: [paragraph(say(language, "relay-over-say-again"))] }] };
  const form = { kind: "relay" as const, id };
  if (!relay.officer)
    return { replies: [{ blocks: [paragraph(say(language, "relay-still-waiting"))] }], state: { form } };
  await relays.touch(id, now);
  const line = { key: `${conversationId}:${messageId}`, text: wordsOf(request), files: filesOf(request) };
  await notices.plan([relayedLine(relay, isOfficer ? "citizen" : "officer", line, now)], now);
  return { replies: [], state: { form } };
};

/** Passes on what is said in a talk: words, photos and files; commands and presses stay between each and the assistant. */
export const relayForm: FormFlow = {
  answer: passOn,
  leaves: (understanding, content) =>
    !isCancel(understanding) &&
    (content.kind === "button" || isCommand(understanding) || guided.has(understanding.intent)),
  again: async ({ state }, { relays }) =>
    (await isOpen(state, relays)) ? { replies: [], state: { form: state.form } } : { replies: [] },
  // An officer is told, so that nobody thinks a citizen has read what came too late.
  isOver: async ({ state, speaker }, { relays }) =>
    speaker.kind === "citizen" && !(await isOpen(state, relays)),
};

async function isOpen({ form }: ConversationState, relays: RelayStore): Promise<boolean> {
  const relay = form?.kind === "relay" ? await relays.find(form.id) : undefined;
  return relay !== undefined && !relay.isEnded;
}

function isCommand({ text }: Understanding): boolean {
  return text.trimStart().startsWith("/");
}

/** Only as a command: "huỷ hồ sơ được không" is for whoever is at the other end. */
function isCancel(understanding: Understanding): boolean {
  return understanding.intent === "cancel" && isCommand(understanding);
}

function wordsOf({ content, understanding }: FlowRequest): string {
  return content.kind === "position" ? `${content.latitude}, ${content.longitude}` : understanding.text;
}

function filesOf({ content, attachmentIds }: FlowRequest): RelayedFile[] {
  const sent = content.kind === "media" ? content.attachments : [];
  return attachmentIds.flatMap((attachmentId, place) => {
    const attachment: InboundAttachment | undefined = sent[place];
    return attachment
      ? [
          {
            attachmentId,
            kind: attachment.kind,
            ...(attachment.name !== undefined && { name: attachment.name }),
          },
        ]
      : [];
  });
}

type InboundAttachment = Extract<InboundContent, { kind: "media" }>["attachments"][number];
