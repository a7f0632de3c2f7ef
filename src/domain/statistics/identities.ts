import type { DossierFigures } from "./figures.ts";

/**
 * Throws when the figures do not close: a wrong figure must never be shown. Form II.06a (TT 01/2020/TT-VPCP):
 * (3) = (7) + (11), (3) = (4) + (5) + (6), (7) = (8) + (9) + (10), (11) = (12) + (13), here with dossiers without a due
 * date as parts of their own.
 */
export function checkIdentities(figures: DossierFigures): void {
  const { carriedOver, received, resolved, open } = figures;
  const identities: [name: string, left: number, right: number][] = [
    ["carried over + received = resolved + open", carriedOver + received.total, resolved.total + open.total],
    ["modes sum to received", received.online + received.inPerson + received.postal, received.total],
    [
      "outcomes sum to resolved",
      resolved.early + resolved.onTime + resolved.late + resolved.noDueDate,
      resolved.total,
    ],
    ["parts sum to open", open.inTime + open.late + open.noDueDate, open.total],
  ];
  const broken = identities.filter(([, left, right]) => left !== right);
  if (broken.length)
    throw new Error(
      `Figures do not close: ${broken.map(([name, left, right]) => `${name}: ${left} ≠ ${right}`).join("; ")}`,
    );
}
