import { dossierMeasures, countOf, type DossierMeasure } from "../../domain/statistics/dossier-measures.ts";
import type { DossierFigures } from "../../domain/statistics/figures.ts";
import type { Period } from "../../domain/statistics/period.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { showShare } from "../../wording/show-share.ts";
import { showNumber } from "../../wording/numbers.ts";
import { showPeriod } from "../../wording/show-period.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { showDifference } from "./change-words.ts";
import { measureName, showScope, type ScopeNames, type Speech } from "./question-words.ts";

const compared: readonly DossierMeasure[] = dossierMeasures.filter((measure) =>
  ["carriedOver", "received", "receivedOnline", "resolved", "resolvedLate", "open", "openLate"].includes(
    measure,
  ),
);

/** Two periods side by side, with what changed; the other as of `at` where this one still runs. */
export function comparisonAnswer(
  asked: FiguresAsked,
  dossiers: DossierFigures,
  other: { period: Period; at: Date | undefined; dossiers: DossierFigures },
  now: Date,
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const period = showPeriod(say, language, asked.period);
  const otherName = showPeriod(say, language, other.period);
  const rows = compared.map((measure) => {
    const [is, was] = [countOf(measure, dossiers), countOf(measure, other.dossiers)];
    return [
      measureName(measure, speech),
      showNumber(is, language),
      showNumber(was, language),
      showDifference(is, was, speech),
    ];
  });
  const onTime = [dossiers, other.dossiers].map(({ resolved }) =>
    showShare(resolved.early + resolved.onTime, resolved.total, language),
  );
  return [
    paragraph(
      say(language, "compare-headline", { scope: showScope(asked, names, speech), period, other: otherName }),
      "strong",
    ),
    {
      kind: "table",
      head: [say(language, "compare-name"), period, otherName, say(language, "compare-change")],
      rows: [...rows, [measureName("onTimeRate", speech), ...onTime, ""]],
    },
    ...(other.at
      ? [
          paragraph(
            say(language, "compare-running", {
              period,
              other: otherName,
              at: showInstant(now),
              until: showInstant(other.at),
            }),
            "muted",
          ),
        ]
      : []),
  ];
}
