/** Tries at the second proof within a day: by one person at any code, and by anyone at one code. */
export const proofTries = { perPerson: 5, perCode: 10, withinMs: 24 * 3_600_000 } as const;

/** Counts tries at the second proof, so that nobody guesses four digits by trying them all. */
export interface ProofAttemptStore {
  /** Tries since an instant, whether or not the code exists: by this person at any code, and by anyone at this code. */
  countSince(since: Date, person: string, code: string): Promise<{ byPerson: number; byCode: number }>;
  record(attempt: { person: string; code: string; triedAt: Date }): Promise<void>;
}

/** Somebody shows that a matter is theirs: by the last four digits of the phone number on it. */
export interface ProofTry {
  code: string;
  lastFourDigits: string;
  /** Who tries: a person, or the network they come from. */
  person: string;
  now: Date;
}

/** Counts a try before it is looked at, so that a right guess after too many wrong ones opens nothing; false: too many. */
export async function mayTryProof(
  { code, person, now }: Omit<ProofTry, "lastFourDigits">,
  attempts: ProofAttemptStore,
): Promise<boolean> {
  const since = new Date(now.getTime() - proofTries.withinMs);
  const tries = await attempts.countSince(since, person, code);
  if (tries.byPerson >= proofTries.perPerson || tries.byCode >= proofTries.perCode) return false;
  await attempts.record({ person, code, triedAt: now });
  return true;
}

/** Whether these are the last four digits of the number. */
export function isProof(phone: string | null | undefined, lastFourDigits: string): boolean {
  const digits = phone?.replace(/\D/g, "").slice(-4);
  return digits?.length === 4 && digits === lastFourDigits;
}
