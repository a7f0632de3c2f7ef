/** One line of the routing table: a field, phrases, or both; and whose the matter then is. */
export interface RoutingRule {
  id: number;
  field: string | null;
  /** Any of them in the text triggers the rule; none: the field alone decides. */
  phrases: readonly string[];
  unitCode: string;
  /** Username; null lets the unit choose. */
  officer: string | null;
}

/** Where a matter goes, and what sent it there. */
export interface Route {
  unitCode: string;
  officer: string | null;
  routingRuleId: number | null;
  routedBy: string;
}

/** Vietnamese text → lower-case words without accents, so that "hộ tịch" and "ho tich" are the same phrase. */
export type FoldText = (text: string) => string;

/**
 * The first rule whose field, where it names one, is the matter's, and one of whose phrases, where it has any, stands in
 * the text as whole words. Undefined when none fits: the matter goes to the officer on duty.
 */
export function routeByRules(
  matter: { content: string; field: string | null },
  rules: readonly RoutingRule[],
  fold: FoldText,
): Route | undefined {
  const words = ` ${fold(matter.content)} `;
  for (const { id, field, phrases, unitCode, officer } of rules) {
    if (field !== null && field !== matter.field) continue;
    const trigger = phrases.find((phrase) => words.includes(` ${fold(phrase)} `));
    if (phrases.length > 0 && trigger === undefined) continue;
    return { unitCode, officer, routingRuleId: id, routedBy: trigger ?? field ?? "" };
  }
  return undefined;
}
