import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "../../../src/commands/command-line.ts";
import { namedPeriod } from "../../../src/domain/statistics/periods.ts";
import { countFigures, countOneByOne } from "../../../src/persistence/count-figures.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { foldFigureChanges } from "../../../src/persistence/kept-figures/fold-changes.ts";
import { mendSums, recountSums } from "../../../src/persistence/kept-figures/recount-sums.ts";
import { createTestDatabase } from "../../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
  await database.query("insert into field (name) values ('Hộ tịch'), ('Công chứng')");
  await database.query(`
    insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
    values ('P1', 'P1', 1, 'full', 'none', true, now())`);
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate dossier, dossier_event restart identity cascade");
  await database.query(`
    insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, interlinked)
    select i, 1, 1, 'online', 'in-progress', '2021-01-11T02:00:00Z', '2021-01-20T10:00:00Z', 'none' from generate_series(1, 40) i`);
});

const finish =
  "update dossier set status = 'returned', resolved_at = '2021-01-15T02:00:00Z' where code = any ($1)";
const question = {
  period: namedPeriod("quarter", 2021, 1, "reporting"),
  now: new Date("2021-05-01T02:00:00Z"),
};
const resolved = async () => (await countFigures(database, question)).dossiers.resolved.total;

describe("two who write at once", () => {
  it("do not wait for one another, though it is the same day, unit and field; both are counted once committed", async () => {
    await database.transaction(foldFigureChanges);
    const seen = await database.transaction(async (first) => {
      await first.query(finish, [["1", "2"]]);
      await database.transaction(async (second) => {
        // Waiting at all would fail.
        await second.query("set local lock_timeout = '1ms'");
        await second.query(finish, [["3"]]);
      });
      return await resolved();
    });
    expect(seen).toBe(1);
    expect(await resolved()).toBe(3);
  });

  it("cannot lock one another dead, nor lose a change, while it is folded and mended all the time", async () => {
    const writer = async (codes: string[]) => {
      for (const code of codes) await database.query(finish, [[code]]);
    };
    const codes = Array.from({ length: 40 }, (_, i) => String(i + 1));
    const folding = async () => {
      for (let round = 0; round < 12; round++)
        await database.transaction<unknown>(round % 3 ? foldFigureChanges : mendSums);
    };
    await Promise.all([writer(codes.slice(0, 25)), writer(codes.slice(15).reverse()), folding()]);
    expect(await recountSums(database)).toMatchObject({ wrong: 0 });
    expect(await resolved()).toBe(40);
  });

  it("are waited for by whoever moves a procedure to another field, so that none stays behind", async () => {
    let moving: Promise<unknown> | undefined;
    await database.transaction(async (writer) => {
      await writer.query(finish, [["7"]]);
      moving = database.query("update procedure set field_id = 3 - field_id");
      await database.query("select 1");
    });
    await moving;
    expect(await recountSums(database)).toMatchObject({ wrong: 0 });
  });
});

describe("a change of many dossiers", () => {
  it("is noted as quickly after one of a single dossier on the same connection as before it", async () => {
    await database.query(`
      insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, interlinked)
      select i, 1, 1, 'online', 'in-progress', '2021-01-11T02:00:00Z', 'none' from generate_series(41, 12000) i`);
    await database.transaction(async (sql) => {
      await sql.query(finish, [["1"]]);
      // Joined as for a single dossier, these would be compared each with each.
      await sql.query("set local statement_timeout = '15s'");
      await sql.query("update dossier set status = 'returned', resolved_at = '2021-01-15T02:00:00Z'");
    });
    expect(await resolved()).toBe(12_000);
  });
});

describe("a row that was resolved before it was received", () => {
  it.each(["2021-01-20T02:00:00Z", "2021-01-11T05:00:00Z", "2021-04-01T02:00:00Z"])(
    "is resolved when it was received, in the sums as in a direct count: %s",
    async (receivedAt) => {
      await database.query(
        "update dossier set received_at = $1, resolved_at = '2021-01-11T03:00:00Z', status = 'withdrawn' where code = '5'",
        [receivedAt],
      );
      for (const now of ["2021-05-01T02:00:00Z", "2021-01-11T04:00:00Z", "2021-01-20T03:00:00Z"]) {
        const asked = { ...question, now: new Date(now) };
        expect(await countFigures(database, asked)).toEqual(await countOneByOne(database, asked));
      }
    },
  );
});

async function figures(what: "verify" | "rebuild"): Promise<{ code: number; said: string }> {
  vi.stubEnv("DATABASE_URL", database.url);
  const said: string[] = [];
  const listen = (text: unknown) => Boolean(said.push(String(text)));
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation(listen),
  );
  try {
    return { code: await runCommandLine(["figures", what]), said: said.join("") };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

describe("sums that are wrong", () => {
  it("are named by motcua figures verify, the first of them, and put right by rebuild", async () => {
    await database.transaction(foldFigureChanges);
    const [kept] = await database.query<{ sums: number }>("select count(*)::int as sums from figure_sum");
    const sums = kept!.sums;
    await database.query("delete from figure_sum where mode = 'online'");
    await database.query("update figure_sum set resolved_late = 2 where field_id = 0 and unit_id = 1");
    const broken = await figures("verify");
    expect(broken.code).toBe(2);
    expect(broken.said).toMatch(
      /The first: half-month from 2021-01-01, unit all, field all, mode online: received_online 0 instead of 40\nRun: motcua figures rebuild/,
    );
    const mended = await figures("rebuild");
    expect(mended.code).toBe(0);
    expect(mended.said).toMatch(/^Put right: \d+ sums\. The first: half-month from 2021-01-01/);
    expect(mended.said).toContain(`Equal: ${sums} sums`);
    expect(await recountSums(database)).toEqual({ sums, wrong: 0 });
  });
});
