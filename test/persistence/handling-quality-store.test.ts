import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { partsOf, targetIndicators } from "../../src/domain/targets/target-indicators.ts";
import { addDays, dayOf, instantOn } from "../../src/domain/vietnam-time.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createServiceQualityStore } from "../../src/persistence/handling-quality-store.ts";
import { createStatisticsStore } from "../../src/persistence/statistics-store.ts";
import { createTestDatabase } from "../support/test-database.ts";

const period = namedPeriod("quarter", 2021, 1, "reporting");

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    with root as (insert into unit (code, name) values ('STP', 'Sở Tư pháp') returning id)
    insert into unit (code, name, parent_id) select 'HCTP', 'Phòng Hành chính tư pháp', id from root`);
  await database.query("insert into field (name) values ('Hộ tịch')");
  await database.query(`
    insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
    select level, level, id, level, 'none', true, now() from field, unnest(array['full', 'none']) level`);
});
afterAll(() => database[Symbol.asyncDispose]());

const anyInstant = fc.date({
  min: new Date("2020-12-01T00:00:00Z"),
  max: new Date("2021-03-25T00:00:00Z"),
  noInvalidDate: true,
});
const anyMatter = fc.record({
  unit: fc.constantFrom("STP", "HCTP"),
  receivedAt: anyInstant,
  dueAt: fc.option(anyInstant),
  answeredAt: fc.option(anyInstant),
  isExtended: fc.boolean(),
  ratedAt: fc.option(anyInstant),
  isSatisfied: fc.boolean(),
});
const anyDossier = fc
  .record({
    unit: fc.constantFrom("STP", "HCTP"),
    level: fc.constantFrom("full", "none"),
    mode: fc.constantFrom("online", "in-person", "postal"),
    receivedAt: anyInstant,
    dueAt: fc.option(anyInstant),
    resolvedAt: fc.option(anyInstant),
  })
  .map((d) => ({ ...d, resolvedAt: d.resolvedAt && d.resolvedAt < d.receivedAt ? null : d.resolvedAt }));
type Matter = typeof anyMatter extends fc.Arbitrary<infer T> ? T : never;
type Dossier = typeof anyDossier extends fc.Arbitrary<infer T> ? T : never;

async function store(matters: Matter[], dossiers: Dossier[]): Promise<void> {
  await database.query("truncate feedback, dossier restart identity cascade");
  await database.query(
    `with kept as (
       insert into feedback (source, source_code, code, content, received_at, due_at, answered_at, is_extended, unit_id)
       select '1022', n, 'PA-2021-' || lpad(n::text, 6, '0'), 'x', (m->>'receivedAt')::timestamptz, (m->>'dueAt')::timestamptz,
              (m->>'answeredAt')::timestamptz, (m->>'isExtended')::boolean, u.id
       from jsonb_array_elements($1::jsonb) with ordinality e (m, n) join unit u on u.code = m->>'unit' returning id, source_code
     )
     insert into satisfaction_survey (feedback_id, round, asked_at, expires_at, rated_at, is_satisfied)
     select kept.id, 1, now(), now(), (m->>'ratedAt')::timestamptz, case when m->>'ratedAt' is null then null else (m->>'isSatisfied')::boolean end
     from jsonb_array_elements($1::jsonb) with ordinality e (m, n) join kept on kept.source_code = n::text`,
    [JSON.stringify(matters)],
  );
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, resolved_at, interlinked)
     select 'H57.16-210101-' || lpad(n::text, 5, '0'), p.id, u.id, d->>'mode', 'in-progress', (d->>'receivedAt')::timestamptz,
            (d->>'dueAt')::timestamptz, (d->>'resolvedAt')::timestamptz, (d->>'resolvedAt')::timestamptz, 'none'
     from jsonb_array_elements($1::jsonb) with ordinality e (d, n) join procedure p on p.code = d->>'level' join unit u on u.code = d->>'unit'`,
    [JSON.stringify(dossiers)],
  );
}

describe("the indicators of service quality", () => {
  it("equal a slow recount, and list as many cases as lost points", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyMatter, { maxLength: 25 }),
        fc.array(anyDossier, { maxLength: 25 }),
        fc.constantFrom(new Date("2021-05-01T02:00:00Z"), new Date("2021-02-01T02:00:00Z")),
        fc.constantFrom(undefined, "HCTP"),
        async (matters, dossiers, now, unitCode) => {
          await store(matters, dossiers);
          const question = { period, now, ...(unitCode && { unitCode }) };
          const end = instantOn(addDays(period.to, 1)) <= now ? instantOn(addDays(period.to, 1)) : now;
          const isIn = (at: Date | null) => at !== null && at >= instantOn(period.from) && at <= end;
          const asked = matters.filter(({ unit }) => unitCode === undefined || unit === unitCode);
          const received = asked.filter(({ receivedAt }) => isIn(receivedAt));
          const isOpen = ({ answeredAt }: Matter) => answeredAt === null || answeredAt > end;
          const overdue = received.filter(
            (matter) => isOpen(matter) && matter.dueAt !== null && dayOf(matter.dueAt) < dayOf(end),
          );
          const rated = asked.filter(({ ratedAt }) => isIn(ratedAt));

          const quality = createServiceQualityStore(database);
          const counts = await quality.counts(question);
          expect(counts).toEqual({
            feedbackOverdue: overdue.length,
            rated: rated.length,
            satisfied: rated.filter(({ isSatisfied }) => isSatisfied).length,
          });
          const figures = (await createStatisticsStore(database).figures(question))!;
          for (const indicator of targetIndicators.filter((each) => each !== "onlineRateOfHandled")) {
            const { good, whole } = partsOf(indicator, figures, counts);
            const lost = await quality.lost({ ...question, indicator, limit: 100, offset: 0 });
            expect([indicator, lost.length]).toEqual([indicator, whole - good]);
            const rest = await quality.lost({ ...question, indicator, limit: 100, offset: 1 });
            expect(rest).toEqual(lost.slice(1));
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
