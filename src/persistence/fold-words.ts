/** A word as `foldedSql` folds columns: lower case, without marks. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .replaceAll("đ", "d");
}

/** SQL of a text in lower case and without marks. */
export function foldedSql(text: string): string {
  return `replace(regexp_replace(normalize(lower(${text}), nfd), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')`;
}
