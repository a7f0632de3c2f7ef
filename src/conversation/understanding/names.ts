import { wordsOf } from "./lexicon/lexicon.ts";
import { PhraseTrie } from "./text/phrase-trie.ts";
import { lexiconSpeller } from "./text/read-words.ts";
import { tokenise } from "./text/tokens.ts";
import { Speller } from "./text/speller.ts";
import type { Gazetteer } from "./understanding.ts";

export type Name =
  | { kind: "unit"; code: string }
  | { kind: "field"; name: string }
  | { kind: "procedure"; code: string };

/** The deployment's names, ready to be found in messages. */
export interface Names {
  trie: PhraseTrie<Name>;
  speller: Speller;
}

/** Words that many units begin with, left out as often as said. */
const unitHeads = [
  ["phong"],
  ["so"],
  ["trung", "tam"],
  ["ban"],
  ["bo", "phan"],
  ["chi", "cuc"],
  ["van", "phong"],
];

/** Prepares units, fields and procedures for `findNames`: by name, by code, and by initials of three letters or more. */
export function prepareNames({ units, fields, procedures }: Gazetteer): Names {
  const trie = new PhraseTrie<Name>();
  const phrases: string[][] = [];
  const add = (words: string[], name: Name): void => {
    if (words.length === 0) return;
    trie.add(words, name);
    phrases.push(words);
  };
  for (const name of fields) {
    const words = wordsOf(name);
    add(words, { kind: "field", name });
    if (words.length >= 3) add([initials(words)], { kind: "field", name });
  }
  for (const { code, name } of units) {
    const words = wordsOf(name);
    add(words, { kind: "unit", code });
    const head = unitHeads.find((start) => start.every((word, index) => words[index] === word));
    const bare = words.slice(head?.length ?? 0);
    if (head && bare.length >= 3 && !fields.some((field) => wordsOf(field).join(" ") === bare.join(" ")))
      add(bare, { kind: "unit", code });
    if (bare.length >= 3) add([initials(bare)], { kind: "unit", code });
  }
  for (const { code, name } of procedures) {
    add(wordsOf(name), { kind: "procedure", code });
    add(
      tokenise(code).map(({ text }) => text),
      { kind: "procedure", code },
    );
  }
  return { trie, speller: new Speller(phrases, lexiconSpeller) };
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join("");
}
