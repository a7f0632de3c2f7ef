/** Advance widths of ASCII 32 to 126 in Be Vietnam Pro Regular, in thousandths of the font's size. */
const widths = [
  230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 385, 651, 660, 710,
  660, 680, 594, 634, 680, 286, 303, 556, 726, 556, 573, 1005, 736, 674, 775, 728, 620, 633, 783, 709, 258,
  465, 679, 624, 853, 732, 826, 644, 822, 668, 635, 650, 725, 706, 1005, 720, 665, 660, 459, 485, 459, 559,
  702, 202, 642, 652, 613, 652, 599, 386, 643, 583, 264, 274, 555, 255, 893, 573, 642, 652, 652, 392, 508,
  428, 566, 576, 870, 559, 583, 502, 426, 408, 426, 468,
];
const widest = 1005;
const boldIsWider = 1.04;

/** The width of a text in pixels. Vietnamese letters are as wide as the letters they are built on, to 3 %. */
export function textWidth(text: string, sizePx: number, isBold = false): number {
  const letters = text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
  let thousandths = 0;
  for (const letter of letters.replaceAll(/[–—]/g, "-"))
    thousandths += widths[letter.charCodeAt(0) - 32] ?? widest;
  return (thousandths / 1000) * sizePx * (isBold ? boldIsWider : 1);
}

/** Breaks a text into as few lines as `widthPx` allows, all about as long; a single word may be wider. */
export function wrapText(text: string, widthPx: number, sizePx: number, isBold = false): string[] {
  const lines = fill(text, widthPx, sizePx, isBold);
  let narrower = lines;
  for (let width = widthPx; narrower.length === lines.length && width > 0; width -= sizePx) {
    const tried = fill(text, width, sizePx, isBold);
    if (tried.length > lines.length) break;
    narrower = tried;
  }
  return narrower;
}

function fill(text: string, widthPx: number, sizePx: number, isBold: boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && textWidth(longer, sizePx, isBold) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
