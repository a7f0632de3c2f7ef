/** Counts below this, zero aside, could point to somebody. */
export const smallestShown = 5;

/**
 * Which parts of a total that is shown may be shown too, in the order given: null stands for a part that is withheld. A
 * small count is withheld, and with it the smallest others until what is withheld cannot be reckoned from the rest: at
 * least two of them, together no small count.
 */
export function withhold(parts: readonly number[]): (number | null)[] {
  const small = (count: number) => count > 0 && count < smallestShown;
  const hidden = new Set(parts.flatMap((count, at) => (small(count) ? [at] : [])));
  if (hidden.size === 0) return [...parts];
  const others = parts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden.has(at))
    .toSorted((a, b) => a.count - b.count);
  const sum = () => [...hidden].reduce((total, at) => total + parts[at]!, 0);
  while ((hidden.size < 2 || sum() < smallestShown) && others.length > 0) hidden.add(others.shift()!.at);
  return parts.map((count, at) => (hidden.has(at) ? null : count));
}
