import type { Block, FileBlock } from "../../conversation/reply.ts";
import type { Capabilities } from "./capabilities.ts";
import { tidy } from "./characters.ts";
import { plainText, joinTexts, type StyledText } from "./styled-text.ts";
import { writeTable } from "./write-table.ts";

/** One block as text; empty when there is nothing to read. Buttons are not text (see renderReply). */
export function writeBlock(
  block: Exclude<Block, { kind: "buttons" }>,
  { tableColumns, hasLinks, linkTo }: Capabilities,
): StyledText {
  switch (block.kind) {
    case "paragraph":
      return writeParagraph(tidy(block.text), block.tone);
    case "heading":
      return [{ text: tidy(block.text), style: "bold" }];
    case "facts":
      return joinTexts(
        block.facts.map(({ label, value }) => [
          { text: `${tidy(label)}:`, style: "bold" },
          { text: ` ${tidy(value)}` },
        ]),
        "\n",
      );
    case "list":
      return [{ text: block.items.map((item) => `• ${tidy(item)}`).join("\n") }];
    case "table":
      return writeTable(
        block.head.map(tidy),
        block.rows.map((row) => row.map(tidy)),
        tableColumns,
      );
    case "file":
      return writeFile(block, linkTo?.(block.attachmentId));
    case "link":
      return hasLinks
        ? [{ text: tidy(block.label), url: block.url }]
        : [{ text: `${tidy(block.label)}: ` }, { text: block.url, url: block.url }];
  }
}

function writeFile({ name, otherwise }: FileBlock, link: string | undefined): StyledText {
  const named = { text: `📎 ${tidy(name)}\n` };
  return [named, link === undefined ? { text: tidy(otherwise) } : { text: link, url: link }];
}

function writeParagraph(text: string, tone: "strong" | "warning" | "muted" | undefined): StyledText {
  if (!text) return [];
  if (tone === "strong") return [{ text, style: "bold" }];
  if (tone === "warning") return [{ text: `⚠️ ${text}`, style: "bold" }];
  return tone === "muted" ? [{ text, style: "italic" }] : [{ text }];
}

/** Blocks one under the other with a blank line between; a heading stands close to what it heads. */
export function stackBlocks(blocks: { text: StyledText; isHeading: boolean }[]): StyledText {
  const shown = blocks.filter(({ text }) => plainText(text).trim());
  return shown.flatMap(({ text, isHeading }, index) =>
    index === shown.length - 1 ? text : [...text, { text: isHeading ? "\n" : "\n\n" }],
  );
}
