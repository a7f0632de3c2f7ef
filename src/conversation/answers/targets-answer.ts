import { showDay } from "../../domain/vietnam-time.ts";
import type { Standings } from "../../domain/targets/read-standings.ts";
import type { Outlook, TargetStanding } from "../../domain/targets/target-outlook.ts";
import { showNumber, showRate } from "../../wording/numbers.ts";
import { showPeriod, showPeriodDays } from "../../wording/show-period.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";
import { asOfLine } from "./as-of-line.ts";

interface Speech {
  say: Say;
  language: Language;
}

/** Each indicator with a target: how far it is, what is still needed, and where it will end if it goes on so. */
export function targetsAnswer({ figures, standings }: Standings, speech: Speech): Block[] {
  const { say, language } = speech;
  const { period, unit } = figures;
  const missed = standings.filter(({ isMet }) => isMet === false).length;
  const named = {
    period: showPeriod(say, language, period),
    days: showPeriodDays(period),
    count: standings.length,
    missed,
  };
  return [
    paragraph(say(language, standings.length ? "targets-headline" : "targets-none", named), "strong"),
    paragraph(say(language, "figures-unit", { unit: unit.name }), "muted"),
    ...standingsBlocks({ standings }, speech),
    ...asOfLine(figures, speech),
    ...(figures.isDemonstration ? [paragraph(say(language, "demonstration-mark"), "muted")] : []),
  ];
}

/** The targets as a part of a longer answer; nothing where there are none. */
export function standingsBlocks({ standings }: Pick<Standings, "standings">, speech: Speech): Block[] {
  return standings.flatMap((standing) => oneTarget(standing, speech));
}

/** The facts of one target, under its name. */
function oneTarget(standing: TargetStanding, speech: Speech): Block[] {
  const { say, language } = speech;
  const { indicator, actual, target, source, parts, short, isMet, outlook, isRunning } = standing;
  const count = (of: number) => showNumber(of, language);
  const facts = [
    {
      label: say(language, "target-actual"),
      value: say(language, "rate-of", {
        rate: showRate(actual, language),
        good: count(parts.good),
        whole: count(parts.whole),
      }),
    },
    {
      label: say(language, "target-target"),
      value: say(language, "target-by", { target: showRate(target, language), source }),
    },
    { label: say(language, "target-gap"), value: gap() },
    ...(outlook ? outlookFacts(outlook) : []),
  ];
  return [
    { kind: "heading", text: say(language, `indicator-${indicator}`) },
    { kind: "facts", facts },
    ...(outlook ? [paragraph(assumption(outlook), "muted")] : []),
    ...(isRunning && !outlook ? [paragraph(say(language, "target-too-early"), "muted")] : []),
  ];

  function gap(): string {
    if (isMet === null) return say(language, "target-nothing-yet");
    if (isMet) return say(language, "target-met");
    const points = showNumber((target - actual!) * 100, language);
    return say(language, "target-short", { points, short: count(short), good: good() });
  }

  function outlookFacts({ needed, toCome, rate }: Outlook) {
    const comes = say(language, "target-comes", { indicator });
    const told = { needed: count(needed), toCome: count(toCome), good: good(), comes };
    const value =
      needed <= toCome
        ? say(language, "target-needed-of", { ...told, rate: showRate(needed / toCome, language) })
        : say(language, "target-out-of-reach", told);
    return [
      ...(needed > 0 ? [{ label: say(language, "target-needed"), value }] : []),
      {
        label: say(language, "target-forecast"),
        value: say(language, rate >= target ? "target-forecast-met" : "target-forecast-missed", {
          rate: showRate(rate, language),
        }),
      },
    ];
  }

  function assumption({ pace, recent }: Outlook): string {
    return say(language, "target-assumption", {
      left: pace.daysLeft,
      days: pace.workingDays,
      from: showDay(pace.from),
      whole: count(recent.whole),
      counted: say(language, "target-counted", { indicator }),
      recentGood: count(recent.good),
      good: good(),
    });
  }

  function good(): string {
    return say(language, "target-good", { indicator });
  }
}
