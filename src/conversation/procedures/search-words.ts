import { fillers, wordsOf } from "../understanding/lexicon/lexicon.ts";
import { PhraseTrie } from "../understanding/text/phrase-trie.ts";
import { synonyms } from "./synonyms.ts";

/** Words that by themselves tell nothing of which procedure is meant. */
export const smallWords: ReadonlySet<string> = new Set([
  ...fillers,
  ...wordsOf("nó hồ sơ giấy tờ thủ tục loại ai nếu bị đơn bộ"),
]);

/** Words of the catalogue by the words that people use for them. */
export const otherWords = new PhraseTrie<readonly string[]>();
/** Every word that stands for another one, so that it is not taken for a slip of the keyboard. */
export const otherPhrases: string[][] = [];
for (const [meant, phrases] of Object.entries(synonyms))
  for (const phrase of phrases.split(",").map(wordsOf)) {
    otherWords.add(phrase, wordsOf(meant));
    otherPhrases.push(phrase);
  }

/** Folded words of a name → the words to search by. */
export function searchWords(words: readonly string[]): string[] {
  const tokens = words.map((text) => ({ text }));
  const found: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const [match] = otherWords.longestAt(tokens, at);
    found.push(...(match?.value ?? [words[at]!]));
    at = match?.to ?? at + 1;
  }
  return found.map(oneSpelling);
}

/** "li lich", "ki": i and y after a consonant are the same sound, written either way. */
export function oneSpelling(word: string): string {
  return word.replace(/(?<=[bcdghklmnpqrstvx]|qu)y$/, "i");
}
