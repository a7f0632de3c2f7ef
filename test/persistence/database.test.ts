import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../../src/conversation/store-unavailable-error.ts";
import { openDatabase, type Database } from "../../src/persistence/database.ts";
import { createSettingsStore } from "../../src/persistence/settings-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const units = () => database.query<{ code: string }>("select code from unit order by code");
const addUnit = "insert into unit (code, name) values ($1, $1)";
const killOthers =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

describe("a row", () => {
  it("holds days as text, instants as dates and bigints as text", async () => {
    const rows = await database.query(
      "select date '2021-03-14' as day, timestamptz '2021-03-14 00:00+07' as at, 9007199254740993 as id",
    );
    expect(rows).toEqual([
      { day: "2021-03-14", at: new Date("2021-03-13T17:00:00Z"), id: "9007199254740993" },
    ]);
  });

  it("is compared in Vietnamese letters of either case", async () => {
    expect(await database.query("select lower('ĐƯỜNG HỒ TỊCH') as text")).toEqual([
      { text: "đường hồ tịch" },
    ]);
  });
});

describe("a transaction", () => {
  it("keeps everything, or nothing when its work throws", async () => {
    const result = await database.transaction(async (sql) => {
      await sql.query(addUnit, ["kept"]);
      return "done";
    });
    expect(result).toBe("done");
    const failing = database.transaction(async (sql) => {
      await sql.query(addUnit, ["lost"]);
      throw new RangeError("work failed");
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await units()).toEqual([{ code: "kept" }]);
  });

  it("throws when its work kept silent about a statement that failed", async () => {
    const silent = database.transaction(async (sql) => {
      await sql.query(addUnit, ["silent"]);
      await sql.query("select 1 / 0").catch(() => {});
    });
    await expect(silent).rejects.toThrow("had failed");
    expect(await units()).toEqual([{ code: "kept" }]);
  });

  it("that loses its connection throws StoreUnavailableError, and the pool recovers", async () => {
    const cutOff = database.transaction(async (sql) => {
      await sql.query(addUnit, ["cut off"]);
      await database.query(killOthers);
      await sql.query(addUnit, ["too late"]);
    });
    await expect(cutOff).rejects.toThrow(StoreUnavailableError);
    expect(await units()).toEqual([{ code: "kept" }]);
  });
});

describe("an error", () => {
  it("of the statement stays PostgreSQL's own", async () => {
    await expect(database.query("select 1 / 0")).rejects.toMatchObject({ code: "22012" });
    await expect(database.withPrisma((prisma) => prisma.$queryRaw`select 1 / 0`)).rejects.not.toThrow(
      StoreUnavailableError,
    );
  });

  it("of a refused connection is StoreUnavailableError, through Prisma too", async () => {
    await using away = openDatabase({ url: await urlOfClosedPort() });
    await expect(away.query("select 1")).rejects.toThrow(StoreUnavailableError);
    await expect(away.transaction(async () => {})).rejects.toThrow(StoreUnavailableError);
    await expect(createSettingsStore(away).read()).rejects.toThrow(StoreUnavailableError);
  });

  it("of a server that hangs up is StoreUnavailableError", async () => {
    const server = await listen((socket) => socket.destroy());
    await using away = openDatabase({ url: urlOf(server) });
    await expect(away.query("select 1")).rejects.toThrow(StoreUnavailableError);
    await expect(createSettingsStore(away).read()).rejects.toThrow(StoreUnavailableError);
    server.close();
  });

  it("of a pool with no connection free in time is StoreUnavailableError", async () => {
    await using busy = openDatabase({ url: database.url, poolSize: 1, connectTimeoutMs: 1_000 });
    await busy.transaction(() => expect(busy.query("select 1")).rejects.toThrow(StoreUnavailableError));
  });
});

async function listen(onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function urlOf(server: Server): string {
  return `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
}

async function urlOfClosedPort(): Promise<string> {
  const server = await listen(() => {});
  const url = urlOf(server);
  server.close();
  await once(server, "close");
  return url;
}
