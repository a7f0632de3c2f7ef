/** What a member of staff may do: officers handle, leaders decide and read figures, admins run the service. */
export type StaffRole = "officer" | "leader" | "admin";

/** A place in the house with what comes with it. */
export interface Post {
  username: string;
  role: StaffRole;
  unitCode: string;
}

export interface StaffMember extends Post {
  fullName: string;
  unitName: string;
  /** Posts of colleagues who are away and named them their substitute; none when left out. */
  standsInFor?: readonly (Post & { unitName: string })[];
}

export interface StaffStore {
  findByUsername(username: string): Promise<StaffMember | undefined>;
}
