import type { RefusalKey } from "./table.ts";

// How Vietnamese looks when it is read as the West's Latin-1, by the encoding it was written in: letters that stand inside
// a word there and nowhere else.

/** TCVN3 (ABC): marks and letters lie where Latin-1 has signs: `Hµ Néi`, `®­îc`. */
const tcvn3 = /(?<=[a-z])[\u00a8-\u00ae\u00b5-\u00b9\u00bb-\u00be]|[\u00ae\u00a7][\u00a1-\u00ffa-z]/giu;

/** VNI: a mark follows its vowel as a letter of its own: `Haø Noäi`, `ñöôïc`; without pairs that words have, as in `hoà`. */
const vni = /[aeiouy][øûïäåü]|[aeouy][ùõ]|a[áàãâéèêëú]|e[áàãâ]|oâ|ñ[aeiouyöô]|ö[ôùøûõï]/giu;

/** Windows-1258: ã, ð, õ, ý for ă, đ, ơ, ư, and marks that follow their vowel as Ì, Ò, Þ, ì, ò. */
const windows1258 = /[aeiouyâêôãõý][\u00cc\u00d2\u00de\u00ec\u00f2]|ð[a-zâêôãõý]|ýõ/gu;

const encodings: [RefusalKey, RegExp][] = [
  ["import-refused-tcvn3", tcvn3],
  ["import-refused-vni", vni],
  ["import-refused-windows-1258", windows1258],
];

/** In UTF-8 a few such pairs may be somebody's spelling; so many are none. */
const certain = 3;

/**
 * Which sentence names the encoding of a beginning that is not the Unicode it should be, also where an old font's text was
 * saved as UTF-8; undefined when nothing speaks against UTF-8.
 */
export function foreignEncoding(head: Buffer, isWhole: boolean): RefusalKey | undefined {
  if (isUtf16(head)) return "import-refused-utf16";
  const text = readUtf8(head, isWhole);
  const found = countedIn(text ?? head.toString("latin1"));
  if (text === undefined) return found.count > 0 ? found.key : "import-refused-not-utf8";
  return found.count >= certain ? found.key : undefined;
}

function countedIn(text: string): { key: RefusalKey; count: number } {
  return encodings
    .map(([key, letters]) => ({ key, count: text.match(letters)?.length ?? 0 }))
    .reduce((most, other) => (other.count > most.count ? other : most));
}

/** With its mark, or by every other byte being zero. */
function isUtf16(head: Buffer): boolean {
  if (head.length >= 2 && [0xfeff, 0xfffe].includes(head.readUInt16BE(0))) return true;
  const looked = head.subarray(0, 200);
  const zeros = [0, 1].map((odd) => looked.filter((byte, at) => at % 2 === odd && byte === 0).length);
  return looked.length >= 8 && Math.max(...zeros) > looked.length / 5 && Math.min(...zeros) === 0;
}

/** Undefined when it is not UTF-8; a letter cut off at the end of a beginning is none against it. */
function readUtf8(head: Buffer, isWhole: boolean): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: !isWhole });
  } catch {
    return undefined;
  }
}
