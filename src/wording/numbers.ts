import type { Language } from "./wording.ts";

const locales: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };
// Made once, when first needed: making one costs as much as a whole turn.
const formats: Partial<Record<Language, Intl.NumberFormat>> = {};

/** 2654 → `2.654` (vi) or `2,654` (en). */
export function showNumber(value: number, language: Language = "vi"): string {
  formats[language] ??= new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 });
  return formats[language].format(value);
}

/** 0.1385 → `13,85%` (vi) or `13.85%` (en); null → `–`. At most two decimals, none written for nothing. */
export function showRate(rate: number | null, language: Language = "vi"): string {
  if (rate === null) return "–";
  return `${showNumber(rate * 100, language)}%`;
}
