import type { Dossier } from "./dossier.ts";
import {
  tryProof,
  type ProofAttemptStore,
  type ProofTry,
  type TooManyTries,
} from "../people/second-proof.ts";
import type { DossierStore } from "./dossier-store.ts";

/** The part of a dossier that its code alone opens: nothing of it tells who applied. */
export type PublicDossier = Omit<Dossier, "applicantName" | "applicantPhone">;

export type StatusOutcome = { kind: "found"; dossier: PublicDossier } | { kind: "not-shown" };

export type DetailOutcome =
  | { kind: "found"; dossier: Dossier }
  /** No such code, no phone on the dossier, or the wrong digits: the person cannot tell which. */
  | { kind: "not-shown" }
  | TooManyTries;

/** What the code alone tells. */
export async function lookUpDossier(code: string, dossiers: DossierStore): Promise<StatusOutcome> {
  const dossier = await dossiers.findByCode(code);
  return dossier ? { kind: "found", dossier: withoutApplicant(dossier) } : { kind: "not-shown" };
}

/** The whole dossier, for someone who knows the last four digits of the phone number on it. */
export async function lookUpDossierDetail(
  asked: ProofTry,
  stores: { dossiers: DossierStore; proofAttempts: ProofAttemptStore },
): Promise<DetailOutcome> {
  const tried = await tryProof(asked, stores.proofAttempts, async () => {
    const dossier = await stores.dossiers.findByCode(asked.code);
    return dossier && { matter: dossier, phone: dossier.applicantPhone };
  });
  if (tried.kind === "right") return { kind: "found", dossier: tried.matter };
  return tried.kind === "wrong" ? { kind: "not-shown" } : tried;
}

function withoutApplicant(dossier: Dossier): PublicDossier {
  const { applicantName: _name, applicantPhone: _phone, ...open } = dossier;
  return open;
}
