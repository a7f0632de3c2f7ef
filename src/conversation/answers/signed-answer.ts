import type { Figures } from "../../domain/statistics/figures.ts";
import {
  adjustmentsOf,
  type MovedDossier,
  type SignedFigures,
} from "../../domain/statistics/signed-figures.ts";
import type { ReportedDossier } from "../../domain/statistics/report-source.ts";
import { showDay, showInstant } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { Language, Say } from "../../wording/wording.ts";
import { paragraph, type Block } from "../reply.ts";

interface Speech {
  say: Say;
  language: Language;
}

/** That the figures were signed off, and what late corrections have moved since. */
export function signedNote(signed: SignedFigures, now: Figures, { say, language }: Speech): Block[] {
  const moved = adjustmentsOf(signed.figures, now);
  const told = {
    at: showInstant(signed.signedAt),
    by: signed.signedBy,
    document: signed.document ?? "none",
    run: signed.id,
  };
  if (!moved.length) return [paragraph(say(language, "signed-unchanged", told), "muted")];
  return [
    paragraph(say(language, "signed-adjusted", told), "warning"),
    {
      kind: "facts",
      facts: moved.map((each) => ({
        label: say(language, `adjusted-${each.figure}`),
        value: say(language, "adjusted-value", {
          signed: showNumber(each.signed, language),
          now: showNumber(each.now, language),
          change: `${each.now > each.signed ? "+" : "−"}${showNumber(Math.abs(each.now - each.signed), language)}`,
        }),
      })),
    },
  ];
}

/** Dossiers that stand otherwise than when the figures were signed off, a line each. */
export function movedList(dossiers: readonly MovedDossier[], speech: Speech): Block {
  const { say, language } = speech;
  return {
    kind: "list",
    items: dossiers.map(({ code, before, after }) =>
      say(language, "adjusted-dossier", {
        code,
        before: before ? standingOf(before, speech) : say(language, "adjusted-not-counted"),
        after: after ? standingOf(after, speech) : say(language, "adjusted-not-counted"),
      }),
    ),
  };
}

function standingOf(
  { receivedOn, dueOn, resolvedOn, mode, outcome }: ReportedDossier,
  { say, language }: Speech,
): string {
  return say(language, "adjusted-standing", {
    receivedOn: showDay(receivedOn),
    mode,
    dueOn: dueOn === null ? "none" : showDay(dueOn),
    outcome,
    resolvedOn: resolvedOn === null ? "none" : showDay(resolvedOn),
  });
}
