import { fold } from "../text/fold.ts";
import { oneSpelling } from "../text/one-spelling.ts";
import { PhraseTrie } from "../text/phrase-trie.ts";
import { dossierConcepts } from "./dossier-concepts.ts";
import { courtesyWords, fillerWords } from "./filler-words.ts";
import { matterConcepts } from "./matter-concepts.ts";
import { offTopicConcepts } from "./off-topic-concepts.ts";
import { procedureConcepts } from "./procedure-concepts.ts";
import { statisticsConcepts } from "./statistics-concepts.ts";
import { talkConcepts } from "./talk-concepts.ts";

const concepts = {
  ...talkConcepts,
  ...dossierConcepts,
  ...statisticsConcepts,
  ...matterConcepts,
  ...procedureConcepts,
  ...offTopicConcepts,
};

export type Concept = keyof typeof concepts;

/** Each concept with its phrases as folded words. */
export const conceptPhrases = Object.entries(concepts).map(([concept, phrases]) => ({
  concept: concept as Concept,
  phrases: phrases.split(",").map(wordsOf),
}));

/** Folded words of a phrase as the tokeniser would part them, each as `oneSpelling` writes it. */
export function wordsOf(phrase: string): string[] {
  return (fold(phrase).match(/[a-z]+|\d+|%/g) ?? []).map(oneSpelling);
}

export const fillers: ReadonlySet<string> = new Set(wordsOf(fillerWords));

export const courtesies: ReadonlySet<string> = new Set(wordsOf(courtesyWords));

/** Finds every concept of the lexicon in a message. */
export const conceptTrie = new PhraseTrie<Concept>();
for (const { concept, phrases } of conceptPhrases)
  for (const words of phrases) conceptTrie.add(words, concept);
