import type { ScopeNames } from "../answers/question-words.ts";
import type { FlowTools } from "../flow.ts";

/** What the deployment calls its units and procedures. */
export function scopeNamesOf({ units, procedures }: Pick<FlowTools, "units" | "procedures">): ScopeNames {
  return {
    unitName: (code) => units.find((unit) => unit.code === code)?.name,
    procedureName: (code) => procedures.find(code)?.name,
  };
}
