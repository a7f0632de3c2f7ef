import { foldName } from "./fold-name.ts";
import type { ImportKind } from "./import-kind.ts";

/** Columns that carry nothing: a running number, and the three that a reject file puts before the row's own. */
const passedOver = new Set(["", "stt", "dong", "cot", "lydo"]);

/** What people said before that a header means, by its folded name: a column of the kind, or null for nothing. */
export type RememberedColumns = ReadonlyMap<string, string | null>;

/**
 * What each cell of a header means: the name of a column, null for one that carries nothing, undefined for one that is not
 * known. Accents, spaces, underscores and capitals make no difference.
 */
export function understandHeader(
  { columns }: ImportKind,
  header: readonly string[],
  remembered: RememberedColumns = new Map(),
): (string | null | undefined)[] {
  return header.map((title) => {
    const folded = foldName(title);
    const chosen = remembered.get(folded);
    if (chosen === null || columns.some(({ name }) => name === chosen)) return chosen;
    if (passedOver.has(folded)) return null;
    return columns.find(({ name, title }) => [foldName(name), foldName(title)].includes(folded))?.name;
  });
}

/** Where each column of the kind stands, -1 when it does not; and what hinders reading. */
export function placeColumns(
  { columns }: ImportKind,
  header: readonly string[],
  meanings: readonly (string | null | undefined)[],
) {
  const positions = columns.map(() => -1);
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [position, title] of header.entries()) {
    const meaning = meanings[position];
    if (meaning === null) continue;
    const column = columns.findIndex(({ name }) => name === meaning);
    if (column < 0) unknown.push(title.trim());
    else if (positions[column] !== -1) twice.push(title.trim());
    else positions[column] = position;
  }
  const missing = columns.filter((c, at) => c.isExpected && positions[at] === -1).map((c) => c.name);
  return { positions, missing, unknown, twice };
}
