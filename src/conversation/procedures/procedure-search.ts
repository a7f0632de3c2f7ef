import type { Procedure } from "../../domain/procedures/procedure.ts";

export interface Hit {
  procedure: Procedure;
  /** 0–1: how much of the question the procedure explains, and how much of its name the question said. */
  score: number;
}

interface Title {
  procedure: Procedure;
  terms: ReadonlySet<string>;
  weight: number;
}

/** How much of a score the part of the title that was said makes. */
const titleShare = 0.25;

/** Finds procedures by words. `wordsOf` reads a name into words as questions are read. */
export function createProcedureSearch(
  procedures: readonly Procedure[],
  wordsOf: (text: string) => string[],
): (words: readonly string[]) => Hit[] {
  const titles = procedures.flatMap((procedure) =>
    [procedure.name, ...(procedure.alsoCalled?.split(";") ?? [])].map((text) => ({
      procedure,
      terms: new Set(termsOf(wordsOf(text))),
    })),
  );
  const rarity = rarities(titles.map(({ terms }) => terms));
  const unknown = Math.log(1 + titles.length);
  const weigh = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) sum += (rarity.get(term) ?? unknown) * (term.includes(" ") ? 0.5 : 1);
    return sum;
  };
  const weighed: Title[] = titles.map((title) => ({ ...title, weight: weigh(title.terms) }));
  const byTerm = new Map<string, Title[]>();
  for (const title of weighed)
    for (const term of title.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), title]);

  return (words) => {
    const terms = new Set(termsOf(words));
    const all = weigh(terms);
    const said = new Map<Title, number>();
    for (const term of terms)
      for (const title of byTerm.get(term) ?? []) said.set(title, (said.get(title) ?? 0) + weigh([term]));
    const best = new Map<Procedure, number>();
    for (const [title, weight] of said) {
      const score = (weight / all) * (1 - titleShare + (titleShare * weight) / title.weight);
      if (score > (best.get(title.procedure) ?? 0)) best.set(title.procedure, score);
    }
    return [...best]
      .map(([procedure, score]) => ({ procedure, score }))
      .toSorted((a, b) => b.score - a.score || (a.procedure.code < b.procedure.code ? -1 : 1));
  };
}

/** Words and pairs of neighbours: syllables of Vietnamese mean most in pairs. */
function termsOf(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}

/** The rarer a term is among the titles, the more it tells. */
function rarities(titles: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of titles) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + titles.length / count)]));
}
