import type { Writable } from "node:stream";
import pg from "pg";
import type { PrismaClient } from "./generated/client.ts";
import { createKeyring, type Keyring } from "./keyring.ts";
import { throwFailure } from "./unavailable.ts";

// One pool a process. Stores take the narrowest of these that they need: Sql, so that they work inside a transaction
// and outside it alike.

export interface Sql {
  /** Seals and opens personal columns. */
  readonly keyring: Keyring;
  /**
   * Rows of one statement. timestamptz comes as Date, date as Day, bigint as text (ids are opaque; cast counts to int),
   * numeric as text, json parsed. Throws StoreUnavailableError when the database is away.
   */
  query<Row>(statement: string | Prepared, values?: readonly unknown[]): Promise<Row[]>;
}

/** A statement that each connection plans once and then knows by its name: for the hottest, whose plan fits all values. */
export interface Prepared {
  name: string;
  text: string;
  /**
   * It answers many at once: its parameters are arrays with what each asks for, its column `place` says from 1 whose
   * answer a row is. Whoever asks gives his own values and gets his own rows; those who ask side by side ask together.
   */
  isForMany?: true;
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
  /**
   * A transaction that waits for as little as it can: its beginning goes out with the first statement, its end with what
   * `finish` sends. On connections of its own, which cannot COPY.
   */
  shortTransaction<Result>(
    work: (sql: Sql) => Promise<{ result: Result; finish: () => Promise<unknown> }>,
  ): Promise<Result>;
}

/** How many short transactions a process has under way at most; more wait for each other. */
export const shortTransactionsAtOnce = 4;

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
  /** Without one nothing is sealed. */
  keyring?: Keyring;
}): Database {
  const { url, poolSize = 8, connectTimeoutMs = 5_000, keyring = createKeyring([]) } = options;
  function openPool(more: pg.PoolConfig): pg.Pool {
    const opened = new pg.Pool({
      connectionString: url,
      connectionTimeoutMillis: connectTimeoutMs,
      types,
      ...more,
    });
    // A lost idle connection is replaced by the pool; the next query tells if the database is truly away.
    opened.on("error", () => {});
    return opened;
  }
  const pool = openPool({ max: poolSize });
  let pipelined: pg.Pool | undefined;
  let prisma: Promise<PrismaClient> | undefined;
  return {
    url,
    pool,
    ...sqlOn(pool, keyring),
    async withPrisma(work) {
      prisma ??= openPrisma(pool);
      return await work(await prisma).catch(throwFailure);
    },
    transaction: (work) => inTransaction(pool, keyring, work),
    shortTransaction(work) {
      pipelined ??= openPool({ max: shortTransactionsAtOnce, pipeline: true });
      return inShortTransaction(pipelined, keyring, work);
    },
    async [Symbol.asyncDispose]() {
      await (await prisma)?.$disconnect();
      await pipelined?.end();
      await pool.end();
    },
  };
}

/** Loaded when first asked for: it takes longer to load than all the rest of this room. */
async function openPrisma(pool: pg.Pool): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient: Client }] = await Promise.all([
    import("@prisma/adapter-pg"),
    import("./generated/client.ts"),
  ]);
  return new Client({ adapter: new PrismaPg(pool) });
}

function sqlOn(queryable: pg.Pool | pg.PoolClient, keyring: Keyring): Sql {
  return {
    keyring,
    async query<Row>(statement: string | Prepared, values: readonly unknown[] = []) {
      const isPrepared = typeof statement !== "string";
      const given = isPrepared && statement.isForMany ? values.map((value) => [value]) : [...values];
      const { rows } = await queryable
        .query(isPrepared ? { name: statement.name, text: statement.text } : { text: statement }, given)
        .catch(throwFailure);
      return rows as Row[];
    },
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  keyring: Keyring,
  work: (transaction: Transaction) => Promise<Result>,
) {
  return onConnection(pool, async (client) => {
    const sql = sqlOn(client, keyring);
    await sql.query("begin");
    const result = await work({ ...sql, client });
    requireCommit(await client.query("commit"));
    return result;
  });
}

async function inShortTransaction<Result>(
  pool: pg.Pool,
  keyring: Keyring,
  work: (sql: Sql) => Promise<{ result: Result; finish: () => Promise<unknown> }>,
) {
  return onConnection(pool, async (client) => {
    const sendTogether = gatherWrites(client);
    const plain = sqlOn(client, keyring);
    const sql: Sql = {
      keyring,
      query(statement, values) {
        sendTogether();
        return plain.query(statement, values);
      },
    };
    sendTogether();
    const begun = client.query("begin");
    const [{ result, finish }] = await Promise.all([work(sql), begun]);
    sendTogether();
    const [, committed] = await Promise.all([finish(), client.query("commit")]);
    requireCommit(committed);
    return result;
  });
}

/** Called before asking: what is asked before the program waits for something else goes out in one packet. */
function gatherWrites(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let isGathering = false;
  return () => {
    if (isGathering) return;
    isGathering = true;
    stream.cork();
    process.nextTick(() => {
      isGathering = false;
      stream.uncork();
    });
  };
}

/** PostgreSQL answers a commit after a failed statement by rolling back, without an error. */
function requireCommit({ command }: pg.QueryResult): void {
  if (command !== "COMMIT")
    throw new Error("A statement of the transaction had failed; all was rolled back.");
}

/** Rolls back what `work` had begun when it throws, and throws that on. */
async function onConnection<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>) {
  const client = await pool.connect().catch(throwFailure);
  let lost: Error | undefined;
  const onError = (error: Error) => (lost = error);
  client.on("error", onError);
  try {
    return await work(client);
  } catch (error) {
    await client.query("rollback").catch((failed: Error) => (lost = failed));
    return throwFailure(error);
  } finally {
    client.off("error", onError);
    client.release(lost);
  }
}
