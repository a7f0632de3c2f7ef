import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figuresCommand } from "../../src/conversation/figures/figures-command.ts";
import {
  countOf,
  dossierMeasures,
  type DossierMeasure,
} from "../../src/domain/statistics/dossier-measures.ts";
import type { DossierFigures } from "../../src/domain/statistics/figures.ts";
import { createListWriting, listScheme } from "../../src/ordered-lists.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import { reportJson } from "../../src/reports/report-json.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { showNumber, showRate } from "../../src/wording/numbers.ts";
import { visitorOf, type Visitor } from "../support/http-visitor.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { anyQuestion, foundAgency, period, storeDossiers } from "../support/question-agency.ts";
import { behind, type PlacedDossier } from "../support/question-oracle.ts";
import { sheetsOf, wordsOfDocument } from "../support/read-report.ts";
import { recount } from "../support/statistics-oracle.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const whileRunning = new Date("2021-03-14T09:00:00Z");
const onceOver = new Date("2021-03-15T02:00:00Z");
/** Longer than the pages for everybody keep what they reckoned. */
const apartMs = 6 * 60_000;

let now = whileRunning;
let test: TestApp;
let serving: Serving;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await foundAgency(test.app.database);
  await test.app.database.query(
    `insert into staff_member (username, full_name, role, unit_id)
     select 'giam-doc', 'Phan Thị Dung', 'leader', id from unit where code = 'STP'`,
  );
  serving = await serve(test.app, test.config, "web");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

const say = (key: string) => test.app.say("vi", key as "public-received");
const number = (text: string) => Number(text.replaceAll(".", ""));

async function signedIn(): Promise<Visitor> {
  const visitor = visitorOf(serving.url!);
  await visitor.submit(`/vao/${await createSignInStore(test.app.database).issue("giam-doc", now)}`, {});
  return visitor;
}

async function readText(visitor: Visitor, address: string): Promise<string> {
  const answer = await visitor.get(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return await answer.text();
}

/** Every count of the staff's page, by its name. */
function countsOnPage(page: string): Map<string, number> {
  const rows = page.matchAll(
    /<th role="rowheader"[^>]*>([^<]+)<\/th><td[^>]*>(?:<a [^>]*>)?([\d.]+)(?:<\/a>)?<\/td><td[^>]*><span class="quiet"/g,
  );
  return new Map(Array.from(rows, ([, name, count]) => [name!, number(count!)]));
}

/** What a page's lists of terms say, by term. */
function termsOf(page: string): Map<string, string> {
  const terms = page.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g);
  return new Map(Array.from(terms, ([, name, value]) => [name!, value!]));
}

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

/** Those of a CSV file's rows, by column. */
function rowsOfCsv(text: string): string[][] {
  return text
    .replace("\uFEFF", "")
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(","));
}

async function exported(): Promise<Buffer> {
  const [order] = await test.app.database.query<{ ref: string }>(
    `select ref from attachment where ref like '${listScheme}:%' order by id desc limit 1`,
  );
  const written = await createListWriting(test.app).fetch(order!.ref);
  return written.kind === "content" ? written.content : Buffer.alloc(0);
}

/** The chat's answer to the whole, with each count and its parts. */
function saidInChat(expected: DossierFigures, words: string): void {
  const { carriedOver, received, resolved, open } = expected;
  const undated = (count: number) => (count ? `, không có hạn ${count}` : "");
  for (const sentence of [
    `Từ kỳ trước chuyển sang: ${carriedOver}\n`,
    `Tiếp nhận trong kỳ: ${received.total} (trực tuyến ${received.online}, trực tiếp ${received.inPerson}, bưu chính ${received.postal})`,
    `Đã giải quyết: ${resolved.total} (trước hạn ${resolved.early}, đúng hạn ${resolved.onTime}, quá hạn ${resolved.late}${undated(resolved.noDueDate)})`,
    `Đang giải quyết: ${open.total} (trong hạn ${open.inTime}, quá hạn ${open.late}${undated(open.noDueDate)})`,
  ])
    expect(words).toContain(sentence);
}

/** The page for everybody withholds small counts and never tells another one. */
function publishedOf(expected: DossierFigures, page: string): void {
  const told = termsOf(page);
  const { received, resolved } = expected;
  const parts = {
    "public-online": received.online,
    "public-in-person": received.inPerson,
    "public-postal": received.postal,
    "public-early": resolved.early,
    "public-on-time": resolved.onTime,
    "public-late": resolved.late,
  };
  expect(number(told.get(say("public-received"))!)).toBe(received.total);
  expect(number(told.get(say("public-resolved"))!)).toBe(resolved.total);
  for (const [key, count] of Object.entries(parts))
    expect([key, told.get(say(key))]).toEqual([
      key,
      expect.toSatisfy((text) => text === say("public-withheld") || text === showNumber(count)),
    ]);
  const onTime = resolved.total ? (resolved.early + resolved.onTime) / resolved.total : null;
  const rate = told.get(say("public-on-time-rate"));
  expect(["–", showRate(onTime)]).toContain(rate);
}

