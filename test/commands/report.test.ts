import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { readPng, sheetsOf, wordsOfDocument } from "../support/read-report.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "motcua-report-"));
  await database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
  await database.query("insert into field (name) values ('Hộ tịch')");
  await database.query(`
    insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
    select 'P1', 'Trích lục hộ tịch', id, 'full', 'none', true, now() from field`);
  await database.query(`
    insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, finished_at, resolved_at, interlinked)
    select 'H57.16-210110-0001', procedure.id, unit.id, 'online', 'returned', '2021-01-11T02:00:00Z', '2021-01-13T10:00:00Z',
           '2021-01-12T02:00:00Z', '2021-01-12T02:00:00Z', 'none' from procedure, unit`);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database[Symbol.asyncDispose]();
});

async function report(format: string, ...more: string[]): Promise<Buffer> {
  const out = join(folder, `report.${format}`);
  const args = ["report", "quy1", "2021", "--format", format, "--out", out, ...more];
  expect(await runMotcua(args, database.url)).toEqual({ code: 0, stdout: `${out}\n`, stderr: "" });
  return await readFile(out);
}

describe("motcua report", () => {
  it("writes the official form, the narrative report and a chart as files, and says which", async () => {
    const [form] = await sheetsOf(await report("xlsx"));
    expect(form!.rows.find(([first]) => first === "Tổng cộng")!.slice(2, 6)).toEqual([1, 1, 0, 0]);
    expect(wordsOfDocument(await report("docx")).join("\n")).toContain(
      "Đã giải quyết 1 hồ sơ: trước hạn 1 hồ sơ",
    );
    expect(readPng(await report("png", "--chart", "units")).width).toBe(1080);
  });

  it("writes text and JSON to a file when asked", async () => {
    expect((await report("text")).toString()).toContain("Quý I/2021 (15/12/2020–14/03/2021): nhận 1 hồ sơ");
    expect(JSON.parse((await report("json")).toString())).toMatchObject({
      dossiers: { received: { total: 1 } },
    });
  });

  it.each([
    [["docx", "--unit", "XYZ"], 'There is no unit "XYZ".'],
    [["docx", "--template", "/nowhere/own.docx"], "The template cannot be read"],
    [["docx", "--template", "package.json"], "The template is at fault. It is no Word document (.docx)."],
  ])("refuses %j in plain words", async ([format, ...more], why) => {
    const out = join(folder, "refused");
    const args = ["report", "quy1", "2021", "--format", format!, "--out", out, ...more];
    const { code, stdout, stderr } = await runMotcua(args, database.url);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(why);
    await expect(readFile(out)).rejects.toThrow("ENOENT");
  });
});

describe("motcua report of a period that was signed off", () => {
  const json = async (...more: string[]) => JSON.parse((await report("json", ...more)).toString()) as object;

  it("is frozen in the name of whoever signs, and tells what is moved later", async () => {
    const signing = ["report", "quy1", "2021", "--sign-off", "Trần Thị Lan", "--document", "12/BC-STP"];
    expect(await runMotcua(signing, database.url)).toMatchObject({
      code: 0,
      stdout: "Signed off as snapshot 1.\n",
    });
    await database.query("update dossier set received_at = '2020-12-10T02:00:00Z'");
    expect(await json()).toMatchObject({
      dossiers: { received: { total: 0 }, carriedOver: 1 },
      snapshot: { id: "1", signedBy: "Trần Thị Lan", document: "12/BC-STP" },
      adjustments: [
        { figure: "carriedOver", signed: 0, now: 1 },
        { figure: "received", signed: 1, now: 0 },
        { figure: "receivedOnline", signed: 1, now: 0 },
      ],
    });
  });

  it("is drawn as it was signed off", async () => {
    expect(await json("--snapshot")).toMatchObject({
      dossiers: { received: { total: 1 }, carriedOver: 0 },
      adjustments: [],
    });
    const [form] = await sheetsOf(await report("xlsx", "--snapshot"));
    expect(form!.rows.find(([first]) => first === "Tổng cộng")!.slice(2, 6)).toEqual([1, 1, 0, 0]);
    const words = wordsOfDocument(await report("docx", "--snapshot")).join("\n");
    expect(words).toContain("Đã giải quyết 1 hồ sơ: trước hạn 1 hồ sơ");
  });

  it.each([
    [["quy1", "2021", "--format", "png"], "leave --snapshot out"],
    [["quy2", "2021"], "Nothing was signed off"],
  ])("is refused for %j in plain words", async (asked, why) => {
    const refused = await runMotcua(["report", ...asked, "--snapshot"], database.url);
    expect({ code: refused.code, why: refused.stderr }).toEqual({
      code: 1,
      why: expect.stringContaining(why) as string,
    });
  });
});

describe("motcua report --run", () => {
  it("asks again as of then, and names each number that is another by now", async () => {
    const asked = await runMotcua(["report", "quy1", "2021", "--format", "json"], database.url);
    const { run, targets, serviceQuality } = JSON.parse(asked.stdout) as {
      run: string;
      targets: unknown[];
      serviceQuality: { indicators: unknown[]; missing: string[] };
    };
    expect(targets).toEqual([]);
    expect(serviceQuality.indicators).toContainEqual({
      indicator: "onTimeRate",
      rate: 1,
      good: 1,
      whole: 1,
      lost: 0,
    });
    expect(serviceQuality.missing).toEqual(["openness", "digitisation", "payment"]);
    await database.query("update dossier set due_at = resolved_at - interval '10 days'");
    const moved = await runMotcua(["report", "--run", run.toLowerCase()], database.url);
    expect(moved.stdout).toContain(`Mã số liệu ${run}`);
    expect(moved.stdout).toContain("dossiers.resolved.late: 0 → 1");
  });
});
