import type { DossierMeasure } from "../domain/statistics/dossier-measures.ts";
import {
  definedParts,
  definitionOfCount,
  type FigureDefinition,
} from "../domain/statistics/figure-definitions.ts";

/** The sentence that says what is counted: of its definition, or of the part of one that it is. */
export function meaningOf(
  measure: DossierMeasure,
): `definition-${FigureDefinition}-meaning` | `definition-part-${(typeof definedParts)[number]}` {
  const part = definedParts.find((one) => one === measure);
  return part ? `definition-part-${part}` : `definition-${definitionOfCount(measure)}-meaning`;
}
