/** Of fewer than this no rate is told, and nobody is compared with others. */
export const fewestToCompare = 10;

/** A part of a whole: as a rate where there are enough to speak of one. */
export type Share =
  | { kind: "rate"; rate: number }
  | { kind: "few"; part: number; whole: number }
  | { kind: "none" };

export function shareOf(part: number, whole: number): Share {
  if (whole === 0) return { kind: "none" };
  return whole < fewestToCompare ? { kind: "few", part, whole } : { kind: "rate", rate: part / whole };
}
