import type { PolicyDesk } from "../../../domain/feedback/policy-desk.ts";
import type { FoldText, RoutingRule } from "../../../domain/feedback/routing.ts";
import type { Register } from "../../../domain/settings/register.ts";
import type { StaffRoster } from "../../../domain/staff/staff-roster.ts";
import type { TargetStore } from "../../../domain/targets/target.ts";

/** What the pages of the settings need of the rest. */
export interface SettingsPorts {
  register: Register;
  policies: PolicyDesk;
  roster: StaffRoster;
  targets: TargetStore;
  /** The rules in use, in the order in which they are tried. */
  rules: () => Promise<RoutingRule[]>;
  fold: FoldText;
}
