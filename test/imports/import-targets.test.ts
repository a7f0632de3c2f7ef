import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTargetStore } from "../../src/persistence/target-store.ts";
import { createImportRoom, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => void (room = await createImportRoom()));
afterAll(() => room[Symbol.asyncDispose]());

const header = "chi_so,ma_don_vi,tu_ngay,den_ngay,gia_tri,can_cu";
const online = "ty_le_truc_tuyen_tren_phai_giai_quyet";
const promised = `${online},,15/12/2020,14/03/2021,25%,Công văn 12/STP-VP`;
const ofTheDesk = 'Tỷ lệ đúng hạn,H57.16.01,01/01/2021,,"98,5",Kế hoạch 3/KH-STP';
const january = new Date("2021-01-04T02:00:00Z");
const february = new Date("2021-02-01T02:00:00Z");

const bringIn = (rows: string[], now = january) =>
  room.importText("chi-tieu", [header, ...rows, ""].join("\n"), { name: "chi-tieu.csv", now });
const standing = () => createTargetStore(room.database).list();

describe("targets from a file", () => {
  it("are set per unit, indicator and days with their document, and again without a change", async () => {
    expect(await bringIn([promised, ofTheDesk])).toMatchObject({ added: 2, rejected: 0 });
    expect(await bringIn([promised, ofTheDesk], february)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
    });
    expect(await standing()).toMatchObject([
      {
        indicator: "onlineRateOfHandled",
        unitCode: null,
        validFrom: "2020-12-15",
        validTo: "2021-03-14",
        value: 0.25,
        source: "Công văn 12/STP-VP",
        setBy: "chi-tieu.csv",
        setAt: january,
      },
      { indicator: "onTimeRate", unitCode: "H57.16.01", validTo: null, value: 0.985 },
    ]);
  });

  it("become a newer version where a row says something else, and the old one stays with what took its place", async () => {
    const revised = promised.replace("25%", "30%").replace("12/STP", "40/STP");
    expect(await bringIn([revised, ofTheDesk], february)).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await standing()).toMatchObject([{ value: 0.3, source: "Công văn 40/STP-VP" }, { value: 0.985 }]);
    const history = await createTargetStore(room.database).list({ unitCode: null, withHistory: true });
    expect(history).toMatchObject([
      { value: 0.3, supersededAt: null },
      { value: 0.25, supersededAt: february, supersededBy: "chi-tieu.csv" },
    ]);
    // What was superseded is no target: the file that says so again sets it anew, as a third version.
    expect(await bringIn([promised], february)).toMatchObject({ changed: 1 });
    expect(await standing()).toMatchObject([{ value: 0.25 }, { value: 0.985 }]);
  });

  it("are rejected row by row with what is wrong, and the good rows land", async () => {
    const outcome = await bringIn([
      `${online},,01/04/2021,31/03/2021,25%,Công văn 1`,
      `${online},,01/04/2021,,250%,Công văn 1`,
      `${online},,01/04/2021,,0,Công văn 1`,
      "ty_le_la,,01/04/2021,,25,Công văn 1",
      `${online},KHONG,01/04/2021,,25,Công văn 1`,
      `${online},,01/04/2021,,25,`,
      `${online},,01/04/2021,,0.4,Công văn 2`,
      `${online},,01/04/2021,,0.5,Công văn 2`,
    ]);
    expect(outcome).toMatchObject({ added: 1, rejected: 7 });
    const rejects = await readFile(room.pathOf("chi-tieu.csv.loi.csv"), "utf8");
    for (const [line, column] of [
      [2, "den_ngay"],
      [3, "gia_tri"],
      [4, "gia_tri"],
      [5, "chi_so"],
      [6, "ma_don_vi"],
      [7, "can_cu"],
      [9, "chi_so"],
    ])
      expect(rejects).toContain(`\n${line},${column},`);
    expect((await standing()).map(({ value }) => value)).toEqual([0.25, 0.4, 0.985]);
  });
});
