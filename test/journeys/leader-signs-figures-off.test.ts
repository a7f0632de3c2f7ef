import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { createSignedFiguresStore } from "../../src/persistence/signed-figures-store.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
const quarter = namedPeriod("quarter", 2021, 1, "reporting");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const person = (as?: string) => personTalkingTo(test.app, as === undefined ? {} : { as });
const query = (text: string, values: unknown[] = []) => test.app.database.query(text, values);

describe("figures that are signed off", () => {
  it("are for leaders, of a period that is over, after they were seen", async () => {
    expect(wordsOf(await person().says("/chotso quy1 2021"))).toContain("Chỉ lãnh đạo");
    expect(wordsOf(await person("lanhdao").says("/chotso quý này"))).toContain("chưa kết thúc");
    const leader = person("lanhdao");
    const shown = wordsOf(await leader.says("chốt số liệu quý 1 năm 2021"));
    expect(shown).toContain("nhận 2.654 hồ sơ");
    expect(shown).toContain("Anh/chị chốt số liệu Quý I/2021 như trên?");
    expect(wordsOf(await leader.says("Thôi"))).not.toContain("Đã chốt");
    expect(await createSignedFiguresStore(test.app.database).find({ period: quarter })).toBeUndefined();
  });

  it("stay as they were, and what is corrected later shows as adjustments with its dossiers", async () => {
    const leader = person("lanhdao");
    await leader.says("/chotso quy1 2021");
    expect(wordsOf(await leader.says("Chốt số liệu"))).toContain(
      "Đã chốt số liệu Quý I/2021: nhận 2.654, giải quyết 2.986",
    );
    expect(wordsOf(await leader.says("/thongke quy1 2021"))).toContain("Từ đó chưa có điều chỉnh nào");

    const [late] = await test.app.database.query<{ code: string }>(
      `update dossier set resolved_at = resolved_at + interval '60 days'
       where id = (select id from dossier where is_counted and resolved_on = '2021-03-01' order by id limit 1)
       returning code`,
    );
    const [gone] = await test.app.database.query<{ code: string }>(
      `update dossier set status = 'not-accepted'
       where id = (select id from dossier where is_counted and received_on = '2021-01-12'
                   and submission_mode = 'online' order by id limit 1)
       returning code`,
    );
    const shown = wordsOf(await leader.says("/thongke quy1 2021"));
    expect(shown).toContain("nhận 2.653 hồ sơ");
    expect(shown).toContain("Tiếp nhận: 2.654 → 2.653 (−1)");
    expect(shown).toContain("Tiếp nhận trực tuyến: 431 → 430 (−1)");

    const list = wordsOf(await leader.says("Điều chỉnh sau chốt"));
    expect(list).toContain("1–2 trên 2");
    expect(list).toMatch(new RegExp(`${late!.code}: khi chốt nhận .*; nay nhận .*đang giải quyết`));
    expect(list).toMatch(new RegExp(`${gone!.code}: khi chốt nhận .*; nay không tính trong kỳ`));

    const signed = await createSignedFiguresStore(test.app.database).find({ period: quarter });
    expect(signed).toMatchObject({ figures: { dossiers: { received: { total: 2654, online: 431 } } } });
    const behind = await createSignedFiguresStore(test.app.database).dossiers(signed!.id, 10_000);
    expect(behind).toHaveLength(2654 + 458);
  });

  it("signed off anew keep what was signed before", async () => {
    const leader = person("lanhdao");
    expect(wordsOf(await leader.says("/chotso quy1 2021"))).toContain("Bản đã chốt trước vẫn được giữ");
    expect(wordsOf(await leader.says("Chốt số liệu"))).toContain("nhận 2.653");
    expect(wordsOf(await leader.says("/dieuchinh quy1 2021"))).toContain("Từ đó chưa có điều chỉnh nào");
    expect(await query("select id from figure_snapshot")).toHaveLength(2);
  });

  it("cannot be changed, not even by SQL", async () => {
    await expect(query("update figure_snapshot set signed_by = 'x'")).rejects.toThrow("append-only");
    await expect(query("delete from figure_snapshot_dossier")).rejects.toThrow("append-only");
  });

  it("of a period that nobody signed are said to be none", async () => {
    expect(wordsOf(await person("lanhdao").says("/dieuchinh quy 4/2020"))).toContain(
      "chưa được chốt số liệu",
    );
    expect(wordsOf(await person().says("/dieuchinh quy 4/2020"))).toContain("chỉ dành cho cán bộ");
  });
});
