import type { FoldText } from "../../domain/feedback/routing.ts";

/** What a person wants of the feedback they sent. */
export type CaseWish = "list" | "show" | "why" | "history" | "add" | "withdraw" | "reopen" | "rate";

/** Looked for in this order in the words without accents. */
const signs: [wish: CaseWish, sign: RegExp][] = [
  ["rate", /^danhgia\b/],
  ["add", /\b(bosung|bo sung|gui them)\b/],
  ["withdraw", /\b(rutphananh|rut (lai )?(phan anh|kien nghi|gop y)|huy (phan anh|kien nghi|gop y))\b/],
  ["reopen", /\b(molai|mo lai|de nghi xem lai|xem xet lai|giai quyet lai)\b/],
  ["why", /\b(hen|vi sao ngay|tai sao ngay)$/],
  ["history", /\b(lichsu|lich su|qua trinh)\b/],
];

/** Reads the wish, whether it was pressed (`/rutphananh PA-2026-000123`) or written ("tôi muốn rút phản ánh"). */
export function readCaseWish(text: string, hasCode: boolean, fold: FoldText): CaseWish {
  const words = fold(text);
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? (hasCode ? "show" : "list");
}
