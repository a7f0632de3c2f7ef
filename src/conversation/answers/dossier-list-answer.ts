import type { DossierMeasure } from "../../domain/statistics/dossier-measures.ts";
import type { ListedDossier } from "../../domain/statistics/report-source.ts";
import { showDay } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { FiguresAsked } from "../figures/figures-asked.ts";
import { paragraph, type Block } from "../reply.ts";
import { measureName, named, type ScopeNames, type Speech } from "./question-words.ts";

/** A page of the dossiers behind a figure. */
export interface ListPage {
  measure: DossierMeasure;
  dossiers: readonly ListedDossier[];
  /** Within the speaker's reach. */
  total: number;
  /** Of the figure. */
  all: number;
  offset: number;
}

export function dossierListAnswer(
  asked: FiguresAsked,
  { measure, dossiers, total, all, offset }: ListPage,
  names: ScopeNames,
  speech: Speech,
): Block[] {
  const { say, language } = speech;
  const told = {
    ...named(asked, names, speech),
    measure: measureName(measure, speech),
    total: showNumber(total, language),
    all: showNumber(all, language),
  };
  const reach = total < all ? [paragraph(say(language, "list-reach", told), "muted")] : [];
  if (total === 0) return [paragraph(say(language, "list-empty", told), "strong"), ...reach];
  if (dossiers.length === 0) return [paragraph(say(language, "list-past", told), "strong")];
  const place = { from: offset + 1, to: offset + dossiers.length };
  return [
    paragraph(say(language, "list-headline", { ...told, ...place }), "strong"),
    ...reach,
    { kind: "list", items: dossiers.map((dossier) => itemOf(dossier, speech)) },
  ];
}

function itemOf(dossier: ListedDossier, { say, language }: Speech): string {
  const { code, procedureName, unitName, receivedOn, dueOn, resolvedOn, outcome } = dossier;
  return say(language, "list-item", {
    code,
    procedure: procedureName,
    unit: unitName,
    receivedOn: showDay(receivedOn),
    due: dueOn === null ? "none" : showDay(dueOn),
    outcome,
    resolvedOn: resolvedOn === null ? "" : showDay(resolvedOn),
  });
}
