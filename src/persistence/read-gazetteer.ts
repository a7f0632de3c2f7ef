import type { Gazetteer } from "../conversation/understanding/understanding.ts";
import type { Database } from "./database.ts";

/** The names of this deployment's units, fields and published procedures, each in the order of its key. */
export async function readGazetteer(database: Pick<Database, "withPrisma">): Promise<Gazetteer> {
  return database.withPrisma(async (prisma) => {
    const select = { code: true, name: true };
    const [units, fields, procedures] = await Promise.all([
      prisma.unit.findMany({ select, orderBy: { code: "asc" } }),
      prisma.field.findMany({ orderBy: { name: "asc" } }),
      prisma.procedure.findMany({ select, where: { isPublished: true }, orderBy: { code: "asc" } }),
    ]);
    return { units, fields: fields.map(({ name }) => name), procedures };
  });
}
