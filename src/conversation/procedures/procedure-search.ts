import { namesOf, type Procedure } from "../../domain/procedures/procedure.ts";

export interface Hit {
  procedure: Procedure;
  /** 0–1: how much of the question the procedure explains, and how much of one of its names the question said. */
  score: number;
}

/** One of the names of a procedure, with what all of it weighs. */
interface Name {
  procedure: Procedure;
  weight: number;
}

/** Two neighbours together, beside what each weighs alone: most Vietnamese words are of two syllables. */
const pairShare = 0.8;

/** What explaining the question counts as against a name being said in full. */
const explainedShare = 0.75;

/**
 * Finds procedures by words, best first. `wordsOf` reads a name into words as questions are read; words of `small` only
 * count beside others.
 */
export function createProcedureSearch(
  procedures: readonly Procedure[],
  wordsOf: (text: string) => string[],
  small: ReadonlySet<string>,
): (words: readonly string[]) => Hit[] {
  const indexed = procedures.flatMap((procedure) =>
    namesOf(procedure).map((name) => ({
      procedure,
      terms: new Set(termsOf(wordsOf(name))),
    })),
  );
  const weights = weighTerms(indexed, procedures.length, small);
  const unknownWeight = Math.log(1 + procedures.length);
  const weigh = (term: string): number =>
    weights.get(term) ?? (isPair(term) || small.has(term) ? 0 : unknownWeight);
  const sum = (terms: Iterable<string>): number => {
    let total = 0;
    for (const term of terms) total += weigh(term);
    return total;
  };
  const byTerm = new Map<string, Name[]>();
  for (const { procedure, terms } of indexed) {
    const name = { procedure, weight: sum(terms) };
    for (const term of terms) {
      const names = byTerm.get(term);
      if (names) names.push(name);
      else byTerm.set(term, [name]);
    }
  }

  return (words) => {
    const terms = new Set(termsOf(words));
    const said = new Map<Name, number>();
    const explained = new Map<Procedure, number>();
    for (const term of terms) {
      const weight = weigh(term);
      if (weight === 0) continue;
      const names = byTerm.get(term) ?? [];
      for (const name of names) said.set(name, (said.get(name) ?? 0) + weight);
      for (const procedure of new Set(names.map((name) => name.procedure)))
        explained.set(procedure, (explained.get(procedure) ?? 0) + weight);
    }
    const nameShares = new Map<Procedure, number>();
    for (const [{ procedure, weight }, part] of said)
      nameShares.set(procedure, Math.max(nameShares.get(procedure) ?? 0, part / weight));
    const all = sum(terms);
    return Array.from(explained, ([procedure, part]) => ({
      procedure,
      score: explainedShare * (part / all) + (1 - explainedShare) * nameShares.get(procedure)!,
    })).toSorted((a, b) => b.score - a.score || (a.procedure.code < b.procedure.code ? -1 : 1));
  };
}

/** Words and pairs of neighbours. */
function termsOf(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}

function isPair(term: string): boolean {
  return term.includes(" ");
}

/** The rarer a term is among the procedures, the more it tells. */
function weighTerms(
  indexed: readonly { procedure: Procedure; terms: ReadonlySet<string> }[],
  count: number,
  small: ReadonlySet<string>,
): Map<string, number> {
  const holders = new Map<string, Set<Procedure>>();
  for (const { procedure, terms } of indexed)
    for (const term of terms) holders.set(term, (holders.get(term) ?? new Set()).add(procedure));
  return new Map(
    Array.from(holders, ([term, { size }]) => {
      const rarity = Math.log(1 + count / size);
      return [term, small.has(term) ? 0 : isPair(term) ? pairShare * rarity : rarity];
    }),
  );
}
