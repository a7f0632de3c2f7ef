/** Letters that are composed as they are, and nothing around them: most cells of most files. */
const isClean = /^[!-&(-~](?:[ -~]*[!-~])?$/;

/**
 * The text of a cell as it is read: composed (NFC), without surrounding space or what a database cannot store, and
 * without the apostrophe that keeps a spreadsheet from running it as a formula.
 */
export function cleanCell(cell: string): string {
  if (cell === "" || isClean.test(cell)) return cell;
  return cell
    .replaceAll("\0", "")
    .trim()
    .replace(/^'(?=[=+\-@\t\r\n])/, "")
    .trim()
    .normalize("NFC");
}
