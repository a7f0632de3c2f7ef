import type { StaffMember, StaffRole } from "../../domain/staff/staff-member.ts";
import type { MessageKey } from "../../wording/wording.ts";
import { deliveriesPath } from "./deliveries/delivery-tabs.tsx";
import { queueBoardPath } from "./queue-board-route.ts";
import { approvalsPath } from "./approvals/approvals-path.ts";
import { safetyPath } from "./safety/safety-routes.tsx";
import { stepSettingPath } from "./second-step/step-paths.ts";
import { rehearsalPath } from "./rehearsal/rehearsal-routes.ts";

type StaffKey = Extract<MessageKey, `staff-${string}`>;

export interface Area {
  path: string;
  name: StaffKey;
  /** Everyone's when left out. */
  roles?: readonly StaffRole[];
}

export interface AreaGroup {
  name: StaffKey;
  areas: readonly Area[];
}

/** The areas of the staff's pages, in the order of the navigation. A new area is a line here. */
const groups: readonly AreaGroup[] = [
  {
    name: "staff-group-work",
    areas: [
      { path: "/lamviec", name: "staff-today" },
      { path: "/lamviec/phananh", name: "staff-cases" },
      { path: "/lamviec/hoso", name: "staff-dossiers" },
    ],
  },
  { name: "staff-group-figures", areas: [{ path: "/lamviec/solieu", name: "staff-figures" }] },
  {
    name: "staff-group-settings",
    areas: [
      { path: "/lamviec/lich", name: "staff-calendar" },
      { path: "/lamviec/caidat", name: "staff-settings" },
    ],
  },
  {
    name: "staff-group-running",
    areas: [
      { path: deliveriesPath, name: "staff-deliveries", roles: ["admin"] },
      { path: rehearsalPath, name: "staff-rehearsal", roles: ["leader", "admin"] },
      { path: safetyPath, name: "staff-safety", roles: ["admin"] },
      { path: "/lamviec/nhap", name: "staff-imports", roles: ["admin"] },
      { path: queueBoardPath, name: "staff-queues", roles: ["admin"] },
    ],
  },
  {
    name: "staff-group-account",
    areas: [
      { path: approvalsPath, name: "staff-approvals" },
      { path: "/lamviec/phien", name: "staff-sessions" },
      { path: stepSettingPath, name: "staff-second-step" },
    ],
  },
];

/** What somebody may go to; groups with nothing for them are left out. */
export function areasOf({ role }: StaffMember): AreaGroup[] {
  return groups
    .map(({ name, areas }) => ({ name, areas: areas.filter(({ roles }) => !roles || roles.includes(role)) }))
    .filter(({ areas }) => areas.length > 0);
}

/** The area that an address belongs to: the one whose path is the longest part of it. */
export function areaAt(here: string, open: readonly AreaGroup[]): Area | undefined {
  return open
    .flatMap(({ areas }) => areas)
    .filter(({ path }) => here === path || here.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}
