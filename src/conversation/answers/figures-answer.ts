import { indicatorNames, type Figures, type IndicatorName } from "../../domain/statistics/figures.ts";
import { partsOfFigures, shortOf } from "../../domain/targets/target-indicators.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { hasFew, isOfFew, showIndicator } from "../../wording/show-share.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import { asOfLine } from "./as-of-line.ts";

interface Fact {
  label: string;
  value: string;
}

/** The figures of a period in words: the first line answers, the rest can be checked against one another. */
export function figuresAnswer(
  figures: Figures,
  { say, language }: { say: Say; language: Language },
): Block[] {
  return [
    paragraph(headline(figures, say, language), "strong"),
    paragraph(say(language, "figures-unit", { unit: figures.unit.name }), "muted"),
    ...asOfLine(figures, { say, language }),
    { kind: "heading", text: say(language, "figures-heading-dossiers") },
    {
      kind: "facts",
      facts: [...dossierFacts(figures, say, language), ...indicatorFacts(figures, say, language)],
    },
    ...(hasFew(figures) ? [paragraph(say(language, "figures-few"), "muted")] : []),
    { kind: "heading", text: say(language, "figures-heading-other") },
    { kind: "facts", facts: otherFacts(figures, say, language) },
    ...demonstrationNotes(figures, say, language),
  ];
}

function headline(figures: Figures, say: Say, language: Language): string {
  const { received, resolved } = figures.dossiers;
  const named = {
    period: showPeriod(say, language, figures.period),
    days: showPeriodDays(figures.period),
    received: showNumber(received.total, language),
  };
  if (resolved.total === 0) return say(language, "figures-headline-none-resolved", named);
  const rate = showIndicator("onTimeRate", figures, language);
  return say(language, "figures-headline", {
    ...named,
    resolved: showNumber(resolved.total, language),
    rate,
  });
}

/** The counts of dossiers, each with its parts. */
export function dossierFacts({ dossiers }: Pick<Figures, "dossiers">, say: Say, language: Language): Fact[] {
  const { carriedOver, received, resolved, open } = dossiers;
  const resolvedKey = resolved.noDueDate ? "figure-resolved-outcomes-undated" : "figure-resolved-outcomes";
  const openKey = open.noDueDate ? "figure-open-parts-undated" : "figure-open-parts";
  return [
    { label: say(language, "figure-carried-over"), value: showNumber(carriedOver, language) },
    {
      label: say(language, "figure-received"),
      value: say(language, "figure-received-modes", written(received, language)),
    },
    {
      label: say(language, "figure-resolved"),
      value: say(language, resolvedKey, written(resolved, language)),
    },
    { label: say(language, "figure-open"), value: say(language, openKey, written(open, language)) },
  ];
}

function indicatorFacts(figures: Figures, say: Say, language: Language): Fact[] {
  return indicatorNames.map((indicator) => {
    const name = say(language, `indicator-${indicator}`);
    const isChosen = indicator === figures.chosenOnlineRate;
    return {
      label: isChosen ? say(language, "indicator-chosen", { name }) : name,
      value: indicatorValue(figures, indicator, say, language),
    };
  });
}

/** The rate, and how far it is from its target where there is one. */
function indicatorValue(figures: Figures, indicator: IndicatorName, say: Say, language: Language): string {
  const actual = figures.indicators[indicator];
  const rate = showIndicator(indicator, figures, language);
  if (isOfFew(indicator, figures)) return rate;
  const target = figures.targets.find((candidate) => candidate.indicator === indicator);
  if (!target || actual === null) return rate;
  const told = { rate, target: showRate(target.target, language), source: target.source };
  if (target.isMet) return say(language, "indicator-target-met", told);
  return say(language, "indicator-target-missed", {
    ...told,
    gap: showNumber((target.target - actual) * 100, language),
    short: showNumber(shortOf(target.target, partsOfFigures(indicator, figures)), language),
    good: say(language, "target-good", { indicator }),
  });
}

function otherFacts(figures: Figures, say: Say, language: Language): Fact[] {
  const { horizontal, vertical } = figures.interlinked;
  const linked = {
    horizontalProcedures: horizontal.procedures,
    horizontalResolved: horizontal.resolved,
    verticalProcedures: vertical.procedures,
    verticalResolved: vertical.resolved,
  };
  const procedures = {
    online: figures.procedures.withOnlineDossiers,
    published: figures.procedures.published,
  };
  return [
    {
      label: say(language, "figure-interlinked"),
      value: say(language, "figure-interlinked-parts", written(linked, language)),
    },
    {
      label: say(language, "figure-procedures"),
      value: say(language, "figure-procedures-parts", written(procedures, language)),
    },
    { label: say(language, "figure-feedback"), value: feedbackValue(figures, say, language) },
    { label: say(language, "figure-assignments"), value: assignmentsValue(figures, say, language) },
  ];
}

function feedbackValue({ feedback }: Figures, say: Say, language: Language): string {
  if (feedback.received === 0) return say(language, "figure-feedback-none");
  const fields = feedback.byField.map(({ field, received }) =>
    say(language, "figure-feedback-field", {
      field: field ?? say(language, "figure-feedback-no-field"),
      count: showNumber(received, language),
    }),
  );
  return say(language, "figure-feedback-parts", {
    received: showNumber(feedback.received, language),
    fields: fields.join(", "),
    answered: showNumber(feedback.answered, language),
    onTime: showNumber(feedback.answeredOnTime, language),
    extended: feedback.answeredExtended,
  });
}

function assignmentsValue({ assignments }: Figures, say: Say, language: Language): string {
  return assignments.due === 0
    ? say(language, "figure-assignments-none")
    : say(language, "figure-assignments-parts", written(assignments, language));
}

/** In the demonstration everything is marked, and the one figure that is our reading says so. */
function demonstrationNotes(
  { isDemonstration, period, dossiers, indicators }: Figures,
  say: Say,
  language: Language,
): Block[] {
  if (!isDemonstration) return [];
  const isPublishedQuarter =
    period.kind === "quarter" && period.basis === "reporting" && period.from === "2020-12-15";
  const { carriedOver, received, open } = dossiers;
  const reading = say(language, "figures-our-reading", {
    ...written(
      { carriedOver, open: open.total, online: received.online, received: received.total },
      language,
    ),
    handled: showNumber(carriedOver + received.total, language),
    handledRate: showRate(indicators.onlineRateOfHandled, language),
    receivedRate: showRate(indicators.onlineRateOfReceived, language),
  });
  return [
    ...(isPublishedQuarter ? [paragraph(reading, "muted")] : []),
    paragraph(say(language, "figures-demonstration"), "muted"),
  ];
}

function written<K extends string>(counts: Record<K, number>, language: Language): Record<K, string> {
  const entries = Object.entries<number>(counts).map(([name, count]) => [name, showNumber(count, language)]);
  return Object.fromEntries(entries) as Record<K, string>;
}
