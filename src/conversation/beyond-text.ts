import type { Language, Say } from "../wording/wording.ts";
import type { ConversationState } from "./conversation-state.ts";
import { mayShowCode } from "./photo-codes.ts";
import type { InboundContent } from "./inbound-message.ts";
import { paragraph, type Block, type Reply } from "./reply.ts";
import type { OpenConversation } from "./turn-store.ts";

/** Forms whose questions only words answer; the others are handed whatever is sent. */
const wordsOnly: ReadonlySet<string> = new Set<NonNullable<ConversationState["form"]>["kind"]>([
  "dossier-proof",
]);

/**
 * The replies to what no flow answers, after which the conversation stands where it stood; undefined when a flow must
 * answer. None are given to the rest of an album, and to an edit that changed no words, as platforms report too.
 */
export async function answerOutsideFlows(
  content: InboundContent,
  { state, language, earlierVersion }: OpenConversation,
  say: Say,
): Promise<Reply[] | undefined> {
  const reply = (...blocks: Block[]): Reply[] => [{ blocks }];
  switch (content.kind) {
    case "text":
    case "button":
      return undefined;
    case "unsupported":
      return reply(paragraph(say(language, "unsupported-message")));
    case "edit": {
      const earlier = await earlierVersion(content.of);
      if (earlier?.text === content.text) return [];
      // What was answered in a form can be changed until the form is done.
      if (!earlier || earlier.isLast || state.form?.kind === "feedback") return undefined;
      return reply(paragraph(say(language, "edit-too-late")));
    }
    case "media":
      if (content.text !== undefined) return undefined;
      return answerWordless(
        content.album,
        mayShowCode(content, state) ? "photo-being-read" : "attachment-received",
      );
    case "position":
      return answerWordless(undefined, "position-received");
  }

  function answerWordless(
    album: string | undefined,
    received: "attachment-received" | "photo-being-read" | "position-received",
  ): Reply[] | undefined {
    if (state.form && !wordsOnly.has(state.form.kind)) return undefined;
    if (album !== undefined && album === state.album) return [];
    if (state.form) return reply(paragraph(say(language, "words-needed")));
    return reply(paragraph(say(language, received)), {
      kind: "buttons",
      buttons: [{ label: say(language, "button-feedback"), say: "/phananh" }],
    });
  }
}

/** The album that a message was part of. */
export function albumOf(content: InboundContent): string | undefined {
  return content.kind === "media" ? content.album : undefined;
}

/** Says before the answer that it is to the changed words. */
export function sayEditRead(replies: Reply[], language: Language, say: Say): Reply[] {
  const [first, ...rest] = replies;
  return first
    ? [{ blocks: [paragraph(say(language, "edit-read"), "muted"), ...first.blocks] }, ...rest]
    : [];
}
