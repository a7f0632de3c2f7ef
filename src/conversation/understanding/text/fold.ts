// One table look-up a character, and as many characters out as in, so that positions stay those of the text.

const tableSize = 0x3000;
const dropped = 0;
const table = new Uint16Array(tableSize).map((_, code) => foldCode(code));

function foldCode(code: number): number {
  const isCombining = code >= 0x300 && code <= 0x36f;
  const isInvisible = (code >= 0x200b && code <= 0x200f) || code === 0xad;
  if (isCombining || isInvisible) return dropped;
  if (code >= 0x2010 && code <= 0x2015) return 0x2d;
  if (code === 0xab || code === 0xbb || code === 0x201c || code === 0x201d || code === 0x201e) return 0x22;
  if (code === 0x2018 || code === 0x2019) return 0x27;
  if (code === 0x110 || code === 0x111 || code === 0xd0 || code === 0xf0) return 0x64;
  return String.fromCharCode(code).toLowerCase().normalize("NFD").charCodeAt(0);
}

/** A UTF-16 code → the code of its plain lower-case letter (Đ → d, Ộ → o); 0 for what is not written out. */
export function foldedCode(code: number): number {
  return code < tableSize ? table[code]! : code;
}

/** "Hồ sơ ĐẤT" → "ho so dat": without accents, lower case, dashes and quotation marks of one kind. */
export function fold(text: string): string {
  const composed = text.normalize("NFC");
  let folded = "";
  for (let index = 0; index < composed.length; index++) {
    const code = foldedCode(composed.charCodeAt(index));
    if (code !== dropped) folded += String.fromCharCode(code);
  }
  return folded;
}
