import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dossierStatuses, interlinkedKinds, submissionModes } from "../../src/domain/dossiers/dossier.ts";
import type { DossierFigures } from "../../src/domain/statistics/figures.ts";
import { checkIdentities } from "../../src/domain/statistics/identities.ts";
import { indicatorsOf } from "../../src/domain/statistics/indicators.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createStatisticsStore } from "../../src/persistence/statistics-store.ts";
import { recount, type CountedDossier } from "../support/statistics-oracle.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    with root as (insert into unit (code, name) values ('STP', 'Sở Tư pháp') returning id),
         rooms as (insert into unit (code, name, parent_id) select c, n, id from root, (values ('HCTP', 'Phòng Hành chính tư pháp'), ('BTTP', 'Phòng Bổ trợ tư pháp')) v (c, n) returning id)
    insert into field (name) values ('Hộ tịch'), ('Công chứng')`);
  await database.query(
    `insert into unit (code, name, parent_id) select 'HCTP.1', 'Tổ một cửa', id from unit where code = 'HCTP'`,
  );
  await database.query(`
    insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
    select code, code, field.id, 'full', kind, is_published, now()
    from (values ('P1', 'Hộ tịch', 'none', true), ('P2', 'Công chứng', 'horizontal', true), ('P3', 'Công chứng', 'vertical', false))
      v (code, field, kind, is_published) join field on field.name = v.field`);
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() =>
  database.query(
    "truncate dossier, dossier_event, feedback, assignment, target, setting restart identity cascade",
  ),
);

const quarter = namedPeriod("quarter", 2021, 1, "reporting");
const afterwards = new Date("2021-04-01T02:00:00Z");

interface StoredDossier extends CountedDossier {
  unit: string;
  procedure: string;
}

async function store(dossiers: StoredDossier[]): Promise<void> {
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, resolved_at, interlinked)
     select 'H57.16-210101-' || lpad(n::text, 5, '0'), p.id, u.id, d->>'mode', d->>'status', (d->>'receivedAt')::timestamptz,
            (d->>'dueAt')::timestamptz, (d->>'resolvedAt')::timestamptz, (d->>'resolvedAt')::timestamptz, d->>'interlinked'
     from jsonb_array_elements($1::jsonb) with ordinality e (d, n)
     join procedure p on p.code = d->>'procedure' join unit u on u.code = d->>'unit'`,
    [JSON.stringify(dossiers)],
  );
}

/** Instants where mistakes live: the very ends of the period and of days, and anywhere around. */
const boundaryInstants = [
  "2020-12-14T16:59:59.999Z", // 23:59:59.999 on the eve
  "2020-12-14T17:00:00.000Z", // 00:00 on the first day
  "2021-03-14T16:59:59.999Z", // 23:59:59.999 on the last day
  "2021-03-14T17:00:00.000Z", // 00:00 on the day after
  "2021-02-01T03:00:00.000Z",
].map((text) => new Date(text));
const anyInstant = fc.oneof(
  fc.constantFrom(...boundaryInstants),
  fc.date({
    min: new Date("2020-11-01T00:00:00Z"),
    max: new Date("2021-04-15T00:00:00Z"),
    noInvalidDate: true,
  }),
);
const anyDossier: fc.Arbitrary<StoredDossier> = fc
  .record({
    status: fc.constantFrom(...dossierStatuses),
    mode: fc.constantFrom(...submissionModes),
    receivedAt: anyInstant,
    dueAt: fc.option(anyInstant),
    resolvedAt: fc.option(anyInstant),
    interlinked: fc.constantFrom(...interlinkedKinds),
    unit: fc.constantFrom("STP", "HCTP", "HCTP.1", "BTTP"),
    procedure: fc.constantFrom("P1", "P2", "P3"),
  })
  .map((d) => ({ ...d, resolvedAt: d.resolvedAt && d.resolvedAt < d.receivedAt ? null : d.resolvedAt }));

