import { Fault } from "./fault.ts";
import { foldName } from "./fold-name.ts";
import type { KnownCodes } from "../domain/imports/import-store.ts";

/** Turns the text of a cell that is not empty into what it means. */
export type Reader<T> = (text: string, known: KnownCodes) => T | Fault;

export const text: Reader<string> = (cell) => cell;

const longestCode = 100;

/** A code or a name by which rows are found: short enough for an index. */
export const code: Reader<string> = (cell) =>
  cell.length <= longestCode ? cell : new Fault("import-row-too-long", { longest: longestCode });

/** Letters without accents, digits, dots and dashes: a button can carry it and a person can type it. */
export const procedureCode: Reader<string> = (cell) =>
  /^[\w.-]{0,49}\w$/.test(cell) ? cell : new Fault("import-row-bad-procedure-code", { value: cell });

/** A whole number above zero. */
export const countingNumber: Reader<number> = (cell) =>
  /^[1-9]\d{0,5}$/.test(cell) ? Number(cell) : new Fault("import-row-bad-number", { value: cell });

/** A share above none, at most all: `25%`, `12,5`, or 0.25 as a sheet keeps what it shows as a percentage. */
export const share: Reader<number> = (cell) => {
  const [, written, sign] = /^(\d{1,3}(?:[.,]\d+)?) ?(%?)$/.exec(cell) ?? [];
  const amount = Number(written?.replace(",", "."));
  const value = sign === "" && amount <= 1 ? amount : amount / 100;
  return value > 0 && value <= 1 ? value : new Fault("import-row-bad-share", { value: cell });
};

export const yesOrNo: Reader<boolean> = (cell) => {
  const folded = foldName(cell);
  if (["1", "co", "true"].includes(folded)) return true;
  if (["0", "khong", "false"].includes(folded)) return false;
  return new Fault("import-row-unknown-word", { value: cell, allowed: "1, 0" });
};

/** One of a few words, written with or without accents, spaces and capitals. */
export function oneOf<T extends string>(words: Readonly<Record<string, T>>): Reader<T> {
  const meanings = new Map(
    Object.entries(words).flatMap(([word, meaning]) => [
      [word, meaning],
      [foldName(word), meaning],
    ]),
  );
  const allowed = Object.keys(words).join(", ");
  return (cell) =>
    meanings.get(cell) ??
    meanings.get(foldName(cell)) ??
    new Fault("import-row-unknown-word", { value: cell, allowed });
}

/** A phone number in the form 0912345678. A spreadsheet that took it for a number has dropped the leading zero. */
export const phone: Reader<string> = (cell) => {
  const digits = cell.replaceAll(/[\s.()-]/g, "").replace(/^\+?84(?=\d{9}$)/, "0");
  return /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits;
};

export const unit: Reader<number> = (cell, { units }) =>
  units.get(cell) ?? new Fault("import-row-unknown-unit", { value: cell });

export const procedure: Reader<number> = (cell, { procedures }) =>
  procedures.get(cell) ?? new Fault("import-row-unknown-procedure", { value: cell });

export const staffMember: Reader<number> = (cell, { staff }) =>
  staff.get(cell) ?? new Fault("import-row-unknown-staff", { value: cell });

const longestField = 250;

/** The name of a field, with a capital letter, or as it is known already. */
export const field: Reader<string> = (cell, { fields }) => {
  const name = cell.charAt(0).toLocaleUpperCase("vi") + cell.slice(1);
  if (fields.has(name)) return name;
  const lowerCase = cell.toLocaleLowerCase("vi");
  for (const known of fields) if (known.toLocaleLowerCase("vi") === lowerCase) return known;
  return name.length <= longestField ? name : new Fault("import-row-too-long", { longest: longestField });
};
