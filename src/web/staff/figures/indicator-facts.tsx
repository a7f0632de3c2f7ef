import { indicatorNames, type Figures } from "../../../domain/statistics/figures.ts";
import { partsOfFigures, shortOf } from "../../../domain/targets/target-indicators.ts";
import { showNumber, showRate } from "../../../wording/numbers.ts";
import { isOfFew, showIndicator } from "../../../wording/show-share.ts";
import { Facts } from "../facts.tsx";
import type { StaffVisit } from "../staff-visit.ts";

/** The rates of a period, each with its target where there is one and with what it divides by what. */
export function IndicatorFacts({
  figures,
  visit: { say, language },
}: {
  figures: Figures;
  visit: StaffVisit;
}) {
  return (
    <Facts
      facts={indicatorNames.map((indicator) => {
        const actual = figures.indicators[indicator];
        const target = figures.targets.find((one) => one.indicator === indicator);
        const rate = showIndicator(indicator, figures, language);
        const told = target && { rate, target: showRate(target.target, language), source: target.source };
        const name = say(`indicator-${indicator}`);
        return [
          indicator === figures.chosenOnlineRate ? say("indicator-chosen", { name }) : name,
          <>
            <strong>
              {!told || actual === null || isOfFew(indicator, figures)
                ? rate
                : target.isMet
                  ? say("indicator-target-met", told)
                  : say("indicator-target-missed", {
                      ...told,
                      gap: showNumber((target.target - actual) * 100, language),
                      short: showNumber(shortOf(target.target, partsOfFigures(indicator, figures)), language),
                      good: say("target-good", { indicator }),
                    })}
            </strong>
            <p class="quiet">{say(`definition-${indicator}-meaning`)}</p>
          </>,
        ] as const;
      })}
    />
  );
}
