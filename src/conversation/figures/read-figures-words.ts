import type { Interlinked, SubmissionMode } from "../../domain/dossiers/dossier.ts";
import type { FigureMeasure } from "../../domain/statistics/figure-measures.ts";
import type { OnlineLevel } from "../../domain/statistics/figures-question.ts";
import type { PeriodKind } from "../../domain/statistics/period.ts";
import { fold } from "../understanding/text/fold.ts";
import type { Measure } from "../understanding/understanding.ts";
import type { FigureView } from "./figures-asked.ts";

/** What words of a question for figures say beside names and a period. */
export interface FiguresWords {
  measure?: FigureMeasure | undefined;
  mode?: SubmissionMode | undefined;
  level?: OnlineLevel | undefined;
  interlinked?: Interlinked | undefined;
  end?: "most" | "least" | undefined;
  view?: FigureView | undefined;
  /** Periods of a series, and of which kind where the words say. */
  count?: number | undefined;
  kind?: PeriodKind | undefined;
}

const measureOf: Partial<Record<Measure, FigureMeasure>> = {
  received: "received",
  resolved: "resolved",
  late: "late",
  early: "resolvedEarly",
  onTime: "resolvedOnTime",
  open: "open",
  onlineRate: "onlineRate",
  onTimeRate: "onTimeRate",
  handlingTime: "handlingTime",
};

const modes: readonly (readonly [RegExp, SubmissionMode])[] = [
  [/\b(truc tuyen|online|qua mang)\b/, "online"],
  [/\b(buu chinh|buu dien|by post|postal)\b/, "postal"],
  [/\b(nop truc tiep|truc tiep|in person)\b/, "in-person"],
];
const levels: readonly (readonly [RegExp, OnlineLevel])[] = [
  [/\b(toan trinh|fully online)\b/, "full"],
  [/\b(mot phan|partly online)\b/, "partial"],
];
const kinds: readonly (readonly [RegExp, Interlinked])[] = [
  [/\blien thong ngang\b/, "horizontal"],
  [/\blien thong doc\b/, "vertical"],
];
const seriesWords = /\b(xu huong|dien bien|bien dong|trends?|qua (tung|cac) (quy|thang|nam))\b/;
const periodKinds: Record<string, PeriodKind> = {
  quy: "quarter",
  quarter: "quarter",
  thang: "month",
  month: "month",
  nam: "year",
  year: "year",
};
const mostPeriods = 24;

/** `read` is the measure that understanding found. */
export function readFiguresWords(text: string, read: Measure | undefined): FiguresWords {
  const words = fold(text);
  const find = <Value>(signs: readonly (readonly [RegExp, Value])[]) => {
    const found = signs.filter(([sign]) => sign.test(words));
    // Two of a kind are compared, not asked for at once.
    return found.length === 1 ? found[0]![1] : undefined;
  };
  const isSeries = seriesWords.test(words);
  const several = /\b(\d{1,2}) (quy|thang|nam|quarters?|months?|years?)\b/.exec(words);
  const measure = refined(words, read && measureOf[read]);
  const isRate = measure === "onlineRate";
  const isByMode = /theo (hinh thuc|cach nop|kenh)|muc do/.test(words);
  return {
    measure,
    mode: isRate || isByMode ? undefined : find(modes),
    level: find(levels),
    interlinked: find(kinds),
    end: /\b(it|thap|kem|cham|least|lowest|fewest) nhat\b|\b(least|lowest|fewest)\b/.test(words)
      ? "least"
      : /\bnhat\b|\b(most|highest|longest)\b/.test(words)
        ? "most"
        : undefined,
    view: isSeries ? "series" : isListAsked(words) ? "list" : undefined,
    count: isSeries && several ? Math.min(mostPeriods, Math.max(2, Number(several[1]))) : undefined,
    kind: isSeries && several ? periodKinds[several[2]!.replace(/s$/, "")] : undefined,
  };
}

/** "xem danh sách", "liệt kê hồ sơ", "which ones". */
function isListAsked(words: string): boolean {
  return /\b(danh sach|liet ke|ho so nao|nhung ho so|list|which dossiers|which ones)\b/.test(words);
}

/** "còn tồn quá hạn" counts those still open; "giải quyết quá hạn" those resolved; "nhiều hồ sơ nhất" those received. */
function refined(words: string, measure: FigureMeasure | undefined): FigureMeasure | undefined {
  if (/\b(lau|cham) nhat\b/.test(words) && measure !== "late") return "handlingTime";
  if (measure === "late") {
    if (/\b(dang|con|ton|ton dong|chua)\b.*\b(qua han|tre|tre han)\b/.test(words)) return "openLate";
    if (/\b(qua han|tre|tre han|late|overdue)\b.*\b(dang|con ton|chua)\b/.test(words)) return "openLate";
    if (/\b(da|giai quyet|tra)\b.*\b(qua han|tre|tre han)\b/.test(words)) return "resolvedLate";
  }
  if (measure === undefined && /\b(nhieu|it)( ho so)? nhat\b|\bmost dossiers\b/.test(words))
    return "received";
  return measure;
}

/** "tiếp", "trang sau", "next": goes on with a list. */
export function asksNext(text: string): boolean {
  return /^(xem )?(tiep|tiep theo|tiep tuc|trang sau|xem them|nua|next|more)( di| nhe| nua| a)?[.!?]*$/.test(
    fold(text).trim(),
  );
}

/** "xuất excel", "tải csv": the list as a file. */
export function readListFile(text: string): "xlsx" | "csv" | undefined {
  const words = fold(text);
  if (/\bcsv\b/.test(words)) return "csv";
  return /\b(xuat|tai|export|download)\b.*\b(excel|xlsx|file|danh sach|list)\b|^(excel|xlsx)$/.test(words)
    ? "xlsx"
    : undefined;
}

/** Short words that mean something only after figures: a list, the next page, its file, the year so far. */
export function carriesOnFigures(text: string): boolean {
  const words = fold(text).trim();
  return (
    words.split(/\s+/).length <= 5 &&
    (asksNext(text) ||
      readListFile(text) !== undefined ||
      /^(xem |cho (toi |anh |em )?xem |mo )?(danh sach|liet ke|list)\b/.test(words) ||
      /^(luy ke|cong don|tinh tu dau nam|tu dau nam|year to date)\b/.test(words))
  );
}
