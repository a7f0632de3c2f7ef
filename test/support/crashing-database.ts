import type { Database } from "../../src/persistence/database.ts";

/** A crash of the process between its work and the commit. */
export class Crash extends Error {
  override readonly name = "Crash";
}

/** The same database, where every transaction for which `crashes` says so has done its work and then never commits. */
export function crashingDatabase(database: Database, crashes: () => boolean): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (sql) => {
        const result = await work(sql);
        if (crashes()) throw new Crash("killed before the commit");
        return result;
      }),
  };
}
