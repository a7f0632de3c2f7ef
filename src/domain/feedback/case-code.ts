// As people type them: in small letters, with spaces or any dash, without the leading zeros.
const gap = "[\\s./_\\-\\u2010-\\u2015]";
const code = new RegExp(`(?<![\\p{L}\\d])pa${gap}*(20\\d{2})${gap}+(\\d{1,6})(?!\\d)`, "iu");
const nearly = new RegExp(`(?<![\\p{L}\\d])pa${gap}*(?=o*\\d)[\\do]{2,}`, "iu");

/** A case code found in a text: in its canonical form, and where it stood. */
export interface FoundCaseCode {
  code: string;
  start: number;
  end: number;
}

/** The first case code in a text: `pa 2026 123` is `PA-2026-000123`. */
export function findCaseCode(text: string): FoundCaseCode | undefined {
  const match = code.exec(text);
  return match
    ? {
        code: `PA-${match[1]}-${match[2]!.padStart(6, "0")}`,
        start: match.index,
        end: match.index + match[0].length,
      }
    : undefined;
}

/** Whether something in a text was meant as a case code and cannot be one. */
export function isCaseCodeMiss(text: string): boolean {
  return findCaseCode(text) === undefined && nearly.test(text);
}
