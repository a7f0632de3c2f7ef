import type { Procedure } from "../../domain/procedures/procedure.ts";

export interface Hit {
  procedure: Procedure;
  /** 0–1: how much of the question the procedure explains, and how much of one of its names the question said. */
  score: number;
}

interface Entry {
  procedure: Procedure;
  /** The terms of each name, with what they weigh together. */
  names: { terms: ReadonlySet<string>; weight: number }[];
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
  const namesOf = ({ name, alsoCalled }: Procedure) => [name, ...(alsoCalled?.split(";") ?? [])];
  const indexed = procedures.map((procedure) => ({
    procedure,
    names: namesOf(procedure).map((name) => new Set(termsOf(wordsOf(name)))),
  }));
  const weights = weighTerms(
    indexed.map(({ names }) => new Set(names.flatMap((terms) => [...terms]))),
    small,
  );
  const unknownWeight = Math.log(1 + procedures.length);
  const weigh = (term: string): number =>
    weights.get(term) ?? (isPair(term) || small.has(term) ? 0 : unknownWeight);
  const sum = (terms: Iterable<string>): number => {
    let total = 0;
    for (const term of terms) total += weigh(term);
    return total;
  };
  const byTerm = new Map<string, Set<Entry>>();
  for (const { procedure, names } of indexed) {
    const weighed = names.map((terms) => ({ terms, weight: sum(terms) }));
    const entry = { procedure, names: weighed.filter(({ weight }) => weight > 0) };
    if (entry.names.length === 0) continue;
    for (const term of names.flatMap((terms) => [...terms]))
      byTerm.set(term, (byTerm.get(term) ?? new Set()).add(entry));
  }

  return (words) => {
    const terms = [...new Set(termsOf(words))].filter((term) => weigh(term) > 0);
    const all = sum(terms);
    const entries = new Set(terms.flatMap((term) => [...(byTerm.get(term) ?? [])]));
    return [...entries]
      .map(({ procedure, names }) => {
        const coverage = sum(terms.filter((term) => names.some((name) => name.terms.has(term)))) / all;
        const nameShare = Math.max(
          ...names.map((name) => sum(terms.filter((term) => name.terms.has(term))) / name.weight),
        );
        return { procedure, score: explainedShare * coverage + (1 - explainedShare) * nameShare };
      })
      .toSorted((a, b) => b.score - a.score || (a.procedure.code < b.procedure.code ? -1 : 1));
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
function weighTerms(all: readonly ReadonlySet<string>[], small: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of all) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map(
    [...counts].map(([term, count]) => {
      const rarity = Math.log(1 + all.length / count);
      return [term, small.has(term) ? 0 : isPair(term) ? pairShare * rarity : rarity];
    }),
  );
}
