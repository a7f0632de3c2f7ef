import type { InboundContent, InboundMessage } from "../../conversation/inbound-message.ts";

/**
 * Whether what was read is what its type says. Updates are taken at their word by the reader, and one that is not in the
 * Bot API's form would else become a message that no turn can answer.
 */
export function isWhole({ sentAt, content }: InboundMessage): boolean {
  return !Number.isNaN(sentAt.getTime()) && textsOf(content).every(isTextOrAbsent);
}

function textsOf(content: InboundContent): unknown[] {
  switch (content.kind) {
    case "text":
      return [content.text];
    case "button":
      return [content.say, content.label];
    case "edit":
      return [content.of, content.text];
    case "media":
      return [
        content.text,
        content.album,
        ...content.attachments.flatMap(({ name, mediaType }) => [name, mediaType]),
      ];
    case "position":
      return [content.title];
    case "unsupported":
      return [];
  }
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}
