import { conceptTrie } from "./lexicon/lexicon.ts";
import type { Token } from "./text/tokens.ts";

/** Leaves out what is quoted — unless the whole message is —, the courtesy at its end and what is expressly not wanted. */
export function silenced(tokens: readonly Token[]): Token[] {
  return withoutDenied(withoutTail(withoutQuoted(tokens)));
}

// Not "nha", which is also a house: "cháy nhà".
const particles = new Set(["a", "nhe", "nhen", "voi"]);
const helping = new Set(["giup", "ho", "dum", "gium"]);

/** "… giúp em với ạ": the courtesy at the end, where something stands before it. */
function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 1 && tokens[end - 1]!.kind === "word" && particles.has(tokens[end - 1]!.text)) end--;
  const isAsked =
    end < tokens.length && tokens[end]!.text === "voi" && helping.has(tokens[end - 2]?.text ?? "");
  if (isAsked) return end > 2 ? withoutTail(tokens.slice(0, end - 2)) : tokens;
  // "cứu với" is no courtesy.
  const kept = tokens.findIndex(({ text }, index) => index >= end && text === "voi");
  return kept < 0 ? tokens.slice(0, end) : tokens.slice(0, kept + 1);
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
