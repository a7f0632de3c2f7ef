import { describe, expect, it } from "vitest";
import { procedureRows } from "../../demo/catalogue.ts";

describe("the demonstration's catalogue", () => {
  const isInvented = (name: string | undefined) => name!.includes("(minh hoạ)");
  const real = procedureRows.filter(({ ten }) => !isInvented(ten));

  it("has the 144 procedures that were published, at least forty of them real", () => {
    expect(procedureRows).toHaveLength(144);
    expect(new Set(procedureRows.map(({ ten }) => ten)).size).toBe(144);
    expect(real.length).toBeGreaterThanOrEqual(40);
  });

  it("says of each what it needs, takes, costs and where, and that the source is to be checked", () => {
    for (const row of procedureRows) {
      for (const column of ["thanh_phan_ho_so", "thoi_han", "phi", "noi_nop", "nguon"])
        expect(row[column], `${row["ten"]} ${column}`).toBeTruthy();
      expect(row["nguon"]).toContain("kiểm tra lại với nguồn trước khi dùng thật");
    }
  });
});
