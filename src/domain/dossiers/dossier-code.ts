import { readDay } from "../vietnam-time.ts";

// The agency's identifier, the day of receipt and the serial of that day (NĐ 61/2018/NĐ-CP art. 26). The identifier is
// either of QCVN 102:2016 (000.00.16.H57) or of QĐ 20/2020/QĐ-TTg (H57.16, and G… for ministries and the national portal).
const strict = /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}|[A-Y]\d{2}(?:\.[A-Z\d]+)*)-(\d{2})(\d{2})(\d{2})-\d{4,}$/;
const longestAgency = 35;

// As people type them: in small letters, with spaces, with dashes or dots left out.
const gap = "[\\s.,_/-]*";
const date = "(\\d{2}(?:0\\d|1[0-2])[0-3]\\d)";
const end = "(?![A-Z\\d])";
const oldForm = new RegExp(
  `(?<![A-Z\\d.])(\\d{3})${gap}(\\d{2})${gap}(\\d{2})${gap}([A-Y]\\d{2})${gap}${date}${gap}(\\d{4,8})${end}`,
);
const newForm = new RegExp(
  `(?<![A-Z\\d.]|\\d\\d\\s{1,3})([A-Y])\\s?(\\d{2})((?:\\s*\\.\\s*[A-Z\\d]+|\\s+[A-Z]?\\d{1,3}(?=[\\s.,_-]))*?)${gap}${date}${gap}(\\d{4,8})${end}`,
);

// A code with a fault: an agency with dots or a letter, a day of five digits or more, or all three parts.
const group = "(?:\\s?\\.\\s?[A-Z\\d]+)";
const nearly = new RegExp(
  `(?<![A-Z\\d.])([A-Z\\d]{0,3}${group}*[A-Z]\\d{1,4}${group}*|\\d{2,3}${group}+|[A-Z]{1,2}\\d{1,4}${group}*)` +
    `\\s*-\\s*(\\d{5,8}|\\d{4}(?=\\s*-\\s*\\d))(?:\\s*-\\s*[A-Z\\d]*)?(?![A-Z])`,
);

/** A code found in a text: in its canonical form, and where it stood. */
export interface FoundCode {
  code: string;
  start: number;
  end: number;
}

/** Which part of something that was meant as a code cannot be right. */
export type CodeFault = "agency" | "date" | "serial";

/** Whether a text is a dossier code in its canonical form: capitals, no space, a real day of receipt. */
export function isDossierCode(text: string): boolean {
  const [code, year, month, dayOfMonth] = strict.exec(text) ?? [];
  if (!code || code.indexOf("-") > longestAgency) return false;
  return readDay(`20${year}-${month}-${dayOfMonth}`) !== undefined;
}

/**
 * The first dossier code in a text, made canonical: `h57.16 – 210315 0012` → `H57.16-210315-0012`. Nothing is guessed:
 * letters and digits stay as typed, only capitals, dots and dashes are put in.
 */
export function findDossierCode(text: string): FoundCode | undefined {
  const typed = normalise(text);
  const old = oldForm.exec(typed);
  if (old) return found(old, `${old.slice(1, 5).join(".")}-${old[5]}-${old[6]}`);
  const recent = newForm.exec(typed);
  if (!recent) return undefined;
  const [, letter, number, groups, receivedOn, serial] = recent;
  const agency = [letter! + number!, ...groups!.split(/[\s.]+/).filter(Boolean)].join(".");
  return found(recent, `${agency}-${receivedOn}-${serial}`);
}

/** The canonical dossier code in a text, if there is one. */
export function readDossierCode(text: string): string | undefined {
  return findDossierCode(text)?.code;
}

/**
 * For a text that holds something like a code but no code: the first part of it that cannot be right. It says nothing of
 * which codes exist.
 */
export function nearMiss(text: string): CodeFault | undefined {
  if (findDossierCode(text)) return undefined;
  const [, agency, receivedOn] = nearly.exec(normalise(text)) ?? [];
  if (agency === undefined) return undefined;
  if (!isDossierCode(`${agency.replace(/\s/g, "")}-210315-0001`)) return "agency";
  return isDossierCode(`H57-${receivedOn}-0001`) ? "serial" : "date";
}

/** Capitals and plain dashes, each character where it was. */
function normalise(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

function found(match: RegExpExecArray, code: string): FoundCode | undefined {
  return isDossierCode(code) ? { code, start: match.index, end: match.index + match[0].length } : undefined;
}
