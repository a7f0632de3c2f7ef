import type { Dossier } from "./dossier.ts";
import type { DossierStore, ProofAttemptStore } from "./dossier-store.ts";

/** Tries at the second proof within a day: by one person at any code, and by anyone at one code. */
export const proofTries = { perPerson: 5, perCode: 10, withinMs: 24 * 3_600_000 } as const;

/** The part of a dossier that its code alone opens: nothing of it tells who applied. */
export type PublicDossier = Omit<Dossier, "applicantName" | "applicantPhone">;

export type StatusOutcome = { kind: "found"; dossier: PublicDossier } | { kind: "not-shown" };

export type DetailOutcome =
  | { kind: "found"; dossier: Dossier }
  /** No such code, no phone on the dossier, or the wrong digits: the person cannot tell which. */
  | { kind: "not-shown" }
  | { kind: "too-many-tries" };

/** What the code alone tells. */
export async function lookUpDossier(code: string, dossiers: DossierStore): Promise<StatusOutcome> {
  const dossier = await dossiers.findByCode(code);
  return dossier ? { kind: "found", dossier: withoutApplicant(dossier) } : { kind: "not-shown" };
}

/**
 * The whole dossier, for someone who knows the last four digits of the phone number on it. Each try is counted before
 * it is looked at, so a right guess after too many wrong ones opens nothing.
 */
export async function lookUpDossierDetail(
  asked: { code: string; lastFourDigits: string; person: string; now: Date },
  stores: { dossiers: DossierStore; proofAttempts: ProofAttemptStore },
): Promise<DetailOutcome> {
  const since = new Date(asked.now.getTime() - proofTries.withinMs);
  const tries = await stores.proofAttempts.countSince(since, asked.person, asked.code);
  if (tries.byPerson >= proofTries.perPerson || tries.byCode >= proofTries.perCode)
    return { kind: "too-many-tries" };
  await stores.proofAttempts.record({ person: asked.person, code: asked.code, triedAt: asked.now });
  const dossier = await stores.dossiers.findByCode(asked.code);
  const digits = dossier?.applicantPhone?.replace(/\D/g, "").slice(-4);
  return dossier && digits?.length === 4 && digits === asked.lastFourDigits
    ? { kind: "found", dossier }
    : { kind: "not-shown" };
}

function withoutApplicant(dossier: Dossier): PublicDossier {
  const { applicantName: _name, applicantPhone: _phone, ...open } = dossier;
  return open;
}
