import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../src/persistence/keyring.ts";
import type { Sql } from "../../../src/persistence/database.ts";
import { workSideBySide } from "../../../src/persistence/turns/side-by-side.ts";

/** One connection: what was asked of it, in order; each answer takes a while. */
function connection() {
  const asked: string[] = [];
  const sql: Sql = {
    keyring: createKeyring([]),
    async query(statement) {
      asked.push(typeof statement === "string" ? statement : statement.text);
      await new Promise((resolve) => setImmediate(resolve));
      return [];
    },
  };
  return { asked, sql };
}

const read = "select 1";

/** Says who asks in a comment, as no statement of ours does. */
const script =
  (name: string, ...statements: string[]) =>
  async (sql: Sql) => {
    for (const statement of statements) await sql.query(`${statement} -- ${name}`);
    return name;
  };

describe("work side by side in one transaction", () => {
  it("reads side by side", async () => {
    const { asked, sql } = connection();
    const works = [script("hoa", read, read), script("minh", read, read)];
    expect(await workSideBySide(sql, works)).toEqual(["hoa", "minh"]);
    expect(asked).toEqual(["select 1 -- hoa", "select 1 -- minh", "select 1 -- hoa", "select 1 -- minh"]);
  });

  it("never lets anybody read what another has half written", async () => {
    const statements = fc.array(
      fc.constantFrom(read, "update x set y = 1", "select 1 for update", "insert into x values (1)"),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(statements, { minLength: 1, maxLength: 5 }), async (people) => {
        const { asked, sql } = connection();
        const outcome = await workSideBySide(
          sql,
          people.map((own, place) => script(String(place), ...own)),
        );
        expect(outcome).toEqual(people.map((_, place) => String(place)));
        const owners = asked.map((statement) => statement.split(" -- ")[1]!);
        for (const [place, own] of people.entries()) {
          const first = own.findIndex((statement) => statement !== read);
          if (first < 0) continue;
          // From the first write to the end nobody else says anything.
          const mine = owners.flatMap((owner, at) => (owner === String(place) ? [at] : [])).slice(first);
          expect(mine).toEqual(mine.map((_, step) => mine[0]! + step));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("lets one that asks for several things at once wait with all of them", async () => {
    const { asked, sql } = connection();
    const several = (own: Sql) =>
      Promise.all(
        ["update x set y = 1 -- lan", "update x set y = 2 -- lan", "select 2 -- lan"].map((text) =>
          own.query(text),
        ),
      );
    await workSideBySide<unknown>(sql, [several, script("minh", read, "delete from x")]);
    expect(asked[0]).toBe("select 1 -- minh");
    expect(asked.slice(1, 4).every((statement) => statement.endsWith("lan"))).toBe(true);
    expect(asked[4]).toBe("delete from x -- minh");
  });

  it("asks for many at once what several look up, and gives each their own rows", async () => {
    const dossiers = {
      name: "dossiers",
      text: "select place, code from unnest($1::text[])",
      isForMany: true,
    } as const;
    const asked: (readonly unknown[])[] = [];
    const sql: Sql = {
      keyring: createKeyring([]),
      async query<Row>(_statement: unknown, values: readonly unknown[] = []) {
        asked.push(values);
        const codes = values[0] as string[];
        return codes.flatMap((code, index) => (code === "none" ? [] : [{ place: index + 1, code }])) as Row[];
      },
    };
    const looksUp = (code: string) => async (own: Sql) => {
      // Each comes to its question by a way of another length.
      for (const _step of code) await Promise.resolve();
      return own.query(dossiers, [code]);
    };
    const found = await workSideBySide(sql, ["H57.16-1", "none", "H57.16-22"].map(looksUp));
    expect(found).toEqual([[{ place: 1, code: "H57.16-1" }], [], [{ place: 1, code: "H57.16-22" }]]);
    expect(asked).toEqual([[["none", "H57.16-1", "H57.16-22"]]]);
  });

  it("tells everybody who asked together that it failed", async () => {
    const dossiers = {
      name: "dossiers",
      text: "select place from unnest($1::text[])",
      isForMany: true,
    } as const;
    const sql: Sql = {
      keyring: createKeyring([]),
      query: () => Promise.reject(new Error("the database is away")),
    };
    const looksUp = (own: Sql) => own.query(dossiers, ["H57.16-1"]).catch((error: Error) => error.message);
    expect(await workSideBySide(sql, [looksUp, looksUp])).toEqual(Array(2).fill("the database is away"));
  });

  it("tells of a failure once all have settled, and lets the others write meanwhile", async () => {
    const { asked, sql } = connection();
    const fails = async (own: Sql) => {
      await own.query("update x set y = 1 -- lan");
      throw new Error("the flow is broken");
    };
    await expect(workSideBySide<unknown>(sql, [fails, script("minh", "delete from x")])).rejects.toThrow(
      "broken",
    );
    expect(asked).toEqual(["update x set y = 1 -- lan", "delete from x -- minh"]);
  });
});
