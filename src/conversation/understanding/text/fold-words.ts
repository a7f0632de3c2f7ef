import { fold } from "./fold.ts";

/** "Hồ sơ, ĐẤT!" → "ho so dat": words alone, one space between. */
export function foldWords(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
