import type { BorderStyle, CellStyle, PageSetup } from "hucre";

export const fontName = "Times New Roman";
const line = { style: "thin" } as const;
const box: BorderStyle = { top: line, right: line, bottom: line, left: line };
const centred = { horizontal: "center", vertical: "center", wrapText: true } as const;
const font = (more: NonNullable<CellStyle["font"]> = {}) => ({ name: fontName, size: 12, ...more });

export const styles = {
  plain: { font: font(), alignment: { vertical: "center", wrapText: true } },
  note: { font: font({ italic: true }), alignment: { vertical: "top", wrapText: true } },
  strong: { font: font({ bold: true }), alignment: { vertical: "center", wrapText: true } },
  title: { font: font({ bold: true, size: 14 }), alignment: centred },
  centred: { font: font(), alignment: centred },
  centredStrong: { font: font({ bold: true }), alignment: centred },
  centredNote: { font: font({ italic: true }), alignment: centred },
  head: { font: font({ bold: true }), alignment: centred, border: box },
  columnNumber: { font: font({ italic: true, size: 10 }), alignment: centred, border: box },
  text: { font: font(), alignment: { vertical: "center", wrapText: true }, border: box },
  serial: { font: font(), alignment: centred, border: box },
  count: {
    font: font(),
    alignment: { horizontal: "right", vertical: "center", indent: 1 },
    border: box,
    numFmt: "#,##0",
  },
  totalText: { font: font({ bold: true }), alignment: centred, border: box },
  total: {
    font: font({ bold: true }),
    alignment: { horizontal: "right", vertical: "center", indent: 1 },
    border: box,
    numFmt: "#,##0",
  },
  day: { font: font(), alignment: centred, border: box, numFmt: "dd/mm/yyyy" },
} satisfies Record<string, CellStyle>;

/** A4 landscape, as wide as the page, as long as it takes; `headRow` (1-based) is repeated on every page. */
export function landscape(headRows: [first: number, last: number]): PageSetup {
  return {
    paperSize: "a4",
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { top: 0.6, right: 0.5, bottom: 0.6, left: 0.5, header: 0.3, footer: 0.3 },
    printTitlesRow: `$${headRows[0]}:$${headRows[1]}`,
  };
}
