import { isOneSlip } from "./one-slip.ts";
import { isSyllable } from "./syllable.ts";
import { undoTelex } from "./telex.ts";

/** Shorter words have too many neighbours to be corrected. */
const shortestCorrected = 4;

/** Knows the words that mean something here, and what a word that means nothing was probably to be. */
export class Speller {
  #known: Set<string>;
  #joined = new Map<string, string[]>();
  #neighbours = new Map<string, string>();
  #fallback: Speller | undefined;

  /** `phrases` are folded words; two that follow each other are also known when typed as one ("thongke"). */
  constructor(phrases: Iterable<readonly string[]>, fallback?: Speller) {
    this.#known = new Set();
    this.#fallback = fallback;
    for (const words of phrases) {
      for (const word of words) this.#known.add(word);
      for (let index = 0; index + 1 < words.length; index++) {
        const pair = words.slice(index, index + 2);
        if (pair.join("").length >= shortestCorrected) this.#joined.set(pair.join(""), pair);
      }
    }
    for (const word of this.#known)
      if (word.length >= shortestCorrected)
        for (const shorter of [word, ...deletions(word)])
          if (!this.#neighbours.has(shorter)) this.#neighbours.set(shorter, word);
  }

  knows(word: string): boolean {
    return this.#known.has(word) || (this.#fallback?.knows(word) ?? false);
  }

  /** The words meant by one that is typed: itself when it is known or could be a Vietnamese syllable. */
  correct(word: string): string[] {
    if (this.knows(word)) return [word];
    const squeezed = word.replace(/(.)\1{2,}/g, "$1");
    const plain = undoTelex(word);
    const direct = [squeezed, plain, word.replace(/(.)\1+/g, "$1")].find((form) => this.knows(form));
    if (direct && !isSyllable(word)) return [direct];
    const pair = this.pair(squeezed) ?? this.pair(plain);
    if (pair) return pair;
    if (isSyllable(word)) return [word];
    const near = this.near(squeezed) ?? this.near(plain);
    return [near ?? word];
  }

  pair(word: string): string[] | undefined {
    return this.#joined.get(word) ?? this.#fallback?.pair(word);
  }

  /** A known word of the same first letter, one slip away. */
  near(word: string): string | undefined {
    if (word.length < shortestCorrected) return undefined;
    const forms = [word, ...deletions(word)];
    const found = forms
      .map((form) => this.#neighbours.get(form))
      .find((known) => known?.[0] === word[0] && isOneSlip(word, known!));
    return found ?? this.#fallback?.near(word);
  }
}

function deletions(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}
