import { signedAt } from "../signed-at.ts";
import type { ReportMaterial, Speech } from "../report-material.ts";
import type { Grid } from "./grid.ts";
import { styles } from "./styles.ts";

type Place = [column: number, columns: number];

/** Place and day, and who signs where, under a form. */
export function putSignatures(
  grid: Grid,
  row: number,
  { letterhead, now }: ReportMaterial,
  { say, language }: Speech,
  { left, right }: { left: Place; right: Place },
): void {
  const put = (at: number, [column, columns]: Place, value: string, style: object) =>
    grid.put(row + at, column, { value, style, columns });
  put(0, right, signedAt(letterhead, now, { say, language }), styles.centredNote);
  put(1, left, say(language, "report-signed-by-author"), styles.centredStrong);
  put(1, right, say(language, "report-signed-by-head"), styles.centredStrong);
  put(2, left, say(language, "report-sign-here"), styles.centredNote);
  put(2, right, say(language, "report-sign-and-seal-here"), styles.centredNote);
}
