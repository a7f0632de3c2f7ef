import type { ImportKind } from "./import-kind.ts";
import { importKinds } from "./kinds/kinds.ts";
import { FileRefusedError } from "./table.ts";
import { placeColumns, understandHeader } from "./understood-header.ts";

/**
 * Where each column of the kind stands in the file; -1 when it does not. `meanings` says what the cells of the header mean
 * where a person decided on it. Throws FileRefusedError with what is missing, unknown or there twice.
 */
export function matchHeader(
  kind: ImportKind,
  header: readonly string[],
  meanings: readonly (string | null | undefined)[] = understandHeader(kind, header),
): number[] {
  const { positions, missing, unknown, twice } = placeColumns(kind, header, meanings);
  if (missing.length + unknown.length + twice.length === 0) return positions;
  const found = otherKindOf(header);
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

/** The kind whose columns a header has, if it has those of one. */
function otherKindOf(header: readonly string[]): ImportKind | undefined {
  return Object.values(importKinds).find((kind) => {
    const { missing, unknown, twice } = placeColumns(kind, header, understandHeader(kind, header));
    return missing.length + unknown.length + twice.length === 0;
  });
}
