import type { Dossier } from "./dossier.ts";

/** Where dossiers are kept. */
export interface DossierStore {
  /** The dossier with exactly this canonical code. */
  findByCode(code: string): Promise<Dossier | undefined>;
}

/** Counts tries at the second proof, so that nobody guesses four digits by trying them all. */
export interface ProofAttemptStore {
  /** Tries since an instant, whether or not the code exists: by this person at any code, and by anyone at this code. */
  countSince(since: Date, person: string, code: string): Promise<{ byPerson: number; byCode: number }>;
  record(attempt: { person: string; code: string; triedAt: Date }): Promise<void>;
}
