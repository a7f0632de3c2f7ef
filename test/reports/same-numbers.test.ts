import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breakdownAnswer } from "../../src/conversation/answers/breakdown-answer.ts";
import { figuresAnswer } from "../../src/conversation/answers/figures-answer.ts";
import { submissionModes } from "../../src/domain/dossiers/dossier.ts";
import type { DossierFigures } from "../../src/domain/statistics/figures.ts";
import { runIdOf } from "../../src/domain/statistics/figure-run.ts";
import { chartKinds } from "../../src/domain/statistics/report-kinds.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import type { Database } from "../../src/persistence/database.ts";
import { countOneByOne } from "../../src/persistence/count-figures.ts";
import { createReportSource } from "../../src/persistence/report-source.ts";
import { createStatisticsStore } from "../../src/persistence/statistics-store.ts";
import { chartFindings } from "../../src/reports/charts/chart-findings.ts";
import { chartFrame, sourceOf } from "../../src/reports/charts/chart-frame.ts";
import { altText, plotChart } from "../../src/reports/charts/plot-chart.ts";
import { reportFile } from "../../src/reports/report-file.ts";
import { reportJson } from "../../src/reports/report-json.ts";
import { showNumber, showRate } from "../../src/wording/numbers.ts";
import { createWording } from "../../src/wording/wording.ts";
import { wordsOf } from "../support/people.ts";
import { sheetsOf, wordsOfDocument, workedOut } from "../support/read-report.ts";
import { recount, type CountedDossier } from "../support/statistics-oracle.ts";
import { createTestDatabase } from "../support/test-database.ts";

const period = namedPeriod("quarter", 2021, 1, "reporting");
const say = createWording();
const speech = { say, language: "vi" } as const;

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(`
    with root as (insert into unit (code, name) values ('STP', 'Sở Tư pháp') returning id)
    insert into unit (code, name, parent_id) select 'HCTP', 'Phòng Hành chính tư pháp', id from root`);
  await database.query(`insert into field (name) values ('Hộ tịch'), ('=cmd|calc'), ('Đấu giá tài sản')`);
  await database.query(`
    insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
    select 'P' || id, '+' || name, id, 'full', 'none', true, now() from field`);
});
afterAll(() => database[Symbol.asyncDispose]());

interface StoredDossier extends CountedDossier {
  unit: string;
  field: string;
}

