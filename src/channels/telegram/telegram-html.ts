import type { Run, StyledText } from "../rendering/styled-text.ts";

const tags = { bold: "b", italic: "i", fixed: "pre" } as const;

/** Styled text in Telegram's HTML subset. https://core.telegram.org/bots/api#html-style */
export function toTelegramHtml(text: StyledText): string {
  return text.map(toHtml).join("");
}

function toHtml({ text, style, url }: Run): string {
  const escaped = escape(text);
  const linked = url ? `<a href="${escape(url)}">${escaped}</a>` : escaped;
  return style ? `<${tags[style]}>${linked}</${tags[style]}>` : linked;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
