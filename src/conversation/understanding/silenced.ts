import { conceptTrie } from "./lexicon/lexicon.ts";
import type { Token } from "./text/tokens.ts";

/** Leaves out what is quoted — unless the whole message is — and what is expressly not wanted. */
export function silenced(tokens: readonly Token[]): Token[] {
  return withoutDenied(withoutQuoted(tokens));
}

function withoutQuoted(tokens: readonly Token[]): readonly Token[] {
  const marks = tokens.flatMap((token, index) => (token.text === '"' ? [index] : []));
  const [open, close] = marks;
  if (open === undefined || close === undefined) return tokens;
  const outside = tokens.filter((token, index) => (index < open || index > close) && token.kind !== "mark");
  return outside.length === 0
    ? tokens
    : withoutQuoted([...tokens.slice(0, open), ...tokens.slice(close + 1)]);
}

const denials = [
  "khong phai",
  "khong can",
  "khong muon",
  "khong dinh",
  "khong hoi",
  "khong co y",
  "chu khong",
]
  .concat("chua can", "not", "dont want", "khong to cao", "khong khieu nai", "khong phan anh", "khong gop y")
  .map((phrase) => phrase.split(" "));
/** Words that open the next clause. */
const turns = new Set(["ma", ",", ".", ";", "chi", "toi", "em", "minh", "but", "i", "\n", "cho"]);

/** "không phải tra hồ sơ, tôi muốn góp ý": what follows the denial up to the next clause does not count. */
function withoutDenied(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const denial = denials.find((words) =>
      words.every((word, offset) => tokens[index + offset]?.text === word),
    );
    const isWish = denial && (conceptTrie.longestAt(tokens, index)[0]?.to ?? 0) > index + denial.length;
    // "không muốn theo dõi" is itself something to want.
    if (!denial || isWish) {
      kept.push(tokens[index]!);
      continue;
    }
    const from = index + denial.length;
    let to = from;
    while (to < tokens.length && !(to > from && turns.has(tokens[to]!.text))) to++;
    if (to >= tokens.length) return [...kept, ...tokens.slice(index)];
    index = to - 1;
  }
  return kept;
}
