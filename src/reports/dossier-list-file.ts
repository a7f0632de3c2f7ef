import type { ListFormat, ListOrder } from "../conversation/list-orders.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import type { ListedDossier } from "../domain/statistics/report-source.ts";
import { showDay, type Day } from "../domain/vietnam-time.ts";
import { byteOrderMark, csvLine } from "../wording/csv-line.ts";
import { showNumber } from "../wording/numbers.ts";
import { showAsOf } from "../wording/show-as-of.ts";
import { showPeriod, showPeriodDays } from "../wording/show-period.ts";
import { asOfNote } from "./as-of.ts";
import type { Speech } from "./report-material.ts";
import { cellName, createGrid } from "./workbook/grid.ts";
import { fontName, landscape, styles } from "./workbook/styles.ts";

export const listMediaTypes: Record<ListFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};

/** What a list is called as a file, safe on every system. */
export function listFileName({ question, format }: ListOrder, { say, language }: Speech): string {
  const measure = say(language, `measure-${question.measure}`);
  const name = say(language, "list-file-name", {
    measure,
    period: showPeriod(say, language, question.period),
  });
  return `${name.replaceAll(/[/\\:*?"<>|]/g, "-")}.${format}`;
}

export function listFileCaption({ question, scope, total }: ListOrder, { say, language }: Speech): string {
  return say(language, "list-file-caption", {
    total: showNumber(total, language),
    measure: say(language, `measure-${question.measure}`),
    scope,
    period: showPeriod(say, language, question.period),
  });
}

/** The dossiers of a list, with all figures of their unit and period as they stood at that moment. */
export interface ListMaterial {
  figures: Figures;
  dossiers: readonly ListedDossier[];
}

/** One dossier a row, without personal data; no cell of it is ever run as a formula. */
export async function dossierListFile(
  order: ListOrder,
  material: ListMaterial,
  speech: Speech,
): Promise<Uint8Array> {
  return order.format === "csv" ? csvOf(material, speech) : await workbookOf(order, material, speech);
}

const columns = ["code", "procedure", "field", "mode", "received", "due", "resolved", "outcome"] as const;
const widths = [8, 26, 56, 24, 30, 14, 14, 14, 14, 26];
const headRow = 2;

function headOf({ say, language }: Speech): string[] {
  const [code, procedure, field, ...rest] = columns.map((column) =>
    say(language, `report-dossier-${column}`),
  );
  const [number, unit] = (["number", "unit"] as const).map((column) =>
    say(language, `list-column-${column}`),
  );
  return [number!, code!, procedure!, field!, unit!, ...rest];
}

interface Cells {
  texts: [string, string, string, string, string];
  days: [Day, Day | null, Day | null];
  outcome: string;
}

function cellsOf(dossier: ListedDossier, { say, language }: Speech): Cells {
  const { code, procedureName, field, unitName, mode, receivedOn, dueOn, resolvedOn, outcome } = dossier;
  return {
    texts: [code, procedureName, field, unitName, say(language, `report-mode-${mode}`)],
    days: [receivedOn, dueOn, resolvedOn],
    outcome: say(language, `report-outcome-${outcome}`),
  };
}

/** Each row bears the moment and the number of its figures, so that nothing but rows stands in the file. */
function csvOf({ figures, dossiers }: ListMaterial, speech: Speech): Uint8Array {
  const { say, language } = speech;
  const stand = [say(language, "list-column-as-of"), say(language, "list-column-run")];
  const rows = dossiers.map((dossier, at) => {
    const { texts, days, outcome } = cellsOf(dossier, speech);
    const written = days.map((on) => (on ? showDay(on) : ""));
    return [String(at + 1), ...texts, ...written, outcome, ...showAsOf(figures)];
  });
  const lines = [[...headOf(speech), ...stand], ...rows].map((cells) => csvLine(cells));
  return new TextEncoder().encode(byteOrderMark + lines.join(""));
}

async function workbookOf(
  { question, scope, total }: ListOrder,
  { figures, dossiers }: ListMaterial,
  speech: Speech,
): Promise<Uint8Array> {
  const { say, language } = speech;
  const { period, measure } = question;
  const grid = createGrid();
  const title = say(language, "list-file-title", {
    measure: say(language, `measure-${measure}`),
    scope,
    period: showPeriod(say, language, period),
    days: showPeriodDays(period),
  });
  const count = say(language, "list-file-count", {
    total: showNumber(dossiers.length, language),
    asOf: asOfNote(figures, speech),
  });
  const changed = say(language, "list-file-changed", { total: showNumber(total, language) });
  const note = dossiers.length === total ? count : `${count} ${changed}`;
  grid.put(0, 0, { value: title, style: styles.strong, columns: widths.length });
  grid.put(1, 0, { value: note, style: styles.note, columns: widths.length });
  headOf(speech).forEach((value, at) => grid.put(headRow, at, { value, style: styles.head }));
  dossiers.forEach((dossier, at) => {
    const { texts, days, outcome } = cellsOf(dossier, speech);
    const row = headRow + 1 + at;
    grid.put(row, 0, { value: at + 1, style: styles.text });
    texts.forEach((value, column) => grid.put(row, 1 + column, { value, style: styles.text }));
    // A sheet's date holds the day on the wall and no zone.
    days.forEach((on, column) =>
      grid.put(row, 6 + column, { value: on && new Date(`${on}T00:00:00Z`), style: styles.day }),
    );
    grid.put(row, 9, { value: outcome, style: styles.text });
  });
  const last = headRow + dossiers.length;
  const { writeXlsx } = await import("hucre/xlsx");
  return await writeXlsx({
    sheets: [
      {
        name: say(language, "report-sheet-dossiers"),
        columns: widths.map((width) => ({ width })),
        ...grid.content(),
        freezePane: { rows: headRow + 1 },
        autoFilter: { range: `${cellName(headRow, 0)}:${cellName(last, widths.length - 1)}` },
        pageSetup: landscape([headRow + 1, headRow + 1]),
        headerFooter: { oddFooter: "&R&P/&N" },
      },
    ],
    defaultFont: { name: fontName, size: 12 },
  });
}
