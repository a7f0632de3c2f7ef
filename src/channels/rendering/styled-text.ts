/** A stretch of text in one style. `url`: pressing it opens that address. */
export interface Run {
  text: string;
  style?: "bold" | "italic" | "fixed";
  url?: string;
}

/** Text with its styles beside it, so that it can be measured and cut before any markup exists. */
export type StyledText = Run[];

export function plainText(runs: StyledText): string {
  return runs.map((run) => run.text).join("");
}

/** The part from `start` to before `end`, in UTF-16 units of the plain text; a run that is cut keeps its style. */
export function sliceText(runs: StyledText, start: number, end: number): StyledText {
  let from = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - from), Math.max(0, end - from));
    from += run.text.length;
    return text ? [{ ...run, text }] : [];
  });
}

export function joinTexts(texts: StyledText[], separator: string): StyledText {
  return texts.flatMap((text, index) => (index === 0 ? text : [{ text: separator }, ...text]));
}
