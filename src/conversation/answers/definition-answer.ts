import {
  figureDefinitions,
  formulaNumbers,
  type FigureDefinition,
} from "../../domain/statistics/figure-definitions.ts";
import type { Figures } from "../../domain/statistics/figures.ts";
import type { HandlingTime } from "../../domain/statistics/handling-time.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { MessageKey, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import type { Speech } from "./question-words.ts";

/** What a figure means, with the numbers of a period put into its formula, where it is laid down and what it leaves out. */
export function definitionAnswer(
  definition: FigureDefinition,
  figures: Figures,
  time: HandlingTime,
  { say, language }: Speech,
): Block[] {
  const numbers = formulaNumbers(figures, time)[definition];
  const written = Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      name === "rate" ? showRate(value, language) : value === null ? "–" : showNumber(value, language),
    ]),
  );
  const sources = figureDefinitions[definition].map((source) => say(language, `legal-source-${source}`));
  const formula = sayWith(say, language, `definition-${definition}-formula`, written);
  const isOnlineRate = definition === "onlineRateOfReceived" || definition === "onlineRateOfHandled";
  return [
    paragraph(
      say(language, "definition-title", { name: say(language, `definition-${definition}-name`) }),
      "strong",
    ),
    {
      kind: "facts",
      facts: [
        {
          label: say(language, "definition-meaning"),
          value: say(language, `definition-${definition}-meaning`),
        },
        {
          label: `${say(language, "definition-formula")} (${showPeriod(say, language, figures.period)}, ${figures.unit.name})`,
          value: formula,
        },
        {
          label: say(language, "definition-left-out"),
          value: say(language, `definition-${definition}-left-out`),
        },
        { label: say(language, "definition-source"), value: sources.join("; ") },
      ],
    },
    ...(isOnlineRate && definition === figures.chosenOnlineRate
      ? [paragraph(say(language, "definition-other-online"), "muted")]
      : []),
  ];
}

/** The numbers bear the names that the formula has for them. */
function sayWith(
  say: Say,
  language: Speech["language"],
  key: MessageKey,
  numbers: Record<string, string>,
): string {
  return (say as (language: Speech["language"], key: MessageKey, numbers: object) => string)(
    language,
    key,
    numbers,
  );
}
