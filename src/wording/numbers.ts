import type { Language } from "./wording.ts";

const locales: Record<Language, string> = { vi: "vi-VN", en: "en-GB" };

/** 2654 → `2.654` (vi) or `2,654` (en). */
export function showNumber(value: number, language: Language = "vi"): string {
  return value.toLocaleString(locales[language], { maximumFractionDigits: 2 });
}

/** 0.1385 → `13,85%` (vi) or `13.85%` (en); null → `–`. At most two decimals, none written for nothing. */
export function showRate(rate: number | null, language: Language = "vi"): string {
  if (rate === null) return "–";
  return `${(rate * 100).toLocaleString(locales[language], { maximumFractionDigits: 2 })}%`;
}
