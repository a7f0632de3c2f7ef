import { fillers, wordsOf } from "../understanding/lexicon/lexicon.ts";
import { PhraseTrie } from "../understanding/text/phrase-trie.ts";
import { synonyms } from "./synonyms.ts";

/** Small words that are part of what procedures are about: "con nuôi", "văn phòng", "quốc tịch Việt Nam". */
const meaningful = new Set(wordsOf("con phòng trung tâm việt nam đơn mẹ chồng"));

const canonical = new PhraseTrie<readonly string[]>();
for (const [meant, phrases] of Object.entries(synonyms))
  for (const phrase of phrases.split(",")) canonical.add(wordsOf(phrase), wordsOf(meant));

/** Folded words → the words to search by: other words for the same thing set to one, small words left out. */
export function searchWords(words: readonly string[]): string[] {
  const tokens = words.map((text) => ({ text }));
  const found: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const [match] = canonical.longestAt(tokens, at);
    if (match) {
      found.push(...match.value.map(spelling));
      at = match.to;
    } else {
      const word = words[at++]!;
      if (!fillers.has(word) || meaningful.has(word)) found.push(spelling(word));
    }
  }
  return found;
}

/** "li lich", "ki": i and y after a consonant are the same sound, written either way. */
function spelling(word: string): string {
  return word.replace(/(?<=[bcdghklmnpqrstvx]|qu)y$/, "i");
}
