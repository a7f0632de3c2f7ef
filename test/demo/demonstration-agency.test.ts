import { describe, expect, it } from "vitest";
import { demonstrationAgency } from "../../demo/demonstration-agency.ts";
import type { Row } from "../../demo/rows.ts";

const days = ["2026-11-23", "2027-01-03", "2026-02-18", "2026-01-01", "2026-11-15"];
const at = (day: string) => new Date(`${day}T09:30:00+07:00`);
const rowsOf = (day: string, kind: string) =>
  demonstrationAgency(at(day)).files.find((file) => file.kind === kind)!.rows;

/** `dd/MM/yyyy HH:mm` → text that sorts by time; empty stays empty. */
function sortable(cell: string | undefined): string {
  const [, d, m, y, time = ""] = /^(\d\d)\/(\d\d)\/(\d{4})(.*)$/.exec(cell ?? "") ?? [];
  return d ? `${y}-${m}-${d}${time}` : "";
}
const dayIn = (cell: string | undefined) => sortable(cell).slice(0, 10);

const first = "2020-12-15";
const last = "2021-03-14";
const inQuarter = (cell: string | undefined) => dayIn(cell) >= first && dayIn(cell) <= last;

describe("the demonstration agency", () => {
  it.each(days)("on %s, has the quarter that the department published, figure for figure", (day) => {
    const dossiers = rowsOf(day, "ho-so");
    const received = dossiers.filter((row) => inQuarter(row["tiep_nhan"]));
    const resolved = dossiers.filter((row) => inQuarter(row["hoan_thanh"]));
    const carried = dossiers.filter(
      (row) =>
        dayIn(row["tiep_nhan"]) !== "" &&
        dayIn(row["tiep_nhan"]) < first &&
        !(dayIn(row["hoan_thanh"]) < first && row["hoan_thanh"]),
    );
    const online = received.filter((row) => row["hinh_thuc"] === "truc_tuyen");
    const outcome = (row: Row) =>
      Math.sign(
        dayIn(row["hoan_thanh"]) < dayIn(row["hen_tra"])
          ? -1
          : dayIn(row["hoan_thanh"]) > dayIn(row["hen_tra"])
            ? 1
            : 0,
      );
    expect({
      received: received.length,
      online: online.length,
      carriedOver: carried.length,
      resolved: resolved.length,
      early: resolved.filter((row) => outcome(row) === -1).length,
      onTime: resolved.filter((row) => outcome(row) === 0).length,
      late: resolved.filter((row) => outcome(row) === 1).length,
      open: carried.length + received.length - resolved.length,
      onlineProcedures: new Set(online.map((row) => row["ma_thu_tuc"])).size,
      interlinkedWithHealth: resolved.filter(
        (row) => row["lien_thong"] === "ngang" && row["co_quan_lien_thong"] === "Sở Y tế",
      ).length,
    }).toEqual({
      received: 2654,
      online: 431,
      carriedOver: 458,
      resolved: 2986,
      early: 1973,
      onTime: 1013,
      late: 0,
      open: 126,
      onlineProcedures: 4,
      interlinkedWithHealth: 16,
    });
    const feedback = rowsOf(day, "phan-anh").filter((row) => inQuarter(row["tiep_nhan"]));
    expect(feedback.map((row) => [row["nguon"], row["linh_vuc"]])).toEqual([
      ["1022", "Giao dịch bảo đảm"],
      ["1022", "Hộ tịch"],
    ]);
    expect(feedback.every((row) => row["tra_loi"] && dayIn(row["tra_loi"]) <= dayIn(row["han"]))).toBe(true);
    const tasks = rowsOf(day, "nhiem-vu").filter((row) => inQuarter(row["han"]));
    expect(tasks).toHaveLength(3);
    expect(
      tasks.every(
        (row) => dayIn(row["ngay_giao"]) >= "2021-01-01" && dayIn(row["hoan_thanh"]) < dayIn(row["han"]),
      ),
    ).toBe(true);
    const procedures = rowsOf(day, "thu-tuc");
    const linked = (kind: string) => procedures.filter((row) => row["lien_thong"] === kind).length;
    expect([procedures.length, linked("ngang"), linked("doc")]).toEqual([144, 1, 10]);
  });

  it.each(days)(
    "on %s, shows every state, something due today and something late, and nothing of the future",
    (day) => {
      const dossiers = rowsOf(day, "ho-so");
      expect(new Set(dossiers.map((row) => row["trang_thai"])).size).toBe(10);
      const open = dossiers.filter((row) => row["trang_thai"] === "dang_xu_ly");
      expect(open.some((row) => dayIn(row["hen_tra"]) === day)).toBe(true);
      expect(open.some((row) => row["hen_tra"] && dayIn(row["hen_tra"]) < day)).toBe(true);
      const now = `${day} 09:30`;
      const happened = demonstrationAgency(at(day)).files.flatMap(({ rows }) =>
        rows.flatMap((row) =>
          ["tiep_nhan", "hoan_thanh", "tra_ket_qua", "tra_loi"].map((column) => sortable(row[column])),
        ),
      );
      expect(happened.filter((time) => time > now)).toEqual([]);
    },
  );

  it("is the same whenever it is made on the same day, with each code once", () => {
    expect(demonstrationAgency(at("2026-11-23"))).toEqual(
      demonstrationAgency(new Date("2026-11-23T09:30:00+07:00")),
    );
    const codes = rowsOf("2026-11-23", "ho-so").map((row) => row["ma_ho_so"]);
    expect(codes.length).toBeGreaterThan(4500);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("marks every person as invented and gives phones that cannot be called", () => {
    const rows = [...rowsOf("2026-11-23", "ho-so"), ...rowsOf("2026-11-23", "can-bo")];
    expect(rows.every((row) => (row["nguoi_nop"] ?? row["ho_ten"])!.endsWith("(minh hoạ)"))).toBe(true);
    expect(rows.every((row) => row["so_dien_thoai"]!.startsWith("0900"))).toBe(true);
  });
});
