import { indicatorNames, type Figures } from "../../../domain/statistics/figures.ts";
import { showNumber, showRate } from "../../../wording/numbers.ts";
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
        const rate = showRate(actual, language);
        const told = target && { rate, target: showRate(target.target, language), source: target.source };
        const name = say(`indicator-${indicator}`);
        return [
          indicator === figures.chosenOnlineRate ? say("indicator-chosen", { name }) : name,
          <>
            <strong>
              {!told || actual === null
                ? rate
                : target.isMet
                  ? say("indicator-target-met", told)
                  : say("indicator-target-missed", {
                      ...told,
                      gap: showNumber((target.target - actual) * 100, language),
                    })}
            </strong>
            <p class="quiet">{say(`definition-${indicator}-meaning`)}</p>
          </>,
        ] as const;
      })}
    />
  );
}
