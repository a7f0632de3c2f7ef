import type { Button } from "../../conversation/reply.ts";
import type { ButtonLimits } from "./capabilities.ts";
import { columnsOf, shorten, tidy } from "./characters.ts";

/** Nobody leafs further, and on some platforms each message costs. */
const mostPages = 3;

/** As many buttons to a message as the channel shows; undefined where they are better numbered. */
export function pageButtons(buttons: Button[], limits: ButtonLimits | null): Button[][] | undefined {
  if (!limits || buttons.length > limits.count * mostPages) return undefined;
  if (buttons.some((button) => Buffer.byteLength(button.say) > limits.sayLimitBytes)) return undefined;
  const pageCount = Math.ceil(buttons.length / limits.count);
  return Array.from({ length: pageCount }, (_, page) =>
    buttons.slice(page * limits.count, (page + 1) * limits.count),
  );
}

/** `1. Xem chi tiết`, a line each. The numbers are places in the reply, which is how the conversation knows them. */
export function numberChoices(buttons: Button[]): string {
  return buttons.map((button, index) => `${index + 1}. ${tidy(button.label)}`).join("\n");
}

/** Rows of buttons in reading order, as many side by side as the labels leave room for. */
export function layOutRows(buttons: Button[], limits: ButtonLimits): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const shown = { ...button, label: shorten(tidy(button.label), limits.labelLimit) };
    const row = rows.at(-1);
    if (row && fitInRow([...row, shown], limits.rowColumns)) row.push(shown);
    else rows.push([shown]);
  }
  return rows;
}

/** All buttons of a row are equally wide, so the longest label decides. */
function fitInRow(row: Button[], rowColumns: number): boolean {
  return Math.max(...row.map((button) => columnsOf(button.label))) * row.length <= rowColumns;
}
