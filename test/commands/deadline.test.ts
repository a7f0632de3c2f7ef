import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { runCommandLine } from "../../src/commands/command-line.ts";
import type { Database } from "../../src/persistence/database.ts";
import { readKeptWorkingCalendars } from "../../src/persistence/read-working-calendars.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query("insert into unit (code, name) values ('H57.16', 'Sở Tư pháp')");
});
afterAll(() => database[Symbol.asyncDispose]());

const deadline = (...args: string[]) => runMotcua(["deadline", ...args], database.url);

async function answerTo(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await deadline(...args, "--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("motcua deadline", () => {
  it("reckons as one would by hand, in sentences", async () => {
    const steps = [
      "Nhận lúc 16:40 thứ Sáu 30/04/2021.",
      "Ngoài giờ làm việc, nên tính từ 07:30 thứ Ba 04/05/2021.",
      "Thời hạn 5 ngày làm việc; ngày nhận không tính.",
      "Không tính ngày nghỉ: 30/04 (Ngày Chiến thắng), 01/05 (Quốc tế Lao động), 03/05 (nghỉ bù 1/5).",
      "Hẹn 17:00 thứ Hai 10/05/2021.",
    ];
    const asked = ["--from", "2021-04-30T16:40", "--working-days", "5"];
    expect(await answerTo(...asked)).toEqual({ due: "2021-05-10T17:00:00+07:00", steps });
    expect(await deadline(...asked)).toEqual({ code: 0, stdout: `${steps.join("\n")}\n`, stderr: "" });
  });

  it.each([
    [["--from", "2021-03-15T09:40:00Z", "--working-hours", "4"], "2021-03-16T11:10:00+07:00"],
    [["--from", "2021-03-15 08:00", "--working-hours", "0.5"], "2021-03-15T08:30:00+07:00"],
    [["--from", "2021-01-29", "--calendar-days", "15"], "2021-02-17T17:00:00+07:00"],
    [["--from", "2021-03-15T08:00", "--working-days", "1", "--unit", "H57.16"], "2021-03-16T17:00:00+07:00"],
  ])("of %j is %s", async (args, due) => {
    expect(await answerTo(...args)).toMatchObject({ due });
  });

  it("counts the working minutes until an instant", async () => {
    const asked = ["--from", "2021-04-29T16:40", "--until", "2021-05-04T08:00:00+07:00"];
    expect(await answerTo(...asked)).toEqual({ workingMinutes: 50 });
    expect((await deadline(...asked)).stdout).toBe("50 working minutes\n");
  });

  it("says that a date beyond the last confirmed year is provisional", async () => {
    const asked = ["--from", "2026-12-30T08:00", "--working-days", "5"];
    expect(await answerTo(...asked)).toEqual({
      due: "2027-01-07T17:00:00+07:00",
      expected: true,
      steps: expect.arrayContaining(["Không tính ngày nghỉ: 01/01 (Tết Dương lịch, dự kiến)."]),
    });
    expect((await deadline(...asked)).stdout).toMatch(/ngày hẹn là dự kiến\.\n$/);
    expect(await answerTo("--from", "2026-12-30T08:00", "--working-days", "1")).not.toHaveProperty(
      "expected",
    );
  });

  it("goes by a unit's own hours and days off, and by the calendar of an earlier promise", async () => {
    await database.query("insert into unit (code, name) values ('H57.17', 'Phòng Công chứng')");
    const { version } = await readKeptWorkingCalendars(database);
    await database.query(
      `insert into day_exception (day, kind, unit_id) select '2021-03-16', 'off', id from unit where code = 'H57.17'`,
    );
    await database.query(
      `insert into working_hours (weekday, from_minute, to_minute, unit_id)
       select 3, 480, 720, id from unit where code = 'H57.17'`,
    );
    const asked = ["--from", "2021-03-15T08:00", "--working-days", "1"];
    expect(await answerTo(...asked)).toMatchObject({ due: "2021-03-16T17:00:00+07:00" });
    expect(await answerTo(...asked, "--unit", "H57.17")).toMatchObject({ due: "2021-03-17T12:00:00+07:00" });
    const promised = [...asked, "--unit", "H57.17", "--calendar", version];
    expect(await answerTo(...promised)).toMatchObject({ due: "2021-03-16T17:00:00+07:00" });
  });

  it.each([
    [["--from", "2021-03-15", "--working-days", "1", "--calendar", "never"], 'calendar "never"'],
    [["--from", "yesterday", "--working-days", "1"], "ISO 8601"],
    [["--from", "2021-02-30T08:00", "--working-days", "1"], "ISO 8601"],
    [["--from", "2021-03-15T25:00", "--working-days", "1"], "ISO 8601"],
    [["--from", "9999-12-31T08:00", "--working-days", "1"], "ISO 8601"],
    [["--working-days", "1"], "--from"],
    [["--from", "2021-03-15"], "exactly one"],
    [["--from", "2021-03-15", "--working-days", "1", "--working-hours", "1"], "exactly one"],
    [["--from", "2021-03-15", "--working-days", "1", "--until", "2021-03-16"], "exactly one"],
    [["--from", "2021-03-15", "--working-days", "0"], "whole number"],
    [["--from", "2021-03-15", "--working-days", "-3"], "whole number"],
    [["--from", "2021-03-15", "--working-days", "1.5"], "whole number"],
    [["--from", "2021-03-15", "--working-days", "two"], "whole number"],
    [["--from", "2021-03-15", "--working-days", "99999999"], "up to 3650"],
    [["--from", "2021-03-15", "--calendar-days", "1e3"], "whole number"],
    [["--from", "2021-03-15", "--working-hours", "0"], "above 0"],
    [["--from", "2021-03-15", "--until", "2021-03-14"], "before --from"],
    [["--from", "2021-03-15", "--working-days", "1", "--unit", "H99"], 'no unit "H99"'],
  ])("refuses %j", async (args, reason) => {
    vi.stubEnv("DATABASE_URL", database.url);
    const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => void vi.unstubAllEnvs());
    onTestFinished(() => told.mockRestore());
    expect(await runCommandLine(["deadline", ...args])).toBe(1);
    expect(told.mock.calls.join("")).toContain(reason);
  });
});
