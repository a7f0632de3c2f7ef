import type { Language } from "./wording.ts";

// Made once: making one costs more than a whole turn's other words.
const formats: Record<Language, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }),
};

/** 2654 → `2.654` (vi) or `2,654` (en). */
export function showNumber(value: number, language: Language = "vi"): string {
  return formats[language].format(value);
}

/** 0.1385 → `13,85%` (vi) or `13.85%` (en); null → `–`. At most two decimals, none written for nothing. */
export function showRate(rate: number | null, language: Language = "vi"): string {
  if (rate === null) return "–";
  return `${showNumber(rate * 100, language)}%`;
}