const add = (a: DossierFigures, b: DossierFigures): DossierFigures => {
  const sum = <T extends object>(x: T, y: T) =>
    Object.fromEntries(Object.entries(x).map(([k, v]) => [k, v + (y as Record<string, number>)[k]])) as T;
  return {
    carriedOver: a.carriedOver + b.carriedOver,
    received: sum(a.received, b.received),
    resolved: sum(a.resolved, b.resolved),
    open: sum(a.open, b.open),
  };
};

describe("the figures of a period", () => {
  it("equal a slow recount of every dossier, also while the period runs, and close", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDossier, { maxLength: 60 }),
        fc.constantFrom(afterwards, ...boundaryInstants),
        async (dossiers, now) => {
          await database.query("truncate dossier, dossier_event restart identity cascade");
          await store(dossiers);
          const figures = await createStatisticsStore(database).figures({ period: quarter, now });
          expect(figures!.dossiers).toEqual(recount(dossiers, quarter, now));
          checkIdentities(figures!.dossiers);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("of a unit are those of all units below it, and the parts of a breakdown sum to the whole", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDossier, { minLength: 1, maxLength: 60 }), async (dossiers) => {
        await database.query("truncate dossier, dossier_event restart identity cascade");
        await store(dossiers);
        const statistics = createStatisticsStore(database);
        const query = { period: quarter, now: afterwards };
        const below = dossiers.filter(({ unit }) => unit.startsWith("HCTP"));
        const room = await statistics.figures({ ...query, unitCode: "HCTP" });
        expect(room!.dossiers).toEqual(recount(below, quarter, afterwards));
        const whole = recount(dossiers, quarter, afterwards);
        for (const by of ["field", "unit"] as const) {
          const rows = await statistics.breakdown({ ...query, by });
          expect(rows.map((row) => row.dossiers).reduce(add, recount([], quarter, afterwards))).toEqual(
            whole,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it("know no unit that does not exist", async () => {
    expect(
      await createStatisticsStore(database).figures({ period: quarter, now: afterwards, unitCode: "XYZ" }),
    ).toBeUndefined();
  });

  it("count interlinked dossiers resolved in the period, and published procedures with an online dossier", async () => {
    const at = new Date("2021-01-10T03:00:00Z");
    const one = {
      status: "returned",
      mode: "online",
      receivedAt: at,
      dueAt: null,
      resolvedAt: at,
      unit: "BTTP",
    } as const;
    await store([
      { ...one, interlinked: "horizontal", procedure: "P2" },
      { ...one, interlinked: "vertical", procedure: "P3" },
      { ...one, interlinked: "vertical", procedure: "P1", resolvedAt: null, status: "in-progress" },
    ]);
    const figures = (await createStatisticsStore(database).figures({ period: quarter, now: afterwards }))!;
    expect(figures.interlinked).toEqual({
      horizontal: { procedures: 1, resolved: 1 },
      vertical: { procedures: 0, resolved: 1 },
    });
    expect(figures.procedures).toEqual({ published: 2, withOnlineDossiers: 2 });
  });

  it("count feedback by field with its answers in time, and assignments by outcome", async () => {
    await database.query(`
      insert into feedback (source, source_code, field_id, content, received_at, due_at, answered_at)
      select '1022', v.code, field.id, 'nội dung', received::timestamptz, due::timestamptz, answered::timestamptz
      from (values ('a', 'Hộ tịch', '2021-01-05T02:00:00Z', '2021-01-12T10:00:00Z', '2021-01-12T15:00:00Z'),
                   ('b', 'Hộ tịch', '2021-01-05T02:00:00Z', '2021-01-12T10:00:00Z', '2021-01-13T01:00:00Z'),
                   ('c', null, '2021-01-05T02:00:00Z', '2021-01-12T10:00:00Z', null),
                   ('d', null, '2021-03-14T17:00:00Z', null, null)) v (code, field, received, due, answered)
      left join field on field.name = v.field`);
    await database.query(`
      insert into assignment (code, content, assigned_on, due_on, done_on, unit_id)
      select v.code, 'việc', '2021-01-01', due::date, done::date, unit.id
      from unit, (values ('1', '2021-01-20', '2021-01-19'), ('2', '2021-01-20', '2021-01-20'), ('3', '2021-01-20', '2021-01-21'),
                         ('4', '2021-03-14', null), ('5', '2021-03-15', '2021-03-01')) v (code, due, done)
      where unit.code = 'STP'`);
    const figures = (await createStatisticsStore(database).figures({ period: quarter, now: afterwards }))!;
    expect(figures.feedback).toEqual({
      received: 3,
      answered: 2,
      answeredOnTime: 1,
      answeredExtended: 0,
      byField: [
        { field: "Hộ tịch", received: 2, answered: 2, answeredOnTime: 1, answeredExtended: 0 },
        { field: null, received: 1, answered: 0, answeredOnTime: 0, answeredExtended: 0 },
      ],
    });
    expect(figures.assignments).toEqual({ due: 4, done: 3, early: 1, onTime: 1, late: 1 });
  });

  it("stand beside the targets in force, with whether they are met", async () => {
    const at = new Date("2021-01-10T03:00:00Z");
    const one = {
      status: "in-progress",
      receivedAt: at,
      dueAt: null,
      resolvedAt: null,
      interlinked: "none",
      unit: "BTTP",
      procedure: "P1",
    } as const;
    await store([
      { ...one, mode: "online" },
      { ...one, mode: "postal" },
      { ...one, mode: "in-person" },
      { ...one, mode: "in-person" },
    ]);
    await database.query(`insert into target (indicator, valid_from, valid_to, value, source) values
      ('onlineRateOfReceived', '2020-01-01', '2020-12-31', 0.5, 'cũ'), ('onlineRateOfReceived', '2021-01-01', null, 0.25, 'Quyết định A'),
      ('onTimeRate', '2021-01-01', null, 0.9, 'Quyết định B')`);
    const figures = (await createStatisticsStore(database).figures({ period: quarter, now: afterwards }))!;
    expect(figures.targets).toEqual([
      { indicator: "onTimeRate", target: 0.9, actual: null, isMet: null, source: "Quyết định B" },
      { indicator: "onlineRateOfReceived", target: 0.25, actual: 0.25, isMet: true, source: "Quyết định A" },
    ]);
  });

  it("reach from the first to the last day with anything on it", async () => {
    const statistics = createStatisticsStore(database);
    expect(await statistics.extent()).toBeUndefined();
    const base = { mode: "online", dueAt: null, interlinked: "none", unit: "BTTP", procedure: "P1" } as const;
    await store([
      { ...base, status: "returned", receivedAt: boundaryInstants[0]!, resolvedAt: boundaryInstants[3]! },
      { ...base, status: "registered", receivedAt: new Date("2021-06-01T03:00:00Z"), resolvedAt: null },
    ]);
    expect(await statistics.extent()).toEqual({ from: "2020-12-14" as Day, to: "2021-03-15" as Day });
  });
});

describe("the indicators", () => {
  it("of the department's published quarter are 16,24% and 13,85%", () => {
    const published: DossierFigures = {
      carriedOver: 458,
      received: { total: 2654, online: 431, inPerson: 2000, postal: 223 },
      resolved: { total: 2986, early: 1973, onTime: 1013, late: 0, noDueDate: 0 },
      open: { total: 126, inTime: 126, late: 0, noDueDate: 0 },
    };
    checkIdentities(published);
    const { onlineRateOfReceived, onlineRateOfHandled, onTimeRate } = indicatorsOf(published);
    expect(onlineRateOfReceived!.toFixed(4)).toBe("0.1624");
    expect(onlineRateOfHandled!.toFixed(4)).toBe("0.1385");
    expect(onTimeRate).toBe(1);
  });

  it("refuse figures that do not close", () => {
    const broken = recount([], quarter, afterwards);
    expect(() => checkIdentities({ ...broken, carriedOver: 1 })).toThrow(
      "carried over + received = resolved + open: 1 ≠ 0",
    );
  });
});
