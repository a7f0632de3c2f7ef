/** Folded words with which people pass over a question. */
const skips: ReadonlySet<string> = new Set(
  `bo qua, khong ro, khong biet, khong, khong co, chua ro, ko, k, ko co, ko biet, ko ro, khong can, khoi, khong nho, skip,
   pass, no, none, not sure, i dont know, dont know`
    .split(",")
    .map((words) => words.trim()),
);

/** Whether folded words say that somebody does not know or does not want to tell. */
export function passesOver(folded: string): boolean {
  return skips.has(folded);
}