async function agreesOnTheList(
  measure: DossierMeasure,
  asked: PlacedDossier[],
  unitCode: string | undefined,
  visitor: Visitor,
): Promise<void> {
  const codes = behind(measure, asked, period, now)
    .map(({ code }) => code)
    .toSorted();
  const unit = unitCode ? `&donvi=${unitCode}` : "";
  const page = await readText(visitor, `/lamviec/solieu/hoso?ky=quy+1/2021&so=${measure}${unit}`);
  expect(page).toContain(`<strong>${showNumber(codes.length)} hồ sơ</strong>`);
  const onPage = new Set(Array.from(page.matchAll(/href="\/lamviec\/hoso\/([^"]+)"/g), ([, code]) => code));
  expect(onPage.size).toBe(Math.min(50, codes.length));
  const person = personTalkingTo(test.app, { as: "giam-doc" });
  const listed = wordsOf(await person.presses(figuresCommand({ period, measure, view: "list", unitCode })));
  expect(listed).toContain(codes.length ? `: ${codes.length} ` : "không có");
  const [run] = /S-[0-9A-F]{12}/.exec(listed)!;
  await person.says("xuất csv");
  const rows = rowsOfCsv((await exported()).toString("utf8"));
  expect(rows.map(([, code]) => String(code)).toSorted()).toEqual(codes);
  expect(rows.every((cells) => cells.at(-1) === run)).toBe(true);
  await person.says("xuất excel");
  const [sheet] = await sheetsOf(await exported());
  const cells = sheet!.rows.slice(3).map(([, code]) => String(code));
  expect(cells.toSorted()).toEqual(codes);
  expect(String(sheet!.rows[1]![0])).toContain(`${showNumber(codes.length)} hồ sơ. Số liệu`);
  expect(String(sheet!.rows[1]![0])).toContain(`Mã số liệu ${run}.`);
}

describe("for the same question", () => {
  it("chat, the staff's page, the page for everybody, JSON, the form, the report, tables and lists with their exports all give the numbers of a slow recount", async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        anyQuestion,
        fc.constantFrom(whileRunning, onceOver),
        fc.constantFrom(undefined, "HCTP"),
        fc.constantFrom(...dossierMeasures),
        async ({ dossiers }, moment, unitCode, measure) => {
          now = new Date(moment.getTime() + runs++ * apartMs);
          await storeDossiers(test.app.database, dossiers);
          const asked = dossiers.filter(
            ({ unitPath }) => unitCode === undefined || unitPath.includes(unitCode),
          );
          const expected = recount(asked, period, now);
          const figures = (await test.app.statistics.figures({
            period,
            now,
            ...(unitCode && { unitCode }),
          }))!;
          const json = reportJson(figures, test.app.say);
          expect(json).toMatchObject({ dossiers: expected });
          const { run } = json as { run: string };

          const person = personTalkingTo(test.app, { as: "giam-doc" });
          const command = unitCode ? figuresCommand({ period, unitCode }) : "/thongke quy1 2021";
          const chat = wordsOf(await person.presses(command));
          saidInChat(expected, chat);
          expect(chat).toContain(run);

          const visitor = await signedIn();
          const query = `ky=quy+1/2021${unitCode ? `&donvi=${unitCode}` : ""}`;
          const page = await readText(visitor, `/lamviec/solieu?${query}`);
          expect(page).toContain(run);
          const counts = countsOnPage(page);
          expect(counts.size).toBe(14);
          for (const each of dossierMeasures.filter((one) => one !== "handled" && one !== "late"))
            expect([each, counts.get(say(`staff-measure-${each}`))]).toEqual([each, countOf(each, expected)]);

          const csv = rowsOfCsv(await readText(visitor, `/lamviec/solieu/csv?theo=field&${query}`));
          for (const [at, each] of dossierMeasures.entries())
            expect([each, csv.reduce((sum, cells) => sum + Number(cells[at + 1]), 0)]).toEqual([
              each,
              countOf(each, expected),
            ]);
          expect(csv.every((cells) => cells.at(-1) === run)).toBe(true);

          const bytes = async (kind: string) =>
            new Uint8Array(await (await visitor.get(`/lamviec/solieu/${kind}?${query}`)).arrayBuffer());
          const [form, , list] = await sheetsOf(await bytes("xlsx"));
          expect(form!.rows.find(([first]) => first === "Tổng cộng")!.slice(2)).toEqual(formOf(expected));
          expect(list!.rows.length - 3).toBe(expected.received.total + expected.carriedOver);
          expect(form!.rows.flat().join(" ")).toContain(run);
          const report = wordsOfDocument(await bytes("docx")).join("\n");
          const { resolved, open } = expected;
          expect(report).toContain(
            `${expected.received.total} hồ sơ tiếp nhận trong kỳ và ${expected.carriedOver} hồ sơ từ kỳ trước chuyển sang.`,
          );
          expect(report).toContain(
            resolved.total
              ? `Đã giải quyết ${resolved.total} hồ sơ: trước hạn ${resolved.early} hồ sơ, đúng hạn ${resolved.onTime} hồ sơ, quá hạn ${resolved.late} hồ sơ`
              : "Trong kỳ chưa giải quyết hồ sơ nào.",
          );
          expect(report).toContain(
            `Đang giải quyết ${open.total} hồ sơ: trong hạn ${open.inTime} hồ sơ, quá hạn ${open.late} hồ sơ`,
          );
          expect(report).toContain(run);

          await agreesOnTheList(measure, asked, unitCode, visitor);

          const published = await visitorOf(serving.url!).get("/so-lieu/2021/quy-1");
          expect(published.status).toBe(moment === onceOver ? 200 : 404);
          if (moment === onceOver) publishedOf(recount(dossiers, period, now), await published.text());
        },
      ),
      { numRuns: 10 },
    );
  });
});
