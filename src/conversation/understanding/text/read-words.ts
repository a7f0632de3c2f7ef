import { abbreviations } from "../lexicon/abbreviations.ts";
import { conceptPhrases, fillers, wordsOf } from "../lexicon/lexicon.ts";
import { periodWords } from "../periods/period-words.ts";
import { oneSpelling } from "./one-spelling.ts";
import { Speller } from "./speller.ts";
import { tokenise, touches, type Token } from "./tokens.ts";

const expansions = new Map(Object.entries(abbreviations).map(([short, full]) => [short, wordsOf(full)]));

/** Words of the lexicon and of the grammars: what any message may be about, whatever the deployment. */
export const lexiconSpeller = new Speller([
  ...conceptPhrases.flatMap(({ phrases }) => phrases),
  ...[...fillers].map((word) => [word]),
  ...[...periodWords].map((word) => [word]),
  ...[...expansions.keys()].map((word) => [word]),
]);

/** Words before a number that stands on its own: "quy1", "thang3", "q1". */
const numberHeads = new Set(["q", "quy", "qui", "thang", "t", "th", "nam", "tuan", "ngay", "h", "ky", "pa"]);

const relativeWords = new Set(["nay", "truoc", "roi", "vua"]);

/** A text as the words that were meant: folded, short forms written out, slips of the keyboard set right. */
export function readWords(text: string, speller = lexiconSpeller): Token[] {
  const typed = tokenise(text.normalize("NFC"));
  const tokens: Token[] = [];
  for (let index = 0; index < typed.length; index++) {
    const token = typed[index]!;
    if (token.kind !== "word") {
      tokens.push(token);
      continue;
    }
    const roman = /^(q|quy|qui)(i{1,3}|iv)$/.exec(token.text);
    if (roman) {
      const cut = token.start + roman[1]!.length;
      tokens.push({ ...token, text: roman[1]!, end: cut }, { ...token, text: roman[2]!, start: cut });
      continue;
    }
    const residue = readVni(typed, index, speller);
    const words = meant(residue?.text ?? token.text, speller);
    const place = { kind: "word", start: token.start, end: residue?.end ?? token.end } as const;
    for (const word of words) tokens.push({ ...place, text: word });
    if (residue) index = residue.last;
  }
  return isBareStop(tokens, text) ? [...tokens, { ...tokens[0]!, text: "lai" }] : tokens;
}

/** Only its accent tells "dừng" from "đúng", and the one must not be taken for the other. */
function isBareStop(tokens: readonly Token[], text: string): boolean {
  return tokens.length === 1 && text.normalize("NFC").trim().toLowerCase() === "dừng";
}

function meant(typed: string, speller: Speller): readonly string[] {
  const word = oneSpelling(typed);
  const known = expansions.get(word);
  if (known) return known;
  const corrected = speller.correct(word);
  // "kkkk" laughs, and is no "k" for "không".
  return corrected.length === 1 && corrected[0]!.length > 1
    ? (expansions.get(corrected[0]!) ?? corrected)
    : corrected;
}

/** "ho62" → "ho": digits that are VNI keys inside a word, when the letters make a known word. */
function readVni(
  typed: readonly Token[],
  first: number,
  speller: Speller,
): { text: string; end: number; last: number } | undefined {
  if (typed[first + 1]?.kind !== "number" || !touches(typed[first], typed[first + 1])) return undefined;
  let last = first;
  let text = "";
  for (let index = first; index === first || touches(typed[index - 1], typed[index]); index++) {
    const token = typed[index]!;
    if (token.kind === "mark" || (token.kind === "number" && !/^[1-9]{1,2}$/.test(token.text))) break;
    if (token.kind === "word") text += token.text;
    last = index;
  }
  // In "quy1 1" and "quy1 nay" the first digit is the key of an accent.
  const next = typed[last + 1];
  const saysWhich = next?.kind === "number" ? next.text.length <= 2 : relativeWords.has(next?.text ?? "");
  const isKey = saysWhich && typed[last]!.text.length === 1;
  const isNumbered = last === first + 1 && numberHeads.has(typed[first]!.text) && !isKey;
  return isNumbered || last === first || text.length < 2 || !speller.knows(text)
    ? undefined
    : { text, end: typed[last]!.end, last };
}
