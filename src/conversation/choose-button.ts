import type { Button, Reply } from "./reply.ts";
import { fold } from "./understanding/text/fold.ts";
import { readSmallNumber } from "./understanding/text/number-words.ts";
import { readWords } from "./understanding/text/read-words.ts";
import { wordTable } from "./understanding/text/word-table.ts";

const beforeNumber =
  /^(?:(?:chon|lay|xem|mo|em|anh|chi|minh|toi|cho|take|choose|pick|open|the|option|number|lua|muc|nut|so|cai|viec|dong|y|thu|thu tu)\s+)+/;
const polite = /\s+(?:a|nhe|nha|di|do|ay|one|please)$/;
const englishOrdinals = wordTable<number>({ first: 1, second: 2, third: 3, fourth: 4, fifth: 5 });

/**
 * The button that typed words mean: its number, its label, or its place ("cái thứ hai", "cái đầu tiên", "số 3", "cái cuối",
 * "the second one"). Undefined when they mean none.
 */
export function chooseButton(typed: string, buttons: readonly Button[]): Button | undefined {
  const labelled = buttonLabelled(typed, buttons);
  if (labelled) return labelled;
  const place = placeOf(typed);
  return place === undefined ? undefined : place < 0 ? buttons.at(place) : buttons[place - 1];
}

/** The button whose label was typed. */
export function buttonLabelled(typed: string, buttons: readonly Button[]): Button | undefined {
  const label = typed.trim().toLowerCase();
  return buttons.find((button) => button.label.toLowerCase() === label);
}

/** 1 for the first, -1 for the last. */
function placeOf(typed: string): number | undefined {
  const words = fold(typed)
    .trim()
    .replace(/[.!?]+$/, "");
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const bare = words.replace(polite, "");
  const rest = bare.replace(beforeNumber, "");
  if (/^(?:dau tien|dau|nhat|tren cung)$/.test(rest) && rest !== bare) return 1;
  if (/^(?:cuoi|cuoi cung|duoi cung|last)$/.test(rest) && rest !== bare) return -1;
  if (englishOrdinals[rest]) return englishOrdinals[rest];
  if (rest === bare) return undefined;
  const tokens = readWords(rest);
  const number = readSmallNumber(tokens, 0);
  return number && number.to === tokens.length && number.value > 0 ? number.value : undefined;
}

/** The buttons of the last reply that has any: a channel without buttons numbers them from one in each reply. */
export function choicesOf(replies: readonly Reply[]): Button[] | undefined {
  return replies
    .map((reply) => reply.blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])))
    .findLast((buttons) => buttons.length > 0);
}
