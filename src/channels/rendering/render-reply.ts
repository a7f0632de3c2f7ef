import type { Button, FileBlock, Reply } from "../../conversation/reply.ts";
import type { Capabilities } from "./capabilities.ts";
import { shorten, tidy } from "./characters.ts";
import { layOutRows, numberChoices, pageButtons } from "./choices.ts";
import { splitText } from "./split-text.ts";
import { plainText, sliceText, type StyledText } from "./styled-text.ts";
import { stackBlocks, writeBlock } from "./write-blocks.ts";

/** One message of a channel: its text, the rows of buttons under it, and the file that the text is the caption of. */
export interface Part {
  text: StyledText;
  rows: Button[][];
  file?: FileBlock;
}

/** Longest caption of a file, in characters; Telegram takes 1.024 UTF-16 units. */
const captionLimit = 500;

/**
 * A reply as the messages a channel of these capabilities can show, in order, with the buttons under the last text, and
 * those that find no room there in messages of their own. Where the channel has no buttons, or there are far too many, they
 * are numbered choices at the end. A reply with nothing to read
 * in it has no parts.
 */
export function renderReply(reply: Reply, capabilities: Capabilities): Part[] {
  const buttons = reply.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const limits = capabilities.buttons;
  const pages = pageButtons(buttons, limits);
  const parts: Part[] = [];
  let texts: Parameters<typeof stackBlocks>[0] = [];
  function endText(): void {
    for (const text of cutIntoParts(stackBlocks(texts), capabilities.textLimit))
      parts.push({ text, rows: [] });
    texts = [];
  }
  for (const block of reply.blocks)
    if (block.kind === "file" && capabilities.takesFile(block.mediaType)) {
      endText();
      parts.push({ text: [{ text: shorten(tidy(block.caption), captionLimit) }], rows: [], file: block });
    } else if (block.kind !== "buttons")
      texts.push({ text: writeBlock(block, capabilities), isHeading: block.kind === "heading" });
  if (!pages) texts.push({ text: [{ text: numberChoices(buttons) }], isHeading: false });
  endText();
  return limits && pages?.length
    ? putUnderText(
        parts,
        pages.map((page) => layOutRows(page, limits)),
      )
    : parts;
}

/** Buttons cannot stand without a text above them; those that do not fit under the last text follow it. */
function putUnderText(parts: Part[], [first, ...others]: Button[][][]): Part[] {
  const place = parts.findLastIndex(({ file }) => !file);
  const rows = first ?? [];
  const placed =
    place < 0 ? [...parts, { text: [{ text: "…" }], rows }] : parts.with(place, { ...parts[place]!, rows });
  const pages = others.map((page, index) => ({
    text: [{ text: `${index + 2}/${others.length + 1}` }],
    rows: page,
  }));
  return [...placed, ...pages];
}

/** The same for a channel of plain text. */
export function renderPlainText(reply: Reply, capabilities: Capabilities): string[] {
  return renderReply(reply, capabilities).map((part) => plainText(part.text));
}

function cutIntoParts(text: StyledText, limit: number): StyledText[] {
  let start = 0;
  const links = text.flatMap((run) => {
    const range = { start, end: (start += run.text.length) };
    return run.url ? [range] : [];
  });
  return splitText(plainText(text), limit, links).map((part) => sliceText(text, part.start, part.end));
}
