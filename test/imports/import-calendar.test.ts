import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkingCalendars } from "../../src/persistence/read-working-calendars.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import { createImportRoom, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => void (room = await createImportRoom()));
afterAll(() => room[Symbol.asyncDispose]());

/** The hours of a week from Monday to Sunday, as people write them. */
async function weekOf(unitCode?: string): Promise<string[]> {
  const calendar = (await readWorkingCalendars(room.database)).of(unitCode);
  // An ordinary week, Monday 15 to Sunday 21 March 2021.
  return [15, 16, 17, 18, 19, 20, 21].map((day) =>
    calendar
      .shiftsOn(`2021-03-${day}` as Day)
      .map(({ fromMinute, toMinute }) => `${fromMinute / 60}-${toMinute / 60}`)
      .join(" "),
  );
}

const ordinary = "7.5-11.5 13.5-17";
const usual = [ordinary, ordinary, ordinary, ordinary, ordinary, "", ""];

describe("days off of one unit", () => {
  it("stand beside the agency's of the same day, and again change nothing", async () => {
    const file =
      "ngay,loai,ghi_chu,can_cu,ma_don_vi\n15/03/2022,nghi,Diễn tập,,\n15/03/2022,lam_bu,Trực,QĐ 1,H57.16.01\n";
    expect(await room.importText("ngay-nghi", file)).toMatchObject({ added: 2, rejected: 0 });
    expect(await room.importText("ngay-nghi", file)).toMatchObject({ unchanged: 2 });
    const calendars = await readWorkingCalendars(room.database);
    const on = "2022-03-15" as Day;
    expect(
      [undefined, "H57.16", "H57.16.01"].map((unit) => calendars.of(unit).exceptionOn(on)?.kind),
    ).toEqual(["off", "off", "make-up"]);
  });

  it("are refused twice with different words, and for a unit that nobody knows", async () => {
    const file =
      "ngay,loai,ghi_chu,ma_don_vi\n16/03/2022,nghi,a,\n16/03/2022,nghi,b,\n16/03/2022,nghi,c,H57.16\n17/03/2022,nghi,,H99\n";
    expect(await room.importText("ngay-nghi", file)).toMatchObject({
      added: 2,
      rejections: [
        { line: 3, reason: expect.stringContaining("dòng 2") },
        { line: 5, columns: "ma_don_vi", reason: expect.stringContaining('"H99"') },
      ],
    });
  });
});

describe("working hours", () => {
  const header = "thu,tu,den,ma_don_vi";
  const hours = (...rows: string[]) => room.importText("gio-lam-viec", [header, ...rows, ""].join("\n"));

  it("are office hours until an import says otherwise", async () => {
    expect(await weekOf()).toEqual(usual);
  });

  it("may be split, on a Saturday, on a Sunday, and of one unit", async () => {
    const rows = ["2,07:00,11:00,H57.16.01", "2,13h,17h30,H57.16.01", "Thứ bảy,8:00,12:00,H57.16.01"];
    rows.push("Chủ nhật,8h,9h,H57.16.01", "CN,9h,10h,H57.16.01");
    expect(await hours(...rows)).toMatchObject({ added: 5, rejected: 0 });
    expect(await weekOf("H57.16.01")).toEqual(["7-11 13-17.5", ...usual.slice(1, 5), "8-12", "8-9 9-10"]);
    expect(await weekOf("H57.16")).toEqual(usual);
    expect(await hours(...rows)).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
  });

  it("take the place of those that they overlap, and leave the others", async () => {
    expect(await hours("2,07:30,11:30,H57.16.01", "2,13:00,16:30,H57.16.01")).toMatchObject({
      added: 1,
      changed: 1,
    });
    expect((await weekOf("H57.16.01"))[0]).toBe("7.5-11.5 13-16.5");
  });

  it("may come from cells of a spreadsheet that hold a time", async () => {
    const sheet = await writeXlsx({
      sheets: [
        {
          name: "Giờ làm việc",
          rows: [header.split(","), ["6", 0, 0, "H57.16.01"]],
          cells: new Map(
            [8 / 24, 11.5 / 24].map((value, at) => [`1,${at + 1}`, { value, style: { numFmt: "hh:mm" } }]),
          ),
        },
      ],
    });
    const outcome = await room.importText("gio-lam-viec", Buffer.from(sheet), { name: "gio.xlsx" });
    expect(outcome).toMatchObject({ added: 1, rejected: 0 });
    expect((await weekOf("H57.16.01"))[4]).toBe("8-11.5");
  });

  it("need both columns of hours, lest a weekday seem to have none", async () => {
    expect(await room.importText("gio-lam-viec", "thu\n2\n")).toMatchObject({
      kind: "refused",
      sentence: expect.stringContaining("Thiếu cột: tu, den"),
    });
  });

  it("are none on a weekday without times, until it has some again", async () => {
    await hours("7,,,H57.16.01");
    expect((await weekOf("H57.16.01"))[5]).toBe("");
    await hours("7,08:00,11:00,H57.16.01");
    expect((await weekOf("H57.16.01"))[5]).toBe("8-11");
  });

  it.each([
    ["reversed", "3,11:30,07:30,", "Giờ kết thúc phải sau giờ bắt đầu"],
    ["without an end", "3,07:30,,", "Cần có cả giờ bắt đầu và giờ kết thúc"],
    ["at no time of the day", "3,25:00,26:00,", '"25:00" không phải là giờ'],
    ["at sixty minutes", "3,07:60,09:00,", '"07:60" không phải là giờ'],
    ["on no weekday", "9,07:30,11:30,", '"9"'],
    ["of nobody", "3,07:30,11:30,H99", '"H99"'],
  ])("are refused when %s", async (_what, row, reason) => {
    expect(await hours(row)).toMatchObject({
      added: 0,
      rejections: [{ line: 2, reason: expect.stringContaining(reason) }],
    });
  });

  it("are refused where they overlap an earlier line of the same unit and weekday", async () => {
    const outcome = await hours(
      "4,07:30,11:30,",
      "4,11:00,12:00,",
      "4,,,",
      "5,11:00,12:00,",
      "4,11:30,12:00,",
    );
    expect(outcome).toMatchObject({
      added: 3,
      rejections: [
        { line: 3, reason: expect.stringContaining("trùng với dòng 2") },
        { line: 4, reason: expect.stringContaining("trùng với dòng 2") },
      ],
    });
    expect(await weekOf()).toEqual([ordinary, ordinary, "7.5-11.5 11.5-12", "11-12", ordinary, "", ""]);
  });
});
