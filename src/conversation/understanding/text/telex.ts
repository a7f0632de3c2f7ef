const toneAtEnd = /[sfrxj]$/;
const toneInside = /(?<=[aeiouyw])[sfrxj](?=[a-z])/g;

/**
 * What a word typed with Telex keys that stayed letters comes to, folded: "hoof" → "ho", "dduwowngf" → "duong".
 * A word without such keys comes back as it is.
 */
export function undoTelex(word: string): string {
  return word
    .replace(toneAtEnd, "")
    .replace(toneInside, "")
    .replace(/aa/g, "a")
    .replace(/ee/g, "e")
    .replace(/oo/g, "o")
    .replace(/dd/g, "d")
    .replace(/^w|(?<=[^aou])w/g, "u")
    .replace(/w/g, "");
}
