import { showDay } from "../../domain/vietnam-time.ts";
import { showNumber } from "../../wording/numbers.ts";
import type { ReportMaterial, Speech } from "../report-material.ts";
import { asOfNote } from "../as-of.ts";
import { signedAt } from "../signed-at.ts";
import { formColumns, formRow, type FormRow } from "../workbook/form-rows.ts";
import { periodInSentence, sentencesOf } from "./sentences.ts";
import { writtenFigures } from "./written-figures.ts";

/** What a template's tags stand for: letterhead, sentences, each figure by itself, and rows by field. */
export function narrativeTags(material: ReportMaterial, speech: Speech): Record<string, unknown> {
  const { figures, byField, letterhead, now } = material;
  const { say, language } = speech;
  const blank = say(language, "report-blank");
  const total = formRow({ name: say(language, "report-total"), dossiers: figures.dossiers });
  return {
    superior: (letterhead.superior ?? blank).toUpperCase(),
    agency: figures.unit.name.toUpperCase(),
    agencyName: figures.unit.name,
    symbol: letterhead.symbol ?? "BC",
    signedAt: signedAt(letterhead, now, speech),
    signatory: (letterhead.signatory ?? say(language, "report-signed-by-head")).toUpperCase(),
    recipients: listed(letterhead.recipients ?? [blank]),
    period: periodInSentence(figures.period, speech),
    from: showDay(figures.period.from),
    to: showDay(figures.period.to),
    asOf: asOfNote(figures, speech),
    demonstration: figures.isDemonstration ? [say(language, "report-note-demonstration")] : [],
    ...writtenFigures(figures, language),
    ...sentencesOf(figures, speech),
    fields: byField.map((row, at) => rowTags(formRow(row), at + 1, speech)),
    total: [rowTags(total, "", speech)],
  };
}

/** As under "Nơi nhận": a semicolon after each, a full stop after the last (NĐ 30/2020/NĐ-CP, annex I). */
function listed(recipients: readonly string[]): string[] {
  return recipients.map((recipient, at) => `- ${recipient}${at === recipients.length - 1 ? "." : ";"}`);
}

function rowTags({ name, counts }: FormRow, serial: number | string, { language }: Speech): object {
  const written = formColumns.map((column) => [column, showNumber(counts[column], language)]);
  return { serial, name, ...Object.fromEntries(written) };
}
