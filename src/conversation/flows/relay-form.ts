import { relayedLine, type RelayedFile } from "../../domain/staff/relay.ts";
import type { Flow, FlowRequest, FormFlow } from "../flow.ts";
import type { InboundContent } from "../inbound-message.ts";
import { paragraph } from "../reply.ts";
import type { Intent } from "../understanding/understanding.ts";

/** What is shown to the right place though a person is at the other end. */
const guided: ReadonlySet<Intent> = new Set(["emergency", "denunciation", "state_secret"]);

const passOn: Flow = async (request, { say, relays, notices }) => {
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
  await relays.touch(id, now);
  if (!relay.officer)
    return { replies: [{ blocks: [paragraph(say(language, "relay-still-waiting"))] }], state: { form } };
  const line = { key: `${conversationId}:${messageId}`, text: wordsOf(request), files: filesOf(request) };
  await notices.plan([relayedLine(relay, isOfficer ? "citizen" : "officer", line, now)], now);
  return { replies: [], state: { form } };
};

/** Passes on what is said in a talk: words, photos and files; commands and presses stay between each and the assistant. */
export const relayForm: FormFlow = {
  answer: passOn,
  leaves: ({ text, intent }, content) =>
    content.kind === "button" || text.trimStart().startsWith("/") || guided.has(intent),
  again: ({ state }) => ({ replies: [], state: { form: state.form } }),
};

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
