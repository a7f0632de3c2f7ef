import { figuresDigestKind, type FiguresDigestFacts } from "../../domain/statistics/figures-digest.ts";
import { indicatorNames } from "../../domain/statistics/figures.ts";
import { showDay } from "../../domain/vietnam-time.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showShare } from "../../wording/show-share.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { periodCommand } from "../period-command.ts";
import { paragraph, type Block } from "../reply.ts";
import type { Composer } from "./composer.ts";

/** The figures that a leader has sent: exceptions first, then what was received and resolved. */
const figuresDigest: Composer = (facts, { say, language }) => {
  const told = facts as unknown as FiguresDigestFacts;
  const { period, unit, isDemonstration } = told;
  const named = { period: showPeriod(say, language, period), unit: unit.name };
  const exceptions = exceptionsIn(told, say, language);
  const command = periodCommand(period);
  return {
    blocks: [
      paragraph(say(language, "figures-digest-head", named), "strong"),
      ...(exceptions.length
        ? [paragraph(say(language, "figures-digest-exceptions"), "warning"), list(exceptions)]
        : [paragraph(say(language, "figures-digest-no-exceptions"))]),
      paragraph(activity(told, say, language)),
      ...(told.run === undefined
        ? []
        : [
            paragraph(
              say(language, "figures-as-of-over", { day: showDay(period.to), run: told.run }),
              "muted",
            ),
          ]),
      ...(isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
      {
        kind: "buttons",
        buttons: [
          { label: say(language, "button-whole"), say: command },
          { label: say(language, "button-report-docx"), say: command.replace("/thongke", "/xuat docx") },
          { label: say(language, "button-digests"), say: "/bantin" },
        ],
      },
    ],
  };
};

function exceptionsIn(told: FiguresDigestFacts, say: Say, language: Language): string[] {
  const fields = told.lateFields.map(({ name, late }) => `${name} ${showNumber(late, language)}`).join(", ");
  return [
    ...(told.openLate ? [say(language, "figures-digest-open-late", { count: told.openLate })] : []),
    ...(told.resolvedLate
      ? [say(language, "figures-digest-resolved-late", { count: told.resolvedLate })]
      : []),
    ...(fields ? [say(language, "figures-digest-late-fields", { fields })] : []),
    ...(told.feedback.unanswered
      ? [say(language, "figures-digest-feedback", { count: told.feedback.unanswered })]
      : []),
    ...told.missedTargets.flatMap(({ indicator, actual, target, source, short = 0 }) => {
      const name = indicatorNames.find((known) => known === indicator);
      return name
        ? [
            say(language, "figures-digest-target", {
              name: say(language, `indicator-${name}`),
              rate: showRate(actual, language),
              target: showRate(target, language),
              source,
              short,
              good: say(language, "target-good", { indicator }),
            }),
          ]
        : [];
    }),
  ];
}

function activity(told: FiguresDigestFacts, say: Say, language: Language): string {
  return say(language, "figures-digest-activity", {
    received: showNumber(told.received, language),
    receivedBefore: showNumber(told.previous.received, language),
    resolved: showNumber(told.resolved, language),
    resolvedBefore: showNumber(told.previous.resolved, language),
    rate: showShare(Math.round((told.onTimeRate ?? 0) * told.resolved), told.resolved, language),
    open: showNumber(told.open, language),
    feedback: told.feedback.received,
  });
}

function list(items: string[]): Block {
  return { kind: "list", items };
}

export const figuresDigestComposers: Readonly<Record<string, Composer>> = {
  [figuresDigestKind]: figuresDigest,
};
