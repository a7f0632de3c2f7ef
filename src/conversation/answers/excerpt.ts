const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** The beginning of a text on one line, at most `limit` characters, cut after a whole word where there is one. */
export function excerpt(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  if (characters.length <= limit) return line;
  const cut = characters.slice(0, limit - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
