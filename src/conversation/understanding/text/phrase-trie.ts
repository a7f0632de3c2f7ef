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
