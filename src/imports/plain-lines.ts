import type { Delimiter, TableRow } from "./table.ts";

/** Where lines end to be plain: from here on a parser must look at each letter. */
export interface Unread {
  /** What was read and not split, from the beginning of a line. */
  text: string;
  /** The number of that line. */
  line: number;
  /** How the lines before it ended; undefined when there was none. */
  lineEnd: "\n" | "\r\n" | undefined;
}

/**
 * Rows of lines without a quote, which end alike and are not too long; the last line may have no end. Returns what is left
 * at the first that is otherwise, with the chunks not yet asked for still in `chunks`; undefined when all was plain.
 */
export async function* readPlainLines(
  chunks: AsyncGenerator<string>,
  { delimiter, longestLine }: { delimiter: Delimiter; longestLine: number },
): AsyncGenerator<TableRow[], Unread | undefined> {
  let line = 1;
  let lineEnd: Unread["lineEnd"];
  let begun = "";
  // By hand: leaving a loop would end the chunks, and a parser may go on with them.
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    const text = begun + next.value;
    lineEnd ??= lineEndOf(text);
    const lines = text.split(lineEnd ?? "\n");
    begun = lines.pop()!;
    if (!isPlain(text, lines, begun) || begun.length > longestLine) return { text, line, lineEnd };
    const from = line;
    line += lines.length;
    if (lines.length > 0) yield lines.map((each, at) => ({ line: from + at, cells: each.split(delimiter) }));
  }
  if (begun.includes("\r")) return { text: begun, line, lineEnd };
  if (begun !== "") yield [{ line, cells: begun.split(delimiter) }];
  return undefined;
}

function lineEndOf(text: string): Unread["lineEnd"] {
  const at = text.indexOf("\n");
  if (at < 0) return undefined;
  return text[at - 1] === "\r" ? "\r\n" : "\n";
}

/** The last line, of which the end may not be there yet, may have the first half of it. */
function isPlain(text: string, lines: readonly string[], last: string): boolean {
  if (text.includes('"')) return false;
  if (!text.includes("\r")) return true;
  const isWhole = (line: string) => !line.includes("\r") && !line.includes("\n");
  return lines.every(isWhole) && isWhole(last.endsWith("\r") ? last.slice(0, -1) : last);
}
