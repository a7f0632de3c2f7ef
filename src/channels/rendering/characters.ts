const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** Characters as people count them: a letter with its accents or an emoji sequence is one. */
export function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), (character) => character.segment);
}

/** Tells whether a character of `text` begins at a UTF-16 index; the end of the text counts as a beginning. */
export function characterStarts(text: string): (index: number) => boolean {
  const characters = segmenter.segment(text);
  return (index) => index >= text.length || characters.containing(index)!.index === index;
}

const wide =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\ufe0f/u;

/** Columns the text takes in a fixed-width font: one a character, two for emoji and East Asian scripts. */
export function columnsOf(text: string): number {
  return charactersOf(text).reduce((columns, character) => columns + (wide.test(character) ? 2 : 1), 0);
}

/**
 * Text that every channel can carry: no control characters (they would steer a terminal), no half of a surrogate
 * pair (Telegram refuses it), nothing around it.
 */
export function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();
}

/** At most `limit` characters, cut after a whole word where there is one, with `…` in the place of what is gone. */
export function shorten(text: string, limit: number): string {
  const characters = charactersOf(text);
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1).join("");
  const lastSpace = kept.lastIndexOf(" ");
  return `${(lastSpace > kept.length / 2 ? kept.slice(0, lastSpace) : kept).trimEnd()}…`;
}
