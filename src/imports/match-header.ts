import { foldName } from "./fold-name.ts";
import type { ImportKind } from "./import-kind.ts";
import { importKinds } from "./kinds/kinds.ts";
import { FileRefusedError } from "./table.ts";

/** Columns that carry nothing: a running number, and the three that a reject file puts before the row's own. */
const passedOver = new Set(["", "stt", "dong", "cot", "lydo"]);

/**
 * Where each column of the kind stands in the file; -1 when it does not. Accents, spaces, underscores and capitals make
 * no difference. Throws FileRefusedError with what is missing, unknown or there twice.
 */
export function matchHeader(kind: ImportKind, header: readonly string[]): number[] {
  const { positions, missing, unknown, twice } = compareHeader(kind, header);
  if (missing.length + unknown.length + twice.length === 0) return positions;
  const found = Object.values(importKinds).find((other) => isHeaderOf(other, header));
  if (found) throw new FileRefusedError("import-refused-other-kind", { asked: kind.name, found: found.name });
  throw new FileRefusedError("import-refused-header", {
    missingCount: missing.length,
    missing: missing.join(", "),
    unknownCount: unknown.length,
    unknown: unknown.join(", "),
    twiceCount: twice.length,
    twice: twice.join(", "),
    expected: kind.columns.map((column) => column.name).join(", "),
  });
}

function isHeaderOf(kind: ImportKind, header: readonly string[]): boolean {
  const { missing, unknown, twice } = compareHeader(kind, header);
  return missing.length + unknown.length + twice.length === 0;
}

function compareHeader({ columns }: ImportKind, header: readonly string[]) {
  const positions = columns.map(() => -1);
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [position, title] of header.entries()) {
    const folded = foldName(title);
    if (passedOver.has(folded)) continue;
    const column = columns.findIndex(({ name, title }) => [foldName(name), foldName(title)].includes(folded));
    if (column < 0) unknown.push(title.trim());
    else if (positions[column] !== -1) twice.push(title.trim());
    else positions[column] = position;
  }
  const missing = columns.filter((c, at) => c.isExpected && positions[at] === -1).map((c) => c.name);
  return { positions, missing, unknown, twice };
}
