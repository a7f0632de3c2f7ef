import type { App } from "../app.ts";
import type { Figures } from "../domain/statistics/figures.ts";
import { progress } from "../domain/statistics/periods.ts";
import { adjustmentsOf, type SignedFigures } from "../domain/statistics/signed-figures.ts";
import { createAuditTrail } from "../persistence/audit/audit-trail.ts";
import { createSignedFiguresStore } from "../persistence/signed-figures-store.ts";
import { reportFileOf, type ReportFile, type ReportFormat } from "../reports/report-file.ts";
import { mostDossiers, type ReportQuestion } from "../reports/report-material.ts";
import { BadInputError } from "./command-error.ts";
import { operatorAt } from "./operator.ts";

/** Freezes the figures of a period that is over. */
export async function signOff(
  app: App,
  question: ReportQuestion,
  name: string,
  { document }: { document?: string },
): Promise<void> {
  if (progress(question.period, question.now) !== "over")
    throw new BadInputError("The period is not over: its figures still change.");
  const signed = await app.database.transaction(async (sql) => {
    const figures = await createSignedFiguresStore(sql).signOff(question, {
      name,
      ...(document !== undefined && { document }),
    });
    if (figures)
      await createAuditTrail(sql).record({
        ...operatorAt(question.now),
        deed: "figures-signed-off",
        on: { kind: "snapshot", id: figures.id },
        detail: { name, document: document ?? null, from: question.period.from, to: question.period.to },
      });
    return figures;
  });
  if (!signed) throw new BadInputError("There is no such unit.");
  process.stdout.write(`Signed off as snapshot ${signed.id}.\n`);
}

/** A file of the figures as they were signed off. */
export async function drawSigned(
  format: ReportFormat,
  { id, signedAt, figures, byField }: SignedFigures,
  app: App,
): Promise<ReportFile> {
  if (format.kind === "png")
    throw new BadInputError("Charts show several periods as they are now: leave --snapshot out.");
  const dossiers = await createSignedFiguresStore(app.database).dossiers(id, mostDossiers);
  const { letterhead } = await app.settings.read();
  const material = { figures, byField, dossiers, letterhead, now: signedAt };
  return await reportFileOf(format, material, { say: app.say, language: "vi" });
}

/** What was signed off, and what has been moved since: null and nothing where it was not. */
export function signedJson(signed: SignedFigures | undefined, figures: Figures): object {
  if (!signed) return { snapshot: null, adjustments: [] };
  const { id, signedAt, signedBy, document = null } = signed;
  return {
    snapshot: { id, signedAt: signedAt.toISOString(), signedBy, document },
    adjustments: adjustmentsOf(signed.figures, figures),
  };
}
