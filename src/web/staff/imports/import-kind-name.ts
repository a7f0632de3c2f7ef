import type { StaffVisit } from "../staff-visit.ts";
import { importableNames, type ImportableName } from "./import-ports.ts";

/** The kind of file that a text names, if it is one. */
export function readKind(text: string): ImportableName | undefined {
  return importableNames.find((name) => name === text);
}

/** What a kind of file is called; one that is known no longer by its own name. */
export function sayKind({ say }: Pick<StaffVisit, "say">, kind: string): string {
  const name = readKind(kind);
  return name ? say(`staff-import-kind-${name}`) : kind;
}
