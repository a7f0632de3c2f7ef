import { isProof, mayTryProof, type ProofAttemptStore, type ProofTry } from "../people/second-proof.ts";
import type { CaseFile, FeedbackStore } from "./feedback-store.ts";

export type CaseOutcome =
  | { kind: "found"; file: CaseFile }
  /** No such code, sent without a phone number or without a name, or the wrong digits: nobody can tell which. */
  | { kind: "not-shown" }
  | { kind: "too-many-tries" };

/**
 * A case for somebody who is not known by their conversation. Codes are counted through, so one alone opens nothing; with
 * the last four digits of the sender's phone number it does, within the limits of dossiers.
 */
export async function lookUpCase(
  asked: ProofTry,
  stores: { feedback: Pick<FeedbackStore, "find">; proofAttempts: ProofAttemptStore },
): Promise<CaseOutcome> {
  if (!(await mayTryProof(asked, stores.proofAttempts))) return { kind: "too-many-tries" };
  const file = await stores.feedback.find(asked.code);
  const isTheirs =
    file && file.matter.privacy !== "anonymous" && isProof(file.matter.senderPhone, asked.lastFourDigits);
  return isTheirs ? { kind: "found", file } : { kind: "not-shown" };
}
