import { conceptTrie, type Concept } from "../understanding/lexicon/lexicon.ts";
import type { Speller } from "../understanding/text/speller.ts";
import { readWords } from "../understanding/text/read-words.ts";
import { meantWords, oneSpelling, smallWords, wordsAmong } from "./search-words.ts";

/** What one can want to know of a procedure. */
export const aspects = ["papers", "time", "fee", "place", "online"] as const;
export type Aspect = (typeof aspects)[number];

/** A question about procedures taken apart. */
export interface ProcedureQuestion {
  /** The code of a published procedure, if one stands in it: `2.000488`. */
  code?: string;
  /** What is asked of the procedure, in the order of the question. */
  aspects: Aspect[];
  /** What is left to tell which procedure is meant, ready to search by; empty when nothing is. */
  words: string[];
  /** Whether it asks which procedures there are. */
  wantsList: boolean;
}

const aspectOf: Partial<Record<Concept, Aspect>> = {
  NEEDS: "papers",
  HOWLONG: "time",
  WHEN: "time",
  PROGRESS: "time",
  FEE: "fee",
  WHERE: "place",
  CANONLINE: "online",
};

/** Ways to ask and to be polite, which tell nothing of the procedure. */
const asking: ReadonlySet<Concept> = new Set<Concept>([
  "PROCEDURE",
  "PROCLIST",
  "HOWTO",
  "GREETING",
  "THANKS",
  "HELPME",
  "HELP",
  "FOLLOWUP",
  "CANONLINE",
  "PROGRESS",
  "RESULT",
]);

const command = /^\s*\/\s?\S+/;

/** Reads a question, or the words behind `/thutuc`. `speller` knows the words of the catalogue, `isCode` its codes. */
export function readQuestion(
  text: string,
  speller: Speller,
  isCode: (word: string) => boolean,
): ProcedureQuestion {
  const said = text.replace(command, "");
  const written = said
    .split(/[^\w.-]+/)
    // A sentence may end behind it.
    .flatMap((word) => [word, word.slice(0, -1)])
    .find(isCode);
  const typed = readWords(written ? said.replace(written, " ") : said, speller);
  const meant = meantWords(wordsAmong(typed));
  // A way to ask never runs into a word that is surely part of a name.
  const scanned = meant.map(({ text: word, isMeant }) => ({ text: isMeant ? "" : word }));
  const asked = new Set<Aspect>();
  const words: string[] = [];
  let wantsList = false;
  for (let at = 0; at < meant.length;) {
    const concepts = conceptTrie.longestAt(scanned, at);
    const to = concepts[0]?.to ?? at + 1;
    const aspect = aspectAmong(
      concepts.map(({ value }) => value),
      scanned.slice(at, to),
    );
    wantsList ||= concepts.some(({ value }) => value === "PROCLIST");
    if (aspect) asked.add(aspect);
    else if (!concepts.some(({ value }) => asking.has(value)))
      words.push(...meant.slice(at, to).map(({ text: word }) => word));
    at = to;
  }
  return {
    ...(written && { code: written }),
    aspects: [...asked],
    words: words.every(isTellingNothing) ? [] : words.map(oneSpelling),
    wantsList,
  };
}

function isTellingNothing(word: string): boolean {
  return smallWords.has(word) || /^\d+$/.test(word);
}

/** What the lexicon puts into one concept with other things: an aspect only with one of these words in it. */
const onlyWith: Partial<Record<Concept, readonly string[]>> = {
  CANONLINE: ["online", "mang", "tuyen", "nha"],
  PROGRESS: ["lau", "gio"],
};

function aspectAmong(concepts: readonly Concept[], words: readonly { text: string }[]): Aspect | undefined {
  const meant = concepts.find((concept) => {
    const needed = onlyWith[concept];
    return aspectOf[concept] && (!needed || words.some(({ text }) => needed.includes(text)));
  });
  return meant && aspectOf[meant];
}

/** Whether a question only asks more of the procedure that was talked about. */
export function asksMore({ aspects: asked, words }: ProcedureQuestion): boolean {
  return asked.length > 0 && words.length === 0;
}
