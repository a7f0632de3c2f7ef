const linePoints = 16;
const paddingPoints = 4;
/** Letters of Times New Roman 12 to a unit of a column's width, less what is lost where words break. */
const lettersAUnit = 0.88;

/** A text that is broken in a column, or merged columns, of this width as sheets count it. */
export interface BrokenText {
  text: string;
  width: number;
}

/** The points a row needs so that the longest of its texts is seen whole: not every reader makes room of its own accord. */
export function rowHeight(...texts: readonly BrokenText[]): number {
  const lines = texts.map(({ text, width }) => Math.ceil(text.length / (width * lettersAUnit)));
  return Math.max(1, ...lines) * linePoints + paddingPoints;
}
