import {
  missingQualityGroups,
  qualityIndicators,
  type LostCase,
} from "../../domain/targets/handling-quality.ts";
import type { Standings } from "../../domain/targets/read-standings.ts";
import { partsOf, rateOf, type TargetIndicator } from "../../domain/targets/target-indicators.ts";
import { showDay } from "../../domain/vietnam-time.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import { asOfLine } from "./as-of-line.ts";

interface Speech {
  say: Say;
  language: Language;
}

/** The indicators of QĐ 766/QĐ-TTg that own data carry, and by name those for which there are none. */
export function serviceQualityAnswer(
  { figures, quality, standings }: Standings,
  { say, language }: Speech,
): Block[] {
  const { period, unit } = figures;
  const named = { period: showPeriod(say, language, period), days: showPeriodDays(period) };
  const facts = qualityIndicators(figures).map((indicator) => {
    const parts = partsOf(indicator, figures, quality);
    const standing = standings.find((each) => each.indicator === indicator);
    const told = {
      rate: showRate(rateOf(parts), language),
      good: showNumber(parts.good, language),
      whole: showNumber(parts.whole, language),
      lost: showNumber(parts.whole - parts.good, language),
      target: standing ? showRate(standing.target, language) : "none",
    };
    return {
      label: say(language, `indicator-${indicator}`),
      value: parts.whole === 0 ? say(language, "quality-nothing") : say(language, "quality-value", told),
    };
  });
  const missing = missingQualityGroups.map((group) => say(language, `quality-group-${group}`)).join("; ");
  return [
    paragraph(say(language, "quality-headline", named), "strong"),
    paragraph(say(language, "figures-unit", { unit: unit.name }), "muted"),
    { kind: "facts", facts },
    paragraph(say(language, "quality-missing", { missing })),
    paragraph(say(language, "quality-source"), "muted"),
    ...asOfLine(figures, { say, language }),
    ...(figures.isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
  ];
}

/** A page of the cases that took away from an indicator, a line each. */
export function lostCasesAnswer(
  cases: readonly LostCase[],
  {
    indicator,
    total,
    offset,
    period,
  }: { indicator: TargetIndicator; total: number; offset: number; period: Standings["figures"]["period"] },
  { say, language }: Speech,
): Block[] {
  const named = {
    indicator: say(language, `indicator-${indicator}`),
    period: showPeriod(say, language, period),
    days: showPeriodDays(period),
    total: showNumber(total, language),
    from: offset + 1,
    to: offset + cases.length,
  };
  if (cases.length === 0) return [paragraph(say(language, "quality-lost-none", named), "strong")];
  return [
    paragraph(say(language, "quality-lost-head", named), "strong"),
    {
      kind: "list",
      items: cases.map(({ code, reason, on, doneOn }) =>
        say(language, "quality-lost-case", {
          code,
          reason,
          on: on === null ? "none" : showDay(on),
          doneOn: doneOn === null ? "none" : showDay(doneOn),
        }),
      ),
    },
  ];
}
