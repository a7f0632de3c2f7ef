/** Wrong tries within a day: by one person at any code, by all from one network, and by anyone at one code. */
export const proofTries = { perPerson: 5, perNetwork: 30, perCode: 10, withinMs: 24 * 3_600_000 } as const;
/** Whoever was right so long ago or less is not stopped by what others guess. */
const knownForMs = 30 * 24 * 3_600_000;

/** Who tries, and at what. */
interface ProofTrier {
  /** A person, a browser that is known again, or else the network they come from. */
  person: string;
  /** Where a browser comes from; many share one. */
  network?: string;
  code: string;
}

/** Wrong tries that count still, and when the first of them was. */
interface WrongTries {
  count: number;
  firstAt: Date | null;
}

export interface TriesSoFar {
  byPerson: WrongTries;
  byNetwork: WrongTries;
  byCode: WrongTries;
  /** They were right lately: at any code, at this one. */
  isKnown: boolean;
  isKnownHere: boolean;
}

/** Counts tries at the second proof, so that nobody guesses four digits by trying them all. */
export interface ProofAttemptStore {
  /** Until the turn ends nobody else tries at this code, nor from this network. */
  count(trier: ProofTrier, times: { since: Date; knownSince: Date }): Promise<TriesSoFar>;
  record(attempt: ProofTrier & { triedAt: Date }): Promise<void>;
  /** The try that was recorded so was right: it is no guess. */
  noteRight(attempt: ProofTrier & { triedAt: Date }): Promise<void>;
}

/** Somebody shows that a matter is theirs: by the last four digits of the phone number on it. */
export interface ProofTry extends ProofTrier {
  lastFourDigits: string;
  now: Date;
}

/** Nobody may try before `until`. */
export interface TooManyTries {
  kind: "too-many-tries";
  until: Date;
}

/**
 * Looks at a matter for whoever has the right digits. A try counts before it is looked at, so that a right guess after too
 * many wrong ones opens nothing, and no more once it was right. Who guesses at home or at one code stops others there, but
 * not those who were right before.
 */
export async function tryProof<Matter>(
  { lastFourDigits, now, ...trier }: ProofTry,
  attempts: ProofAttemptStore,
  look: () => Promise<{ matter: Matter; phone: string | null | undefined } | undefined>,
): Promise<{ kind: "right"; matter: Matter } | { kind: "wrong" } | TooManyTries> {
  const since = new Date(now.getTime() - proofTries.withinMs);
  const tries = await attempts.count(trier, { since, knownSince: new Date(now.getTime() - knownForMs) });
  const reached = limitReached(tries);
  if (reached) return { kind: "too-many-tries", until: new Date(reached.getTime() + proofTries.withinMs) };
  await attempts.record({ ...trier, triedAt: now });
  const found = await look();
  if (!found || !isProof(found.phone, lastFourDigits)) return { kind: "wrong" };
  await attempts.noteRight({ ...trier, triedAt: now });
  return { kind: "right", matter: found.matter };
}

/** The first of the tries that reach a limit; undefined while there are some left. */
function limitReached({ byPerson, byNetwork, byCode, isKnown, isKnownHere }: TriesSoFar): Date | undefined {
  const limits: [WrongTries, number, boolean][] = [
    [byPerson, proofTries.perPerson, true],
    [byNetwork, proofTries.perNetwork, !isKnown],
    [byCode, proofTries.perCode, !isKnownHere],
  ];
  const firsts = limits
    .filter(([{ count }, most, applies]) => applies && count >= most)
    .map(([{ firstAt }]) => firstAt!.getTime());
  return firsts.length > 0 ? new Date(Math.max(...firsts)) : undefined;
}

/** Whether these are the last four digits of the number. */
function isProof(phone: string | null | undefined, lastFourDigits: string): boolean {
  const digits = phone?.replace(/\D/g, "").slice(-4);
  return digits?.length === 4 && digits === lastFourDigits;
}
