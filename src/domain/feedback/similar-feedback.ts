import type { Attributes, FeedbackCase } from "./feedback.ts";
import { metresBetween } from "./place.ts";
import type { FoldText } from "./routing.ts";

/** A known case that a new one may repeat. */
export interface SimilarCase {
  matter: FeedbackCase;
  isOwn: boolean;
  /** From 0, nothing in common. */
  likeness: number;
}

/** Days back in which cases are compared. */
export const comparedDays = 60;
/** From here on two cases may be one. */
export const leastLikeness = 0.5;
const mostShown = 3;
/** Shared positions no farther apart than this are one place. */
const nearMetres = 100;
/** Texts with fewer words in common than this are two matters, wherever they are. */
const leastTextLikeness = 0.2;

/**
 * The cases that a new one may repeat: the person's own first, then the likeliest. Another person's anonymous case is never among them: who sent it
 * must not be guessed from what it says.
 */
export function findSimilar(
  draft: Attributes,
  candidates: readonly FeedbackCase[],
  fold: FoldText,
): SimilarCase[] {
  const joinedByThem = new Set(
    candidates.filter(({ person }) => person === draft.person).map(({ joinedToId }) => joinedToId),
  );
  return candidates
    .filter(({ id }) => !joinedByThem.has(id))
    .map((matter) => ({
      matter,
      isOwn: matter.person === draft.person,
      likeness: likenessOf(draft, matter, fold),
    }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .filter(({ isOwn, matter }) => isOwn || matter.privacy !== "anonymous")
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.likeness - a.likeness)
    .slice(0, mostShown);
}

/**
 * How likely two matters are one, from 0: near text alone is enough; the same dossier needs some of it, the same place and
 * field together more. Two different dossiers are two matters.
 */
export function likenessOf(a: Attributes, b: Attributes, fold: FoldText): number {
  const text = textLikeness(fold(a.content), fold(b.content));
  if (text < leastTextLikeness) return 0;
  if (a.dossierCode !== null && b.dossierCode !== null)
    return a.dossierCode === b.dossierCode ? 0.4 + text : 0;
  const field = a.field !== null && a.field === b.field ? 0.1 : 0;
  const place = placeLikeness(a.place, b.place, fold);
  if (place === "elsewhere") return text >= 0.9 ? text / 2 : 0;
  return text + field + (place === "same" ? 0.2 : 0);
}

function placeLikeness(
  a: Attributes["place"],
  b: Attributes["place"],
  fold: FoldText,
): "same" | "elsewhere" | "unknown" {
  const apart = metresBetween(a, b);
  if (apart !== undefined) return apart <= nearMetres ? "same" : "elsewhere";
  if (!a.words || !b.words) return "unknown";
  const words = textLikeness(fold(a.words), fold(b.words));
  if (words >= 0.5) return "same";
  return words === 0 ? "elsewhere" : "unknown";
}

/** Words and pairs of neighbours in common, as Dice counts them: 1 for the same text, 0 for nothing shared. */
function textLikeness(a: string, b: string): number {
  const [some, others] = [termsOf(a), termsOf(b)];
  if (some.size === 0 || others.size === 0) return 0;
  let shared = 0;
  for (const term of some) if (others.has(term)) shared++;
  return (2 * shared) / (some.size + others.size);
}

function termsOf(folded: string): Set<string> {
  const words = folded.split(" ").filter((word) => word !== "" && !fillers.has(word));
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
}

/** Folded words that every matter has. */
const fillers: ReadonlySet<string> = new Set(
  `toi em minh chau anh chi xin cho da a la va thi ma cua o tai bi duoc rat qua lam roi cac nhung mot co khong phan anh
   kien nghi gop y de nghi co quan can bo the a is of to in at and i`.split(/\s+/),
);
