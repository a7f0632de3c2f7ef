import type { Figures } from "../../domain/statistics/figures.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { progress } from "../../domain/statistics/periods.ts";
import { showDay, showInstant } from "../../domain/vietnam-time.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { Speech } from "../report-material.ts";
import { limitations } from "./limitations.ts";
import { writtenFigures } from "./written-figures.ts";

/** The narrative report, a list of sentences for each of its parts; every number comes from the figures. */
export interface Sentences {
  intro: string;
  results: string[];
  feedback: string[];
  interlinked: string[];
  assignments: string[];
  limitations: string[];
  closing: string;
}

export function sentencesOf(figures: Figures, speech: Speech): Sentences {
  const { say, language } = speech;
  const named = { agency: figures.unit.name, period: periodInSentence(figures.period, speech) };
  return {
    intro: intro(figures, named, speech),
    results: results(figures, speech),
    feedback: feedback(figures, speech),
    interlinked: interlinked(figures, speech),
    assignments: assignments(figures, speech),
    limitations: limitations(figures, speech),
    closing: say(language, "narrative-closing", named),
  };
}

/** `quý I/2021`, as it stands in the middle of a sentence. */
export function periodInSentence(period: Period, { say, language }: Speech): string {
  const name = showPeriod(say, language, period);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function intro(
  { period, asOf }: Figures,
  named: { agency: string; period: string },
  { say, language }: Speech,
): string {
  const from = showDay(period.from);
  return progress(period, asOf) === "running"
    ? say(language, "narrative-intro-running", { ...named, from, at: showInstant(asOf) })
    : say(language, "narrative-intro", { ...named, from, to: showDay(period.to) });
}

function results(figures: Figures, speech: Speech): string[] {
  const { say, language } = speech;
  const { resolved, open } = figures.dossiers;
  const written = writtenFigures(figures, language);
  const isOfHandled = figures.chosenOnlineRate === "onlineRateOfHandled";
  return [
    say(language, "narrative-handled", written),
    say(language, "narrative-modes", written),
    resolved.total === 0
      ? say(language, "narrative-resolved-none")
      : say(language, resolved.noDueDate ? "narrative-resolved-undated" : "narrative-resolved", written),
    say(language, open.noDueDate ? "narrative-open-undated" : "narrative-open", written),
    [
      say(language, isOfHandled ? "narrative-online-handled" : "narrative-online-received", written),
      ...onlineTarget(figures, speech),
    ].join(" "),
    say(language, "narrative-procedures", {
      online: written.proceduresOnline,
      published: written.proceduresPublished,
    }),
  ];
}

function onlineTarget({ targets, chosenOnlineRate }: Figures, { say, language }: Speech): string[] {
  return targets
    .filter(({ indicator }) => indicator === chosenOnlineRate)
    .map(({ target, source }) =>
      say(language, "narrative-online-target", { target: showRate(target, language), source }),
    );
}

function feedback({ feedback: counts }: Figures, { say, language }: Speech): string[] {
  if (counts.received === 0) return [say(language, "narrative-feedback-none")];
  const received = showNumber(counts.received, language);
  const fields = counts.byField.map(({ field, received: count }) =>
    say(language, "narrative-feedback-field", {
      field: field ?? say(language, "figure-feedback-no-field"),
      count: showNumber(count, language),
    }),
  );
  return [
    say(language, "narrative-feedback", { received, fields: fields.join(", ") }),
    say(language, "narrative-feedback-answered", {
      received,
      answered: showNumber(counts.answered, language),
      onTime: showNumber(counts.answeredOnTime, language),
      extended: counts.answeredExtended,
      late: showNumber(counts.answered - counts.answeredOnTime - counts.answeredExtended, language),
    }),
  ];
}

function interlinked(
  { interlinked: { horizontal, vertical } }: Figures,
  { say, language }: Speech,
): string[] {
  return [
    say(language, "narrative-interlinked", {
      horizontal: showNumber(horizontal.procedures, language),
      vertical: showNumber(vertical.procedures, language),
      resolved: showNumber(horizontal.resolved + vertical.resolved, language),
      horizontalResolved: showNumber(horizontal.resolved, language),
      verticalResolved: showNumber(vertical.resolved, language),
    }),
  ];
}

function assignments(
  { assignments: { due, done, early, onTime, late } }: Figures,
  { say, language }: Speech,
) {
  if (due === 0) return [say(language, "narrative-assignments-none")];
  const counts = { due, done, early, onTime, late };
  const written = Object.entries(counts).map(([name, count]) => [name, showNumber(count, language)]);
  return [
    say(
      language,
      "narrative-assignments",
      Object.fromEntries(written) as Record<keyof typeof counts, string>,
    ),
  ];
}
