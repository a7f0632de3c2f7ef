import type { Breakdown } from "../domain/statistics/figures-question.ts";
import type { Period, PeriodBasis } from "../domain/statistics/period.ts";
import { previousPeriod, sameLastYear } from "../domain/statistics/periods.ts";
import { addDays, instantOn, yearOf } from "../domain/vietnam-time.ts";
import { readPeriod } from "./understanding/read-period.ts";
import { fold } from "./understanding/text/fold.ts";
import type { Entities } from "./understanding/understanding.ts";

/** The figures last talked about. */
export interface FiguresTopic {
  period: Period;
  unit?: string | undefined;
  by?: Breakdown | undefined;
}

/** What a question for figures comes to, with what was left unsaid taken from the talk so far. */
export interface FiguresAsked {
  period: Period | undefined;
  unit?: string | undefined;
  by?: Breakdown | undefined;
  comparison?: Entities["comparison"];
}

const longestFollowUp = 8;
const standsAlone = /\/|thong ke|so lieu|bao cao|tinh hinh|statistic|figures|report/;
const isRelative = /\b(truoc|qua|sau|ke|toi|tiep|previous|last|next|before)\b/;
const isPresent = /\b(nay|hien tai|bay gio|hom nay|this|now|today)\b/;
const namesYear = /\b(19|20)\d\d\b|\bnam (nay|ngoai|truoc|kia)\b|\bthis year\b|\blast year\b/;

/**
 * "còn quý trước?", "theo lĩnh vực thì sao", "à không, quý 2", "so với cùng kỳ": short words that carry on from the
 * figures just shown. What they name replaces that part, the rest stays: "quý trước" counts from the period shown, a
 * quarter without a year is of the year shown. A question that stands by itself carries nothing on.
 */
export function followUp(
  text: string,
  { period, unit, breakdown, comparison }: Entities,
  topic: FiguresTopic | undefined,
  periodBasis: PeriodBasis,
): FiguresAsked {
  const words = fold(text);
  const by = breakdown === "field" || breakdown === "unit" ? breakdown : undefined;
  const isFollowUp =
    topic !== undefined && words.trim().split(/\s+/).length <= longestFollowUp && !standsAlone.test(words);
  if (!isFollowUp) return { period, unit, by, comparison };
  const isWholeYear = /\bca nam\b|\bwhole year\b/.test(words);
  const named =
    (period || isWholeYear) && !isPresent.test(words)
      ? anchored(isWholeYear ? "năm" : text, words, topic.period, periodBasis)
      : period;
  return {
    period: named ?? topic.period,
    unit: unit ?? topic.unit,
    by: by ?? (named || comparison ? topic.by : undefined),
    comparison: named ? undefined : comparison,
  };
}

/** The period as it is meant after another one was shown. */
function anchored(text: string, words: string, shown: Period, periodBasis: PeriodBasis): Period | undefined {
  if (namesYear.test(words)) return readPeriod(text, { now: instantOn(addDays(shown.to, 1)), periodBasis });
  if (isRelative.test(words)) return readPeriod(text, { now: instantOn(shown.to), periodBasis });
  return readPeriod(`${text} ${shown.year ?? yearOf(shown.to)}`, { now: instantOn(shown.to), periodBasis });
}

/** The period asked for, moved by the comparison. */
export function compared(period: Period, comparison: Entities["comparison"]): Period {
  if (comparison === "previous") return previousPeriod(period);
  return comparison === "sameLastYear" ? sameLastYear(period) : period;
}