async function store(dossiers: StoredDossier[]): Promise<void> {
  await database.query("truncate dossier, dossier_event restart identity cascade");
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, resolved_at, interlinked)
     select 'H57.16-210101-' || lpad(n::text, 5, '0'), p.id, u.id, d->>'mode', d->>'status', (d->>'receivedAt')::timestamptz,
            (d->>'dueAt')::timestamptz, (d->>'resolvedAt')::timestamptz, (d->>'resolvedAt')::timestamptz, 'none'
     from jsonb_array_elements($1::jsonb) with ordinality e (d, n)
     join field f on f.name = d->>'field' join procedure p on p.field_id = f.id join unit u on u.code = d->>'unit'`,
    [JSON.stringify(dossiers)],
  );
}

const anyInstant = fc.date({
  min: new Date("2020-11-15T00:00:00Z"),
  max: new Date("2021-04-01T00:00:00Z"),
  noInvalidDate: true,
});
const anyDossier: fc.Arbitrary<StoredDossier> = fc
  .record({
    status: fc.constantFrom("in-progress", "returned", "registered"),
    mode: fc.constantFrom(...submissionModes),
    receivedAt: anyInstant,
    dueAt: fc.option(anyInstant),
    resolvedAt: fc.option(anyInstant),
    interlinked: fc.constant("none" as const),
    unit: fc.constantFrom("STP", "HCTP"),
    field: fc.constantFrom("Hộ tịch", "=cmd|calc", "Đấu giá tài sản"),
  })
  .map((d) => ({ ...d, resolvedAt: d.resolvedAt && d.resolvedAt < d.receivedAt ? null : d.resolvedAt }));
const anyQuestion = fc.record({
  now: fc.constantFrom(new Date("2021-05-01T02:00:00Z"), new Date("2021-02-01T02:00:00Z")),
  unitCode: fc.constantFrom(undefined, "HCTP"),
});

/** Columns (3) to (13) of form II.06a. */
function formOf({ carriedOver, received, resolved, open }: DossierFigures): number[] {
  return [
    received.total + carriedOver,
    received.online,
    received.inPerson + received.postal,
    carriedOver,
    resolved.total,
    resolved.early,
    resolved.onTime,
    resolved.late,
    open.total,
    open.inTime,
    open.late,
  ];
}

/** The online rate as it is told: of fewer than ten as counted. */
function shareOfTen(part: number, whole: number): string {
  return whole < 10 ? `${part}/${whole}` : showRate(part / whole);
}

/** Rooms that had something to do, as the table by unit shows them. */
function unitsIn(dossiers: StoredDossier[], now: Date): string[] {
  return ["HCTP", "STP"].filter((code) => {
    const own = dossiers.filter(({ unit }) => unit === code);
    const { carriedOver, received } = recount(own, period, now);
    return carriedOver + received.total > 0;
  });
}

/** A row of the table by unit: of one unit, or of all. */
function rowOf(code: string | undefined, dossiers: StoredDossier[], now: Date): unknown[] {
  const own = dossiers.filter(({ unit }) => code === undefined || unit === code);
  const { carriedOver, received, resolved, open } = recount(own, period, now);
  const counts = [carriedOver, received.total, received.online, resolved.total, resolved.late, open.total];
  return [expect.anything(), ...counts.map((count) => showNumber(count))];
}

describe("for the same question", () => {
  it("SQL over the dossiers, JSON, chat by unit too, the form, its list of dossiers, the report and what charts say give the numbers of a slow recount", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyDossier, { maxLength: 40 }),
        anyQuestion,
        async (dossiers, { now, unitCode }) => {
          await store(dossiers);
          const question = { period, now, ...(unitCode ? { unitCode } : {}) };
          const asked = dossiers.filter(({ unit }) => unitCode === undefined || unit === unitCode);
          const expected = recount(asked, period, now);
          expect((await countOneByOne(database, question)).dossiers).toEqual(expected);
          const statistics = createStatisticsStore(database);
          const figures = (await statistics.figures(question))!;
          const tools = { source: createReportSource(database), letterhead: {}, speech };

          const run = runIdOf(figures);
          expect(reportJson(figures, say)).toMatchObject({ run, dossiers: expected });

          const { carriedOver, received, resolved, open } = expected;
          const [total, ofResolved, ofOpen, ofBefore] = [
            received.total,
            resolved.total,
            open.total,
            carriedOver,
          ].map((count) => showNumber(count));
          const chat = wordsOf([{ blocks: figuresAnswer(figures, speech) }]);
          expect(chat).toContain(`Mã số liệu ${run}.`);
          expect(chat).toContain(`Tiếp nhận trong kỳ: ${total} (`);
          expect(chat).toContain(`Đã giải quyết: ${ofResolved} (`);
          expect(chat).toContain(`Đang giải quyết: ${ofOpen} (`);

          const byUnit = await statistics.breakdown({ ...question, by: "unit" });
          expect(breakdownAnswer(byUnit, { period, by: "unit", ...speech }).at(-1)).toMatchObject({
            rows: [
              ...unitsIn(asked, now).map((code) => rowOf(code, asked, now)),
              rowOf(undefined, asked, now),
            ],
          });

          const workbook = await sheetsOf((await reportFile({ kind: "xlsx" }, question, tools))!.bytes);
          const [form, , list] = workbook;
          const bears = ({ rows }: (typeof workbook)[number]) =>
            rows.flat().join(" ").includes(`Mã số liệu ${run}.`);
          expect(workbook.map(bears)).toEqual([true, true, true]);
          expect(form!.rows.find(([first]) => first === "Tổng cộng")!.slice(2)).toEqual(formOf(expected));
          const sums = [...form!.cells!.values()].filter(({ formula }) => formula);
          expect(sums.map(({ formula }) => workedOut(form!, formula!))).toEqual(
            sums.map(({ formulaResult }) => formulaResult),
          );
          expect(list!.rows.length - 3).toBe(received.total + carriedOver);

          const file = (await reportFile({ kind: "docx" }, question, tools))!;
          const report = wordsOfDocument(file.bytes).join("\n");
          expect(report).toContain(
            `${total} hồ sơ tiếp nhận trong kỳ và ${ofBefore} hồ sơ từ kỳ trước chuyển sang.`,
          );
          expect(report).toContain(
            resolved.total ? `Đã giải quyết ${ofResolved} hồ sơ: ` : "Trong kỳ chưa giải quyết hồ sơ nào.",
          );
          expect(report).toContain(`Mã số liệu ${run}.`);
          expect(report).toContain(`Đang giải quyết ${ofOpen} hồ sơ: `);

          const isOfHandled = figures.chosenOnlineRate === "onlineRateOfHandled";
          const whole = received.total + (isOfHandled ? carriedOver : 0);
          const pictures = await tools.source.atOneMoment(async (reader) => {
            const said: string[] = [];
            for (const kind of chartKinds) {
              const chart = (await plotChart(kind, question, reader, speech))!;
              // The title is what is read out, word for word, and what the page says of the picture.
              expect(altText(chart, speech)).toBe(
                `${chart.finding}. ${chart.subtitle}. ${sourceOf(chart, speech)}`,
              );
              const title = chartFrame(chart, "", speech).match(/<text[^>]*font-size="44"[^>]*>[^<]*/g)!;
              const written = title.map((line) => line.replace(/<[^>]*>/, "")).join(" ");
              expect(written.replaceAll("&gt;", ">")).toBe(chart.finding);
              said.push(altText(chart, speech));
            }
            const found = await chartFindings(figures, question, reader, speech);
            expect(said.map((words, at) => words.startsWith(`${found[chartKinds[at]!]}. `))).not.toContain(
              false,
            );
            return said;
          });
          const finding = resolved.late
            ? `${showNumber(resolved.late)} trong ${ofResolved} hồ sơ quá hạn`
            : resolved.total
              ? `không có hồ sơ nào quá hạn trong ${ofResolved} hồ sơ`
              : "chưa giải quyết hồ sơ nào";
          expect(pictures).toEqual([
            expect.stringContaining(finding),
            expect.stringContaining(
              whole ? ` ${shareOfTen(received.online, whole)} hồ sơ nộp trực tuyến` : "chưa có hồ sơ nào",
            ),
            expect.stringContaining(`còn ${ofOpen} hồ sơ đang giải quyết`),
            expect.stringMatching(
              resolved.total === 0
                ? /chưa giải quyết hồ sơ nào/
                : resolved.late === 0
                  ? /đều không có hồ sơ giải quyết quá hạn/
                  : new RegExp(
                      ` trong ${resolved.late} hồ sơ giải quyết quá hạn|: ${resolved.late} trong ${resolved.total} `,
                    ),
            ),
            expect.stringContaining(
              resolved.late + open.late
                ? `: ${resolved.late + open.late} hồ sơ quá hạn`
                : "không có hồ sơ nào quá hạn",
            ),
          ]);
          // Of fewer than ten nothing is said in percent.
          const isOfFew = resolved.total < 10 && carriedOver + received.total < 10;
          expect(isOfFew && pictures.join(" ").includes("%")).toBe(false);
          for (const said of pictures) expect(said).toContain(`Mã số liệu ${run}.`);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("a workbook", () => {
  it("takes text that begins as a formula for text", async () => {
    const at = new Date("2021-01-10T03:00:00Z");
    const one = { mode: "online", dueAt: null, interlinked: "none", unit: "STP" } as const;
    await store([{ ...one, field: "=cmd|calc", status: "returned", receivedAt: at, resolvedAt: at }]);
    const tools = { source: createReportSource(database), letterhead: { superior: "@SUM(A1)" }, speech };
    const question = { period, now: new Date("2021-05-01T02:00:00Z") };
    const sheets = await sheetsOf((await reportFile({ kind: "xlsx" }, question, tools))!.bytes);
    const texts = sheets
      .flatMap(({ cells }) => [...cells!.values()])
      .filter(({ value }) => typeof value === "string");
    const dangerous = texts.filter(({ value }) => /^[=+\-@]/.test(String(value)));
    expect(dangerous.map(({ value }) => value)).toEqual(["=cmd|calc", "+=cmd|calc", "=cmd|calc"]);
    expect(dangerous.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const formulas = sheets.flatMap(({ cells }) => [...cells!.values()].map(({ formula }) => formula ?? ""));
    expect(formulas.filter((formula) => !/^$|^SUM\(/.test(formula))).toEqual([]);
  });
});
