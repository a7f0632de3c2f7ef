/** So much within a span that begins anew again and again. */
interface AllowanceTerms {
  /** Tells it from others in what is kept. */
  name: string;
  most: number;
  withinMs: number;
}

/** Where all processes count together. Throws StoreUnavailableError. */
export interface AllowanceStore {
  /** Adds to what was used in the span that began then; returns how much was in all. */
  use(key: string, spanFrom: Date, count: number): Promise<number>;
}

/** Takes one of it; an instant: there is none left until then. */
export type TakeAllowance = (whose: string, now: Date) => Promise<Date | undefined>;

/** Each process asks the others after so many parts of the whole, and may overdraw by as much. */
const parts = 20;

/** Counts in memory and now and then with all processes, so that who behaves never waits for it. */
export function createAllowance(
  { name, most, withinMs }: AllowanceTerms,
  store: AllowanceStore,
): TakeAllowance {
  const step = Math.max(1, Math.floor(most / parts));
  let spanFrom = Number.NaN;
  let counts = new Map<string, { own: number; known: number }>();
  return async (whose, now) => {
    const from = Math.floor(now.getTime() / withinMs) * withinMs;
    if (from !== spanFrom) {
      spanFrom = from;
      counts = new Map();
    }
    const count = counts.get(whose) ?? { own: 0, known: 0 };
    counts.set(whose, count);
    if (count.known > most) return new Date(from + withinMs);
    count.own += 1;
    if (count.own >= step || count.known + count.own > most) {
      const { own } = count;
      count.own = 0;
      count.known = Math.max(count.known, await store.use(`${name}:${whose}`, new Date(from), own));
    }
    return count.known + count.own > most ? new Date(from + withinMs) : undefined;
  };
}
