import { isOneSlip } from "./one-slip.ts";

interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
}

/** Where a phrase stands: tokens `from` (included) to `to` (not included). */
export interface Match<T> {
  value: T;
  from: number;
  to: number;
}

const fuzzyFrom = 4;

/** Phrases looked up word by word, all at once. */
export class PhraseTrie<T> {
  #root: Node<T> = { next: new Map(), values: [] };

  add(words: readonly string[], value: T): void {
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), values: [] }));
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** As `longestAt`, forgiving one word after the first that differs by one letter, in phrases of four words or more. */
  nearestAt(words: readonly { text: string }[], from: number): Match<T>[] {
    const first = this.#root.next.get(words[from]?.text ?? "");
    const found = first && walk(first, words, from + 1, 1, false);
    return found && found.to - from >= fuzzyFrom
      ? found.node.values.map((value) => ({ value, from, to: found.to }))
      : [];
  }

  /** The longest phrase that begins at token `from`, once for each of its values. */
  longestAt(words: readonly { text: string }[], from: number): Match<T>[] {
    let node: Node<T> | undefined = this.#root;
    let best: Node<T> | undefined;
    let bestTo = from;
    for (let index = from; index < words.length; index++) {
      node = node.next.get(words[index]!.text);
      if (!node) break;
      if (node.values.length > 0) {
        best = node;
        bestTo = index + 1;
      }
    }
    return best ? best.values.map((value) => ({ value, from, to: bestTo })) : [];
  }
}

interface Walked<T> {
  node: Node<T>;
  to: number;
}

function walk<T>(
  node: Node<T>,
  words: readonly { text: string }[],
  at: number,
  slips: number,
  hasSlipped: boolean,
): Walked<T> | undefined {
  const here = node.values.length > 0 && hasSlipped ? { node, to: at } : undefined;
  const word = words[at]?.text;
  if (word === undefined) return here;
  const exact = node.next.get(word);
  const on = exact && walk(exact, words, at + 1, slips, hasSlipped);
  if (on) return on;
  if (slips === 0) return here;
  for (const [known, next] of node.next) {
    if (known === word || !isOneSlip(known, word)) continue;
    const found = walk(next, words, at + 1, slips - 1, true);
    if (found) return found;
  }
  return here;
}
