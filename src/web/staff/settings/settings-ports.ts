import type { PolicyDesk } from "../../../domain/feedback/policy-desk.ts";
import type { FoldText, RoutingRule } from "../../../domain/feedback/routing.ts";
import type { TemplateDesk } from "../../../domain/feedback/template-desk.ts";
import type { Register } from "../../../domain/settings/register.ts";
import type { StaffRoster } from "../../../domain/staff/staff-roster.ts";
import type { TargetDesk } from "../../../domain/targets/target-desk.ts";

/** What the pages of the settings need of the rest. */
export interface SettingsPorts {
  register: Register;
  policies: PolicyDesk;
  roster: StaffRoster;
  targets: TargetDesk;
  templates: TemplateDesk;
  /** The rules in use, in the order in which they are tried. */
  rules: () => Promise<RoutingRule[]>;
  fold: FoldText;
}
