import { touches, type Token } from "./tokens.ts";
import { wordTable } from "./word-table.ts";

/** A number found in a text and the token after it. */
export interface FoundNumber {
  value: number;
  to: number;
}

const units = wordTable<number>({
  ...inOrder("khong mot hai ba bon nam sau bay tam chin muoi"),
  ...inOrder("zero one two three four five six seven eight nine ten"),
  tu: 4,
});
// "mốt", "lăm", "nhăm" only stand after tens.
const afterTens = wordTable<number>({ ...units, lam: 5, nham: 5 });
const thousand = 1_000;
const million = 1_000_000;
const billion = 1_000_000_000;
const scales = wordTable<number>(
  Object.fromEntries([
    ["chuc", 10],
    ...["tram", "hundred"].map((word) => [word, 100]),
    ...["nghin", "ngan", "thousand"].map((word) => [word, thousand]),
    ...["trieu", "million"].map((word) => [word, million]),
    ...["ty", "ti"].map((word) => [word, billion]),
  ]),
);

function inOrder(words: string): Record<string, number> {
  return Object.fromEntries(words.split(" ").map((word, value) => [word, value]));
}

/** One word or one group of digits: "ba", "mười hai", "12". For the number of a quarter or a month. */
export function readSmallNumber(tokens: readonly Token[], at: number): FoundNumber | undefined {
  const token = tokens[at];
  if (token?.kind === "number") return { value: Number(token.text), to: at + 1 };
  const unit = token && units[token.text];
  if (unit === undefined) return undefined;
  const next = tokens[at + 1]?.text ?? "";
  if (unit === 10 && afterTens[next] !== undefined && afterTens[next] < 10)
    return { value: 10 + afterTens[next], to: at + 2 };
  return { value: unit, to: at + 1 };
}

/** Any quantity: "1.234,5" (points part thousands, the comma decimals), "hai chục", "một trăm hai mươi". */
export function readQuantity(tokens: readonly Token[], at: number): FoundNumber | undefined {
  const digits = readDigits(tokens, at);
  if (digits) {
    const scale = scales[tokens[digits.to]?.text ?? ""];
    return scale ? { value: digits.value * scale, to: digits.to + 1 } : digits;
  }
  return readWords(tokens, at);
}

function readDigits(tokens: readonly Token[], at: number): FoundNumber | undefined {
  const first = tokens[at];
  if (first?.kind !== "number") return undefined;
  let text = first.text;
  let to = at + 1;
  const follows = (mark: string): Token | undefined =>
    tokens[to]?.text === mark && touches(tokens[to - 1], tokens[to]) && touches(tokens[to], tokens[to + 1])
      ? tokens[to + 1]
      : undefined;
  for (let group = follows("."); group?.kind === "number" && group.text.length === 3; group = follows(".")) {
    text += group.text;
    to += 2;
  }
  const decimals = follows(",");
  if (decimals?.kind === "number") {
    text += `.${decimals.text}`;
    to += 2;
  }
  return { value: Number(text), to };
}

/** "hai mươi lăm", "ba trăm linh năm": each scale multiplies what stands before it. */
function readWords(tokens: readonly Token[], at: number): FoundNumber | undefined {
  let total = 0;
  let open: number | undefined;
  let to = at;
  for (; to < tokens.length; to++) {
    const word = tokens[to]!.text;
    const scale = word === "muoi" && open !== undefined ? 10 : scales[word];
    if (scale !== undefined && (open !== undefined || total > 0)) {
      if (open === undefined) total *= scale;
      else total += open * scale;
      open = undefined;
    } else if (total > 0 && ["linh", "le"].includes(word)) continue;
    else if (open === undefined && (total > 0 ? afterTens : units)[word] !== undefined)
      open = (total > 0 ? afterTens : units)[word]!;
    else break;
  }
  return to === at ? undefined : { value: total + (open ?? 0), to };
}
