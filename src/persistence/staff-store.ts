import type { StaffRole, StaffStore } from "../domain/staff/staff-member.ts";
import type { Database } from "./database.ts";

export function createStaffStore(database: Pick<Database, "withPrisma">): StaffStore {
  return {
    async findByUsername(username) {
      const found = await database.withPrisma((prisma) =>
        prisma.staffMember.findUnique({ where: { username }, include: { unit: true } }),
      );
      return found
        ? {
            username,
            fullName: found.fullName,
            role: found.role as StaffRole,
            unitCode: found.unit.code,
            unitName: found.unit.name,
          }
        : undefined;
    },
  };
}
