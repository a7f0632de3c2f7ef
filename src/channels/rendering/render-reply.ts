import type { Button, Reply } from "../../conversation/reply.ts";
import type { Capabilities } from "./capabilities.ts";
import { fitAsButtons, layOutRows, numberChoices } from "./choices.ts";
import { splitText } from "./split-text.ts";
import { plainText, sliceText, type StyledText } from "./styled-text.ts";
import { stackBlocks, writeBlock } from "./write-blocks.ts";

/** One message of a channel: its text, and the rows of buttons under it. */
export interface Part {
  text: StyledText;
  rows: Button[][];
}

/**
 * A reply as the messages a channel of these capabilities can show, in order, with the buttons under the last. Where the
 * channel has no buttons, or not enough of them, they are numbered choices at the end of the text. A reply with
 * nothing to read in it has no parts.
 */
export function renderReply(reply: Reply, capabilities: Capabilities): Part[] {
  const buttons = reply.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const limits = capabilities.buttons;
  const pressable = limits !== null && fitAsButtons(buttons, limits);
  const blocks = reply.blocks.flatMap((block) =>
    block.kind === "buttons"
      ? []
      : [{ text: writeBlock(block, capabilities), isHeading: block.kind === "heading" }],
  );
  const choices = pressable ? [] : [{ text: [{ text: numberChoices(buttons) }], isHeading: false }];
  const parts = cutIntoParts(stackBlocks([...blocks, ...choices]), capabilities.textLimit);
  const rows = pressable ? layOutRows(buttons, limits) : [];
  // Buttons cannot stand without a text above them.
  if (!parts.length && rows.length) parts.push([{ text: "…" }]);
  return parts.map((text, index) => ({ text, rows: index === parts.length - 1 ? rows : [] }));
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
