import {
  tryProof,
  type ProofAttemptStore,
  type ProofTry,
  type TooManyTries,
} from "../people/second-proof.ts";
import type { CaseFile, FeedbackStore } from "./feedback-store.ts";

export type CaseOutcome =
  | { kind: "found"; file: CaseFile }
  /** No such code, sent without a phone number or without a name, or the wrong digits: nobody can tell which. */
  | { kind: "not-shown" }
  | TooManyTries;

/**
 * A case for somebody who is not known by their conversation. Codes are counted through, so one alone opens nothing; with
 * the last four digits of the sender's phone number it does, within the limits of dossiers.
 */
export async function lookUpCase(
  asked: ProofTry,
  stores: { feedback: Pick<FeedbackStore, "find">; proofAttempts: ProofAttemptStore },
): Promise<CaseOutcome> {
  const tried = await tryProof(asked, stores.proofAttempts, async () => {
    const file = await stores.feedback.find(asked.code);
    const isOpen = file && file.matter.privacy !== "anonymous";
    return isOpen ? { matter: file, phone: file.matter.senderPhone } : undefined;
  });
  if (tried.kind === "right") return { kind: "found", file: tried.matter };
  return tried.kind === "wrong" ? { kind: "not-shown" } : tried;
}
