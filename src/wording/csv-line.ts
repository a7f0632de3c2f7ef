/**
 * A row of a CSV file with its end. A cell that a spreadsheet would run as a formula gets an apostrophe before it, which
 * spreadsheets and our own imports take for no part of it.
 */
export function csvLine(cells: readonly string[], delimiter = ","): string {
  const quoted = cells.map((cell) => {
    const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
    return /["\r\n]/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(delimiter)}\r\n`;
}

/** Without it Excel reads no Vietnamese. */
export const byteOrderMark = "\uFEFF";
