import { fillers, wordsOf } from "../understanding/lexicon/lexicon.ts";
import { PhraseTrie } from "../understanding/text/phrase-trie.ts";
import type { Token } from "../understanding/text/tokens.ts";
import { synonyms } from "./synonyms.ts";

/** Words that by themselves tell nothing of which procedure is meant. */
export const smallWords: ReadonlySet<string> = new Set([
  ...fillers,
  ...wordsOf("nó hồ sơ giấy tờ thủ tục loại ai nếu bị đơn bộ"),
]);

/** Words of the catalogue by themselves and by the words that people use for them. */
const otherWords = new PhraseTrie<readonly string[]>();
/** Every word that stands for another one, so that it is not taken for a slip of the keyboard. */
export const otherPhrases: string[][] = [];
for (const [meant, phrases] of Object.entries(synonyms))
  for (const phrase of [meant, ...phrases.split(",")].map(wordsOf)) {
    otherWords.add(phrase, wordsOf(meant));
    otherPhrases.push(phrase);
  }

/** The words among the tokens of a text: no marks. */
export function wordsAmong(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ kind, text }) => (kind === "mark" ? [] : [text]));
}

export interface SearchWord {
  text: string;
  /** Whether it stands for something else that was said, and so is surely part of a name. */
  isMeant: boolean;
}

/** Folded words → the words to search by: what people say for a word of the catalogue is set to that word. */
export function meantWords(words: readonly string[]): SearchWord[] {
  const tokens = words.map((text) => ({ text }));
  const found: SearchWord[] = [];
  for (let at = 0; at < tokens.length;) {
    const [match] = otherWords.longestAt(tokens, at);
    if (match) found.push(...match.value.map((text) => ({ text, isMeant: true })));
    else found.push({ text: words[at]!, isMeant: false });
    at = match?.to ?? at + 1;
  }
  return found;
}

/** "li lich", "ki": i and y after a consonant are the same sound, written either way. */
export function oneSpelling(word: string): string {
  return word.replace(/(?<=[bcdghklmnpqrstvx]|qu)y$/, "i");
}
