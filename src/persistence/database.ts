import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import { throwFailure } from "./unavailable.ts";

// One pool a process. Stores take the narrowest of these that they need: Sql, so that they work inside a transaction
// and outside it alike.

export interface Sql {
  /**
   * Rows of one statement. timestamptz comes as Date, date as Day, bigint as text (ids are opaque; cast counts to int),
   * numeric as text, json parsed. Throws StoreUnavailableError when the database is away.
   */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Transaction extends Sql {
  /** The connection itself, for COPY. */
  readonly client: pg.PoolClient;
}

export interface Database extends Sql, AsyncDisposable {
  readonly url: string;
  readonly pool: pg.Pool;
  /**
   * Works with Prisma on the same pool, for plain catalogue reading and writing; it is built when first asked for.
   * Throws StoreUnavailableError when the database is away.
   */
  withPrisma<Result>(work: (prisma: PrismaClient) => Promise<Result>): Promise<Result>;
  /** Commits what `work` did, or rolls all of it back when it throws, and throws that on. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

const dateType = 1082;

/** Days stay text: a Date would move them by the machine's time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === dateType ? String : pg.types.getTypeParser(oid, format)),
};

/** Opens a pool; it connects at the first query. A query waits `connectTimeoutMs` at most for a connection. */
export function openDatabase(options: {
  url: string;
  poolSize?: number;
  connectTimeoutMs?: number;
}): Database {
  const { url, poolSize = 8, connectTimeoutMs = 5_000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    types,
  });
  // A lost idle connection is replaced by the pool; the next query tells if the database is truly away.
  pool.on("error", () => {});
  let prisma: PrismaClient | undefined;
  return {
    url,
    pool,
    ...sqlOn(pool),
    async withPrisma(work) {
      prisma ??= new PrismaClient({ adapter: new PrismaPg(pool) });
      return await work(prisma).catch(throwFailure);
    },
    transaction: (work) => inTransaction(pool, work),
    async [Symbol.asyncDispose]() {
      await prisma?.$disconnect();
      await pool.end();
    },
  };
}

function sqlOn(queryable: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      const { rows } = await queryable.query(text, [...values]).catch(throwFailure);
      return rows as Row[];
    },
  };
}

async function inTransaction<Result>(pool: pg.Pool, work: (transaction: Transaction) => Promise<Result>) {
  const client = await pool.connect().catch(throwFailure);
  let lost: Error | undefined;
  const onError = (error: Error) => (lost = error);
  client.on("error", onError);
  const sql = sqlOn(client);
  try {
    await sql.query("begin");
    const result = await work({ ...sql, client });
    const { command } = await client.query("commit");
    // PostgreSQL answers a commit after a failed statement by rolling back, without an error.
    if (command !== "COMMIT")
      throw new Error("A statement of the transaction had failed; all was rolled back.");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failed: Error) => (lost = failed));
    return throwFailure(error);
  } finally {
    client.off("error", onError);
    client.release(lost);
  }
}
