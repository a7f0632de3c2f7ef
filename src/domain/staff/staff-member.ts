/** What a member of staff may do: officers handle, leaders decide and read figures, admins run the service. */
export type StaffRole = "officer" | "leader" | "admin";

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
