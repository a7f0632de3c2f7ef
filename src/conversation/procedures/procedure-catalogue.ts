import { namesOf, type Procedure } from "../../domain/procedures/procedure.ts";
import { wordsOf } from "../understanding/lexicon/lexicon.ts";
import { lexiconSpeller, readWords } from "../understanding/text/read-words.ts";
import { Speller } from "../understanding/text/speller.ts";
import { createProcedureSearch, type Hit } from "./procedure-search.ts";
import { readQuestion, type ProcedureQuestion } from "./read-question.ts";
import { meantWords, oneSpelling, otherPhrases, smallWords, wordsAmong } from "./search-words.ts";

/** The published procedures, ready to be asked about. */
export interface ProcedureCatalogue {
  /** By field, in the order of the alphabet; never empty ones. */
  readonly fields: readonly { name: string; procedures: readonly Procedure[] }[];
  find(code: string): Procedure | undefined;
  read(text: string): ProcedureQuestion;
  /** Best first; nothing that shares no word. */
  search(question: ProcedureQuestion): Hit[];
}

export function createProcedureCatalogue(procedures: readonly Procedure[]): ProcedureCatalogue {
  const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]));
  const names = procedures.flatMap(namesOf).map(wordsOf);
  const speller = new Speller([...names, ...otherPhrases], lexiconSpeller);
  const wordsToSearch = (text: string) =>
    meantWords(wordsAmong(readWords(text, speller))).map(({ text: word }) => oneSpelling(word));
  const search = createProcedureSearch(procedures, wordsToSearch, smallWords);
  const fields = new Map<string, Procedure[]>();
  for (const procedure of procedures)
    fields.set(procedure.field, [...(fields.get(procedure.field) ?? []), procedure]);
  return {
    fields: [...fields]
      .map(([name, all]) => ({ name, procedures: all }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "vi")),
    find: (code) => byCode.get(code),
    read: (text) => readQuestion(text, speller, (word) => byCode.has(word)),
    search: ({ words }) => search(words),
  };
}
