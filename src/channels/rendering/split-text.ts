import { characterStarts } from "./characters.ts";

/** From `start` to before `end`, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

type CanCut = (index: number) => boolean;

const paragraphGap = /\n{2,}/g;
const lineEnd = /\n/g;
const sentenceGap = /(?<=[.!?…]["”’)\]]*)\s+/g;
const wordGap = /\s+/g;

/**
 * Cuts text into parts of at most `limit` UTF-16 units: between paragraphs if it can, else lines, sentences, words, and
 * at worst between two characters. Ranges of `keptWhole` (links) are cut only when longer than a whole part. The
 * white space at a cut belongs to neither part; nothing else is left out.
 */
export function splitText(text: string, limit: number, keptWhole: Range[] = []): Range[] {
  const isCharacterStart = characterStarts(text);
  const canCut = (index: number) =>
    isCharacterStart(index) && !keptWhole.some((range) => range.start < index && index < range.end);
  const parts: Range[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const gap =
      findGap(text, start, limit, canCut) ?? tightestCut(text, start, limit, [canCut, isCharacterStart]);
    parts.push({ start, end: gap.start });
    start = gap.end;
  }
  parts.push({ start, end: text.length });
  return parts.filter((part) => text.slice(part.start, part.end).trim());
}

/** The last gap of the best kind that leaves the part at least half full; failing that, the last gap between words. */
function findGap(text: string, start: number, limit: number, canCut: CanCut): Range | undefined {
  const window = text.slice(start, start + limit + 1);
  const lastGap = (kind: RegExp, least: number) =>
    Array.from(window.matchAll(kind), (match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
    })).findLast(
      (gap) =>
        gap.start > start + least && gap.start <= start + limit && canCut(gap.start) && canCut(gap.end),
    );
  return (
    lastGap(paragraphGap, limit / 2) ??
    lastGap(lineEnd, limit / 2) ??
    lastGap(sentenceGap, limit / 2) ??
    lastGap(wordGap, limit / 2) ??
    lastGap(wordGap, 0)
  );
}

function tightestCut(text: string, start: number, limit: number, rules: CanCut[]): Range {
  for (const canCut of rules)
    for (let index = start + limit; index > start; index--)
      if (canCut(index)) return { start: index, end: index };
  // One "character" longer than a whole message: only a surrogate pair is still kept together.
  const index = start + limit - (/[\ud800-\udbff]/.test(text.charAt(start + limit - 1)) ? 1 : 0);
  return { start: index, end: index };
}
