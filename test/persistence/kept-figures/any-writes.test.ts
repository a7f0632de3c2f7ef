import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dossierStatuses, interlinkedKinds, submissionModes } from "../../../src/domain/dossiers/dossier.ts";
import { freeRange, namedPeriod, weekOf } from "../../../src/domain/statistics/periods.ts";
import type { Day } from "../../../src/domain/vietnam-time.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { foldFigureChanges } from "../../../src/persistence/kept-figures/fold-changes.ts";
import { recountSums } from "../../../src/persistence/kept-figures/recount-sums.ts";
import { createStatisticsStore } from "../../../src/persistence/statistics-store.ts";
import { recount, type CountedDossier } from "../../support/statistics-oracle.ts";
import { createTestDatabase } from "../../support/test-database.ts";

interface WrittenDossier extends CountedDossier {
  unit: string;
  procedure: string;
}

/** What is in the database, as the oracle sees it. */
interface Model {
  dossiers: Map<number, WrittenDossier>;
  fields: Record<string, string>;
}

type Write =
  | { kind: "add" | "put"; rows: [number, WrittenDossier][] }
  | { kind: "resolve"; numbers: number[]; at: Date }
  | { kind: "remove"; numbers: number[] }
  | { kind: "move procedure"; procedure: string; field: string }
  | { kind: "move unit"; parent: string | null }
  | { kind: "empty" }
  | { kind: "fold" };

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    with root as (insert into unit (code, name) values ('STP', 'Sở Tư pháp') returning id)
    insert into unit (code, name, parent_id) select c, c, id from root, (values ('HCTP'), ('BTTP')) v (c)`);
  await database.query(
    `insert into unit (code, name, parent_id) select 'TO1', 'Tổ một cửa', id from unit where code = 'HCTP'`,
  );
  await database.query("insert into field (name) values ('Hộ tịch'), ('Công chứng')");
  await database.query(`
    insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
    select code, code, 1, 'full', 'none', true, now() from unnest(array['P1', 'P2', 'P3']) code`);
});
afterAll(() => database[Symbol.asyncDispose]());

const quarter = namedPeriod("quarter", 2021, 1, "reporting");
const periods = [
  quarter,
  namedPeriod("month", 2021, 2, "calendar"),
  weekOf("2021-02-10" as Day),
  freeRange("2021-01-31" as Day, "2021-02-20" as Day),
];

const anyInstant = fc.oneof(
  // 23:59:59.999 and 00:00 in Vietnam where periods, half months and weeks begin, and a moment that questions are asked at.
  fc.constantFrom(
    ...["2020-12-14T17:00Z", "2021-01-31T17:00Z", "2021-02-14T17:00Z", "2021-02-07T17:00Z"].flatMap(
      (text) => [new Date(Date.parse(text) - 1), new Date(text)],
    ),
    new Date("2021-02-10T03:00:00Z"),
  ),
  fc.date({
    min: new Date("2020-12-01T00:00:00Z"),
    max: new Date("2021-04-01T00:00:00Z"),
    noInvalidDate: true,
  }),
);
const anyDossier: fc.Arbitrary<WrittenDossier> = fc
  .record({
    status: fc.constantFrom(...dossierStatuses),
    mode: fc.constantFrom(...submissionModes),
    receivedAt: fc.option(anyInstant, { freq: 9 }),
    dueAt: fc.option(anyInstant),
    resolvedAt: fc.option(anyInstant),
    interlinked: fc.constantFrom(...interlinkedKinds),
    unit: fc.constantFrom("STP", "HCTP", "TO1", "BTTP"),
    procedure: fc.constantFrom("P1", "P2", "P3"),
  })
  .map((d) => ({
    ...d,
    resolvedAt: d.receivedAt && d.resolvedAt && d.resolvedAt < d.receivedAt ? null : d.resolvedAt,
  }));

const anyNumber = fc.integer({ min: 1, max: 30 });
const anyRows = fc.uniqueArray(fc.tuple(anyNumber, anyDossier), {
  minLength: 1,
  maxLength: 12,
  selector: ([n]) => n,
});
const anyNumbers = fc.uniqueArray(anyNumber, { minLength: 1, maxLength: 8 });
const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom("add", "put"), rows: anyRows }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("resolve"), numbers: anyNumbers, at: anyInstant }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove"), numbers: anyNumbers }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("move procedure"),
      procedure: fc.constantFrom("P1", "P2"),
      field: fc.constantFrom("Hộ tịch", "Công chứng"),
    }),
  },
  fc.record({ kind: fc.constant("move unit"), parent: fc.constantFrom("STP", "HCTP", "BTTP") }),
  fc.record({ kind: fc.constantFrom("empty") }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("fold") }) },
) as fc.Arbitrary<Write>;

const insertRows = `
  insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, resolved_at, interlinked)
  select n, p.id, u.id, d->>'mode', d->>'status', (d->>'receivedAt')::timestamptz, (d->>'dueAt')::timestamptz,
         (d->>'resolvedAt')::timestamptz, d->>'interlinked'
  from jsonb_to_recordset($1::jsonb) r (n text, d jsonb)
  join procedure p on p.code = d->>'procedure' join unit u on u.code = d->>'unit'`;

async function write(change: Write, model: Model): Promise<void> {
  const { dossiers } = model;
  switch (change.kind) {
    case "add":
    case "put": {
      const rows = JSON.stringify(change.rows.map(([n, d]) => ({ n: String(n), d })));
      const onConflict =
        change.kind === "add"
          ? "nothing"
          : `update set procedure_id = excluded.procedure_id, unit_id = excluded.unit_id, submission_mode = excluded.submission_mode,
               status = excluded.status, received_at = excluded.received_at, due_at = excluded.due_at,
               resolved_at = excluded.resolved_at, interlinked = excluded.interlinked`;
      await database.query(`${insertRows} on conflict (code) do ${onConflict}`, [rows]);
      for (const [n, d] of change.rows) if (change.kind === "put" || !dossiers.has(n)) dossiers.set(n, d);
      return;
    }
    case "resolve": {
      const found = change.numbers.filter((n) => (dossiers.get(n)?.receivedAt ?? change.at) <= change.at);
      await database.query("update dossier set resolved_at = $2, status = 'returned' where code = any ($1)", [
        found.map(String),
        change.at,
      ]);
      for (const n of found) {
        const before = dossiers.get(n);
        if (before) dossiers.set(n, { ...before, resolvedAt: change.at, status: "returned" });
      }
      return;
    }
    case "remove":
      await database.query("delete from dossier where code = any ($1)", [change.numbers.map(String)]);
      for (const n of change.numbers) dossiers.delete(n);
      return;
    case "move procedure":
      await database.query(
        "update procedure set field_id = (select id from field where name = $2) where code = $1",
        [change.procedure, change.field],
      );
      model.fields[change.procedure] = change.field;
      return;
    case "move unit":
      await database.query(
        "update unit set parent_id = (select id from unit where code = $1) where code = 'TO1'",
        [change.parent],
      );
      return;
    case "empty":
      await database.query("truncate dossier, dossier_event cascade");
      dossiers.clear();
      return;
    case "fold":
      await database.transaction(foldFigureChanges);
  }
}

async function startOver(): Promise<Model> {
  await database.query("truncate dossier, dossier_event cascade");
  await database.query("update procedure set field_id = 1");
  return { dossiers: new Map(), fields: { P1: "Hộ tịch", P2: "Hộ tịch", P3: "Hộ tịch" } };
}

describe("the sums that figures are answered from", () => {
  it("say what a slow recount says after any writes, for the whole, a unit and each field", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyWrite, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...periods),
        fc
          .constantFrom("2021-05-01T02:00:00Z", "2021-02-10T03:00:00Z", "2021-02-14T16:59:59.999Z")
          .map((t) => new Date(t)),
        async (writes, period, now) => {
          const model = await startOver();
          for (const change of writes) await write(change, model);
          expect(await recountSums(database)).toMatchObject({ wrong: 0 });
          const statistics = createStatisticsStore(database);
          const all = [...model.dossiers.values()];
          expect((await statistics.figures({ period, now }))!.dossiers).toEqual(recount(all, period, now));
          const own = all.filter(({ unit }) => unit === "BTTP");
          const [{ count: below }] = (await database.query(
            "select count(*)::int as count from unit where parent_id = (select id from unit where code = 'BTTP')",
          )) as [{ count: number }];
          const room = [...own, ...(below ? all.filter(({ unit }) => unit === "TO1") : [])];
          expect((await statistics.figures({ period, now, unitCode: "BTTP" }))!.dossiers).toEqual(
            recount(room, period, now),
          );
          const question = { period, now, unitCode: "BTTP" };
          for (const [scope, asked] of [
            [all, { period, now }],
            [room, question],
          ] as const)
            for (const { code, dossiers } of await statistics.breakdown({ ...asked, by: "field" }))
              expect(dossiers).toEqual(
                recount(
                  scope.filter(({ procedure }) => model.fields[procedure] === code),
                  period,
                  now,
                ),
              );
        },
      ),
      { numRuns: 40 },
    );
  });
});
