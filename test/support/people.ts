import { randomUUID } from "node:crypto";
import type { App } from "../../src/app.ts";
import type { InboundContent } from "../../src/conversation/inbound-message.ts";
import type { Reply } from "../../src/conversation/reply.ts";

/** Someone who talks with the app on a channel of the tests: says something, hears the replies. */
export interface Person {
  says(text: string): Promise<Reply[]>;
  presses(say: string): Promise<Reply[]>;
  sends(content: InboundContent): Promise<Reply[]>;
  /** What was said to them since, unasked. */
  hears(): Promise<Reply[]>;
}

/**
 * `as` is `citizen` or a staff username; null leaves it to what the conversation is bound to. Each person has a conversation
 * of their own.
 */
export function personTalkingTo(
  app: App,
  { as = "citizen", name = randomUUID() }: { as?: string | null; name?: string } = {},
): Person {
  const heard: Reply[] = [];
  const channel = {
    name: `test-${name}`,
    send: async ({ reply }: { reply: Reply }) => {
      heard.push(reply);
      return { kind: "sent" as const };
    },
  };
  async function hears(): Promise<Reply[]> {
    heard.length = 0;
    await app.deliver(new Map([[channel.name, channel]]));
    return [...heard];
  }
  async function sends(content: InboundContent): Promise<Reply[]> {
    const address = { channel: channel.name, conversationId: name, ...(as !== null && { speakAs: as }) };
    await app.handleMessage({ ...address, id: randomUUID(), content, sentAt: app.clock() });
    return hears();
  }
  return {
    says: (text) => sends({ kind: "text", text }),
    presses: (say) => sends({ kind: "button", say }),
    sends,
    hears,
  };
}

/** Everything a person reads of some replies, block after block. */
export function wordsOf(replies: Reply[]): string {
  return replies
    .flatMap((reply) => reply.blocks)
    .map((block) => {
      switch (block.kind) {
        case "paragraph":
        case "heading":
          return block.text;
        case "facts":
          return block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
        case "list":
          return block.items.join("\n");
        case "table":
          return [block.head, ...block.rows].map((cells) => cells.join(" | ")).join("\n");
        case "link":
          return block.label;
        case "file":
          return `${block.name}: ${block.caption}`;
        case "buttons":
          return block.buttons.map(({ label }) => `[${label}]`).join(" ");
      }
    })
    .join("\n");
}
