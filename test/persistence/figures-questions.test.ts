import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorkingCalendar } from "../../src/domain/deadlines/working-calendar.ts";
import { mayWorkOn } from "../../src/domain/feedback/case-access.ts";
import type { StaffMember } from "../../src/domain/staff/staff-member.ts";
import { countOf, dossierMeasures } from "../../src/domain/statistics/dossier-measures.ts";
import { dossierReachOf } from "../../src/domain/statistics/dossier-reach.ts";
import { breakdowns, narrowed } from "../../src/domain/statistics/figures-question.ts";
import { handlingTimeOf } from "../../src/domain/statistics/handling-time.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { dossierSeries } from "../../src/domain/statistics/period-series.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createReportReader } from "../../src/persistence/report-source.ts";
import {
  behind,
  handlingDays,
  passes,
  rowOf,
  within,
  type PlacedDossier,
} from "../support/question-oracle.ts";
import {
  anyQuestion,
  foundAgency,
  moments,
  paths,
  period,
  storeDossiers,
} from "../support/question-agency.ts";
import { recount } from "../support/statistics-oracle.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await foundAgency(database);
});
afterAll(() => database[Symbol.asyncDispose]());
const store = (dossiers: PlacedDossier[]) => storeDossiers(database, dossiers);

const holidays = ["2021-01-01", "2021-02-10", "2021-02-11", "2021-02-12"].map((on) => ({
  day: on as Day,
  kind: "off" as const,
  note: null,
  basis: null,
}));
const calendar = createWorkingCalendar(holidays);

