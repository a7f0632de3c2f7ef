import { foldedCode } from "./fold.ts";

/** A word, a number or a mark of a text: folded, with its place in the text's NFC form. */
export interface Token {
  kind: "word" | "number" | "mark";
  /** Folded: "thống" is "thong". */
  text: string;
  start: number;
  end: number;
}

const marks = new Set(Array.from('/-.,:;?!"+%()\n', (mark) => mark.charCodeAt(0)));
const apostrophe = 0x27;

/** NFC text → tokens in order. Letters and digits part: "quy1" is a word and a number that touches it. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let open: Token | undefined;
  for (let index = 0; index < text.length; index++) {
    const code = foldedCode(text.charCodeAt(index));
    const kind = kindOf(code);
    if (kind === "dropped") {
      if (open) open.end = index + 1;
    } else if (kind === undefined) {
      open = undefined;
    } else if (open && open.kind === kind && kind !== "mark") {
      open.text += String.fromCharCode(code);
      open.end = index + 1;
    } else {
      open = { kind, text: String.fromCharCode(code), start: index, end: index + 1 };
      tokens.push(open);
    }
  }
  return tokens.filter((token, index) => !isHyphen(tokens, token, index));
}

/** "on-time" is two words. */
function isHyphen(tokens: readonly Token[], token: Token, index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  return token.text === "-" && before?.kind === "word" && after?.kind === "word" && touches(before, token);
}

/** Whether nothing stands between a token and the one before it. */
export function touches(before: Token | undefined, token: Token | undefined): boolean {
  return before !== undefined && token !== undefined && before.end === token.start;
}

function kindOf(code: number): Token["kind"] | "dropped" | undefined {
  if (code >= 0x61 && code <= 0x7a) return "word";
  if (code >= 0x30 && code <= 0x39) return "number";
  // "don't" is one word.
  if (code === 0 || code === apostrophe) return "dropped";
  return marks.has(code) ? "mark" : undefined;
}
