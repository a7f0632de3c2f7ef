import { countOf } from "../../domain/statistics/dossier-measures.ts";
import type { DossierFigures } from "../../domain/statistics/figures.ts";
import {
  partOf,
  type ChosenOnlineRate,
  type FigureMeasure,
} from "../../domain/statistics/figure-measures.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { fewestToCompare, shareOf } from "../../domain/statistics/small-numbers.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { showChange, showRateChange } from "./change-words.ts";
import { dossierFacts } from "./figures-answer.ts";
import { measureName, named, type ScopeNames, type Speech } from "./question-words.ts";

type Counted = Exclude<FigureMeasure, "handlingTime">;

/** The figures of another period; undefined where there are no data for it. */
interface Beside {
  period: Period;
  /** When it was as far along as the one asked for is, which still runs. */
  at: Date | undefined;
  dossiers: DossierFigures | undefined;
}

export interface MeasureFigures {
  dossiers: DossierFigures;
  previous: Beside;
  lastYear: Beside;
  chosen: ChosenOnlineRate;
}

/** One figure: the first line says it, the rest sets it beside what it is a part of and what it was. */
export function measureAnswer(
  asked: FiguresAsked,
  measure: Counted,
  figures: MeasureFigures,
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const isRate = measure === "onlineRate" || measure === "onTimeRate";
  const { part, whole } = partOf(measure, figures.dossiers, figures.chosen);
  const told = { ...named(asked, names, speech), measure: measureName(measure, speech) };
  const headline = isRate
    ? rateHeadline(told, part, whole ?? 0, speech)
    : say(language, "question-headline-count", { ...told, count: showNumber(part, language) });
  const share = isRate || whole === undefined || whole === 0 ? [] : [shareFact(measure, part, whole, speech)];
  const facts = [...dossierFacts(figures, say, language), ...share];
  const beside = (["previous", "lastYear"] as const).map((which) => {
    const { period, at, dossiers } = figures[which];
    const key = which === "previous" ? "question-before" : "question-last-year";
    const name = showPeriod(say, language, period);
    const before = dossiers && partOf(measure, dossiers, figures.chosen);
    return {
      label: say(language, key, {
        period: at ? say(language, "question-period-until", { period: name, at: showInstant(at) }) : name,
      }),
      value: before ? changeOf({ part, whole }, before, isRate, speech) : say(language, "question-no-data"),
    };
  });
  return [paragraph(headline, "strong"), { kind: "facts", facts: [...facts, ...beside] }];
}

function rateHeadline(
  told: ReturnType<typeof named> & { measure: string },
  part: number,
  whole: number,
  { say, language }: Speech,
): string {
  const share = shareOf(part, whole);
  if (share.kind === "none") return say(language, "question-headline-nothing", told);
  const counts = { part: showNumber(part, language), whole: showNumber(whole, language) };
  if (share.kind === "few") return say(language, "question-headline-few", { ...told, ...counts });
  return say(language, "question-headline-rate", {
    ...told,
    ...counts,
    rate: showRate(share.rate, language),
  });
}

function shareFact(measure: Counted, part: number, whole: number, speech: Speech) {
  const { say, language } = speech;
  const of = measureName(wholeOf(measure), speech);
  const share = shareOf(part, whole);
  const counts = { whole: showNumber(whole, language), of };
  return {
    label: say(language, "question-share-label"),
    value:
      share.kind === "rate"
        ? say(language, "question-share", { ...counts, rate: showRate(share.rate, language) })
        : say(language, "question-share-few", { ...counts, part: showNumber(part, language) }),
  };
}

/** What a count is a share of, in the words of another measure. */
function wholeOf(measure: Counted): Counted {
  if (measure.startsWith("resolved")) return "resolved";
  if (measure.startsWith("open")) return "open";
  return measure.startsWith("received") ? "received" : "handled";
}

interface Part {
  part: number;
  whole: number | undefined;
}

function changeOf(now: Part, before: Part, isRate: boolean, speech: Speech): string {
  if (!isRate) return showChange(now.part, before.part, speech);
  const [of, ofBefore] = [now.whole ?? 0, before.whole ?? 0];
  if (of >= fewestToCompare && ofBefore >= fewestToCompare)
    return showRateChange(now.part / of, before.part / ofBefore, speech);
  return `${showNumber(before.part, speech.language)}/${showNumber(ofBefore, speech.language)}`;
}

/** The dossier figures of a filter without a measure: all of them. */
export function narrowAnswer(
  asked: FiguresAsked,
  dossiers: DossierFigures,
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const headline = say(language, "question-headline-count", {
    ...named(asked, names, speech),
    measure: measureName("handled", speech),
    count: showNumber(countOf("handled", dossiers), language),
  });
  return [paragraph(headline, "strong"), { kind: "facts", facts: dossierFacts({ dossiers }, say, language) }];
}
