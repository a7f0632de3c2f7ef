import { addDays, type Day } from "../../domain/vietnam-time.ts";
import { nextWeekday } from "../../domain/office/opening-hours.ts";
import { conceptTrie, wordsOf } from "../understanding/lexicon/lexicon.ts";
import { PhraseTrie } from "../understanding/text/phrase-trie.ts";
import { readWords } from "../understanding/text/read-words.ts";

export interface OfficeQuestion {
  /** What the first line of the answer is about. */
  asks: "hours" | "day" | "holiday" | "address" | "phone";
  /** Set for `day`. */
  on?: Day;
}

type DayWord = { weekday: number } | { inDays: number } | "holiday";

const dayPhrases: readonly (readonly [phrases: string, means: DayWord])[] = [
  ["thứ hai, thứ 2, t2, monday", { weekday: 1 }],
  ["thứ ba, thứ 3, t3, tuesday", { weekday: 2 }],
  ["thứ tư, thứ 4, t4, wednesday", { weekday: 3 }],
  ["thứ năm, thứ 5, t5, thursday", { weekday: 4 }],
  ["thứ sáu, thứ 6, t6, friday", { weekday: 5 }],
  ["thứ bảy, thứ 7, t7, cuối tuần, saturday, weekend, weekends", { weekday: 6 }],
  ["chủ nhật, cn, sunday", { weekday: 7 }],
  ["mai, ngày mai, sáng mai, chiều mai, tomorrow", { inDays: 1 }],
  ["ngày kia, mốt, ngày mốt", { inDays: 2 }],
  [
    "lễ, tết, ngày lễ, nghỉ lễ, nghỉ tết, lịch nghỉ, nghỉ mấy ngày, nghỉ ngày nào, holiday, holidays",
    "holiday",
  ],
];
const dayWords = new PhraseTrie<DayWord>();
for (const [phrases, means] of dayPhrases)
  for (const phrase of phrases.split(",")) dayWords.add(wordsOf(phrase), means);

/** What is asked of the office; its hours when nothing else is. */
export function readOfficeQuestion(text: string, today: Day): OfficeQuestion {
  const tokens = readWords(text);
  const days = tokens.flatMap((_, at) => dayWords.longestAt(tokens, at));
  const concepts = new Set(
    tokens.flatMap((_, at) => conceptTrie.longestAt(tokens, at)).map(({ value }) => value),
  );
  const longest = days.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]?.value;
  if (longest === "holiday") return { asks: "holiday" };
  if (longest) return { asks: "day", on: dayMeant(longest, today) };
  if (concepts.has("HOURS")) return { asks: "hours" };
  if (concepts.has("ADDRESS") || /^\s*\/dia_?chi/.test(text)) return { asks: "address" };
  if (concepts.has("PHONENUMBER") || /^\s*\/lien_?he|^\s*\/contact/.test(text)) return { asks: "phone" };
  return { asks: concepts.has("WHERE") ? "address" : "hours" };
}

function dayMeant(word: Exclude<DayWord, "holiday">, today: Day): Day {
  return "weekday" in word ? nextWeekday(word.weekday, today) : addDays(today, word.inDays);
}
