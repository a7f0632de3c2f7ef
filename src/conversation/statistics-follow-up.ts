import type { DossierFilter } from "../domain/statistics/figures-question.ts";
import type { Period, PeriodBasis } from "../domain/statistics/period.ts";
import { addDays, instantOn, yearOf } from "../domain/vietnam-time.ts";
import type { FiguresAsked } from "./figures/figures-asked.ts";
import { readFiguresWords } from "./figures/read-figures-words.ts";
import { readPeriod } from "./understanding/read-period.ts";
import { fold } from "./understanding/text/fold.ts";
import type { Entities } from "./understanding/understanding.ts";

/** What a question for figures comes to, with what was left unsaid taken from the talk so far. */
export type FiguresFollowed = Omit<FiguresAsked, "period"> & { period: Period | undefined };

const longestFollowUp = 8;
const standsAlone =
  /\/|thong ke|so lieu|bao cao|tinh hinh|statistic|figures|report|phan anh|kien nghi|nhiem vu|feedback|assignment/;
const isRelative = /\b(truoc|qua|sau|ke|toi|tiep|previous|last|next|before)\b/;
/** Counted from today, whatever period was shown. */
const isPresent = /\b(nay|hien tai|bay gio|hom (nay|qua|kia)|this|now|today|yesterday)\b/;
const namesYear = /\b(19|20)\d\d\b|\bnam (nay|ngoai|truoc|kia)\b|\bthis year\b|\blast year\b/;

/**
 * "còn quý trước?", "theo lĩnh vực thì sao", "à không, quý 2", "so với cùng kỳ", "xem danh sách": short words that carry
 * on from the figures just shown. What they name replaces that part, the rest stays: "quý trước" counts from the period
 * shown, a quarter without a year is of the year shown. A question that stands by itself carries nothing on.
 */
export function followUp(
  text: string,
  entities: Entities,
  topic: FiguresAsked | undefined,
  periodBasis: PeriodBasis,
): FiguresFollowed {
  const words = fold(text);
  const isFollowUp =
    topic !== undefined && words.trim().split(/\s+/).length <= longestFollowUp && !standsAlone.test(words);
  const said = saidIn(text, entities);
  if (!isFollowUp) return { ...said, period: entities.period };
  const isWholeYear = /\bca nam\b|\bwhole year\b/.test(words);
  const isNamed = said.kind === undefined && (entities.period !== undefined || isWholeYear);
  const named =
    isNamed && !isPresent.test(words)
      ? anchored(isWholeYear ? "năm" : text, words, topic.period, periodBasis)
      : isNamed
        ? entities.period
        : undefined;
  const isElsewhere = named !== undefined || isNarrowed(said) || said.view !== undefined;
  return {
    ...filled(topic, said),
    period: named ?? topic.period,
    by: said.by ?? (isElsewhere && said.view !== "list" ? topic.by : undefined),
    end: said.end ?? (isElsewhere ? topic.end : undefined),
    view: said.view ?? (said.by === undefined && isElsewhere ? topic.view : undefined),
    kind: said.kind,
    page: undefined,
  };
}

/** What the words themselves say. */
function saidIn(text: string, { unit, field, procedure, measure, breakdown, comparison }: Entities) {
  const { view, ...words } = readFiguresWords(text, measure);
  const beside =
    comparison && (({ previous: "previous", sameLastYear: "lastYear" } as const)[comparison] ?? undefined);
  return {
    ...words,
    unitCode: unit,
    field,
    procedureCode: procedure,
    by: breakdown,
    view: view ?? beside,
  };
}

function isNarrowed({ unitCode, field, procedureCode, mode, level, interlinked }: DossierFilter): boolean {
  return [unitCode, field, procedureCode, mode, level, interlinked].some((value) => value !== undefined);
}

/** What is said in the place of what was, what is not said left as it was. */
function filled(topic: FiguresAsked, said: ReturnType<typeof saidIn>): Omit<FiguresAsked, "period"> {
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...topic, ...told };
}

/** The period as it is meant after another one was shown. */
function anchored(text: string, words: string, shown: Period, periodBasis: PeriodBasis): Period | undefined {
  if (namesYear.test(words)) return readPeriod(text, { now: instantOn(addDays(shown.to, 1)), periodBasis });
  if (isRelative.test(words)) return readPeriod(text, { now: instantOn(shown.to), periodBasis });
  return readPeriod(`${text} ${shown.year ?? yearOf(shown.to)}`, { now: instantOn(shown.to), periodBasis });
}
