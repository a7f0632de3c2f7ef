import { wordTable } from "./word-table.ts";

/** Syllables written with either letter, folded: "lí lịch" is "lý lịch", "quí" is "quý", "tỉ lệ" is "tỷ lệ". */
const withY = wordTable<string>({ li: "ly", ki: "ky", qui: "quy", ti: "ty", mi: "my" });

/** A folded word in the one spelling the lexicon knows it by. */
export function oneSpelling(word: string): string {
  return withY[word] ?? word;
}
