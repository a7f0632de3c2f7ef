/** What a member of staff may do: officers handle, leaders decide and read figures, admins run the service. */
export const staffRoles = ["officer", "leader", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffMember {
  username: string;
  fullName: string;
  role: StaffRole;
  unitCode: string;
  unitName: string;
}

export interface StaffStore {
  findByUsername(username: string): Promise<StaffMember | undefined>;
}