describe("any question of dossiers", () => {
  it("is answered as a slow recount answers it, whole and in parts by everything", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ dossiers, filter, now }) => {
        await store(dossiers);
        const { statistics } = createReportReader(database);
        const question = { ...filter, period, now };
        const asked = dossiers.filter((dossier) => passes(dossier, filter));
        expect(await statistics.dossiers(question)).toEqual(recount(asked, period, now));
        for (const by of breakdowns) {
          const rows = await statistics.breakdown({ ...question, by });
          const counted = behind("handled", asked, period, now);
          const codes = [...new Set(counted.map((dossier) => rowOf(dossier, by, filter.unitCode)))];
          expect(rows.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
          for (const { code, dossiers: figures } of rows) {
            const part = asked.filter((dossier) => rowOf(dossier, by, filter.unitCode) === code);
            expect(figures).toEqual(recount(part, period, now));
            // A unit above the row's own counts the row's with it.
            const alone = await statistics.dossiers(narrowed(question, by, code));
            expect(by === "unit" || alone).toEqual(by === "unit" || figures);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("lists behind each figure just the dossiers that it counts, page by page", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyQuestion,
        fc.constantFrom(...dossierMeasures),
        async ({ dossiers, filter, now }, measure) => {
          await store(dossiers);
          const reader = createReportReader(database);
          const question = { ...filter, period, now, measure };
          const asked = dossiers.filter((dossier) => passes(dossier, filter));
          const expected = behind(measure, asked, period, now).map(({ code }) => code);
          const listed: string[] = [];
          for (let offset = 0; offset <= expected.length; offset += 7) {
            const page = await reader.dossiers.list({ ...question, limit: 7, offset });
            listed.push(...page.map(({ code }) => code));
          }
          expect(listed.toSorted()).toEqual(expected);
          expect(await reader.dossiers.count(question)).toBe(expected.length);
          expect(countOf(measure, await reader.statistics.dossiers(question))).toBe(expected.length);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("lists what is late with the longest overdue first", async () => {
    const at = (day: string) => new Date(`${day}T03:00:00Z`);
    const one = {
      status: "in-progress",
      mode: "online",
      resolvedAt: null,
      interlinked: "none",
      unit: "BTTP",
      unitPath: paths["BTTP"]!,
      procedure: "P3",
      field: "Công chứng",
      level: "none",
      officer: null,
    } as const;
    await store([
      { ...one, code: "A", receivedAt: at("2021-01-04"), dueAt: at("2021-02-20") },
      { ...one, code: "B", receivedAt: at("2021-01-05"), dueAt: at("2021-01-20") },
      { ...one, code: "C", receivedAt: at("2021-01-06"), dueAt: at("2021-05-20") },
    ]);
    const listed = await createReportReader(database).dossiers.list({
      period,
      now: moments.at(-1)!,
      measure: "openLate",
      limit: 10,
    });
    expect(listed.map(({ code, unitName, outcome }) => `${code} ${unitName} ${outcome}`)).toEqual([
      "B Phòng Bổ trợ tư pháp open-late",
      "A Phòng Bổ trợ tư pháp open-late",
    ]);
  });

  it("shows nobody a dossier that they may not work on, and everyone those that they may", async () => {
    const people: StaffMember[] = [
      { username: "mot", role: "officer", unitCode: "HCTP.1" },
      { username: "hai", role: "officer", unitCode: "BTTP" },
      { username: "truong", role: "leader", unitCode: "HCTP" },
      { username: "giam-doc", role: "leader", unitCode: "STP" },
      { username: "quan-tri", role: "admin", unitCode: "BTTP" },
      {
        username: "thay",
        role: "officer",
        unitCode: "BTTP",
        standsInFor: [{ username: "truong", role: "leader", unitCode: "HCTP", unitName: "HCTP" }],
      } as const,
    ].map((post) => ({ fullName: post.username, unitName: post.unitCode, ...post }) as StaffMember);
    await fc.assert(
      fc.asyncProperty(anyQuestion, fc.constantFrom(...people), async ({ dossiers, filter, now }, person) => {
        await store(dossiers);
        const lists = createReportReader(database).dossiers;
        const question = {
          ...filter,
          period,
          now,
          measure: "handled",
          reach: dossierReachOf(person),
        } as const;
        const expected = behind("handled", dossiers, period, now)
          .filter((dossier) => passes(dossier, filter))
          .filter(({ officer, unit, unitPath }) => mayWorkOn(person, { officer, unitCode: unit, unitPath }))
          .map(({ code }) => code);
        const listed = await lists.list({ ...question, limit: 1_000 });
        expect(listed.map(({ code }) => code).toSorted()).toEqual(expected);
        expect(await lists.count(question)).toBe(expected.length);
      }),
      { numRuns: 40 },
    );
  });

  it("tells how long handling took as sorting every dossier by hand would, whole and in parts", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ dossiers, filter, now }) => {
        await store(dossiers);
        const { dossiers: lists } = createReportReader(database);
        const question = { ...filter, period, now };
        const resolved = behind("resolved", dossiers, period, now).filter((one) => passes(one, filter));
        const expectedOf = (part: PlacedDossier[]) => {
          const days = handlingDays(part, calendar);
          return {
            count: days.length,
            medianDays: within(days, 5),
            ninetiethDays: within(days, 9),
            longestDays: days.at(-1) ?? null,
          };
        };
        expect(handlingTimeOf(await lists.handledSpans(question), calendar)).toEqual(expectedOf(resolved));
        for (const by of breakdowns) {
          const rows = await lists.handledSpansBy({ ...question, by });
          expect(rows.reduce((sum, { spans }) => sum + handlingTimeOf(spans, calendar).count, 0)).toBe(
            resolved.length,
          );
          for (const { code, spans } of rows)
            expect(handlingTimeOf(spans, calendar)).toEqual(
              expectedOf(resolved.filter((one) => rowOf(one, by, filter.unitCode) === code)),
            );
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is asked of several periods, each as if it were asked alone", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyQuestion,
        fc.constantFrom(...moments.slice(-3)),
        async ({ dossiers, filter }, now) => {
          await store(dossiers);
          const { statistics } = createReportReader(database);
          const month = namedPeriod("month", 2021, 3, "reporting");
          const series = await dossierSeries({ ...filter, period: month, now }, 4, statistics);
          expect(series.map(({ period: { from } }) => from)).toEqual([
            "2020-11-15",
            "2020-12-15",
            "2021-01-15",
            "2021-02-15",
          ]);
          const asked = dossiers.filter((dossier) => passes(dossier, filter));
          for (const point of series) expect(point.dossiers).toEqual(recount(asked, point.period, now));
        },
      ),
      { numRuns: 20 },
    );
  });
});
