import type { StaffMember } from "../staff/staff-member.ts";
import type { SettingArea } from "./setting-change.ts";

/** What a leader may change for their own unit and those below it; everything else is the administrators'. */
const leadersAreas: ReadonlySet<SettingArea> = new Set(["lich", "gio"]);

/**
 * Whether a member of staff may change a setting. `unitPath` are the codes from the agency down to the unit that it
 * belongs to; null is the agency's own.
 */
export function mayChangeSetting(
  staff: StaffMember,
  area: SettingArea,
  unitPath: readonly string[] | null,
): boolean {
  return [staff, ...(staff.standsInFor ?? [])].some(
    ({ role, unitCode }) =>
      role === "admin" ||
      (role === "leader" && unitPath !== null && leadersAreas.has(area) && unitPath.includes(unitCode)),
  );
}
