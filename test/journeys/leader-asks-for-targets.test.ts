import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { createTargetStore } from "../../src/persistence/target-store.ts";
import { runIdOf } from "../../src/domain/statistics/figure-run.ts";
import { namedPeriod } from "../../src/domain/statistics/periods.ts";
import { createFigureRunStore } from "../../src/persistence/figure-run-store.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const buttonsOf = (replies: Reply[]) =>
  replies.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])));
const leader = () => personTalkingTo(test.app, { as: "lanhdao" });

describe("a leader who asks for targets", () => {
  it("hears how far the published quarter was from its target, in points and in dossiers", async () => {
    const said = wordsOf(await leader().says("/chitieu quy1 2021"));
    expect(said).toContain("1/1 chỉ tiêu chưa đạt");
    expect(said).toContain("Thực hiện: 13,85% (431/3.112)");
    expect(said).toContain("Chỉ tiêu: 25% (cam kết với UBND tỉnh (minh hoạ))");
    expect(said).toContain("còn thiếu 11,15 điểm phần trăm, bằng 347 hồ sơ trực tuyến");
    expect(said).not.toContain("Dự báo");
    expect(said).toMatch(/Số liệu đến hết ngày 14\/03\/2021\. Mã số liệu S-[0-9A-F]{12}\./);
  });

  it("carries on from figures, and hears a forecast with its assumption for the running quarter", async () => {
    const person = leader();
    await person.says("/thongke quy1 2021");
    expect(wordsOf(await person.says("còn thiếu bao nhiêu?"))).toContain("347 hồ sơ trực tuyến");
    const said = wordsOf(await person.says("dự báo cuối quý"));
    expect(said).toContain("Chỉ tiêu Quý IV/2026");
    expect(said).toMatch(/Dự báo cuối kỳ: [\d,]+% – (không )?đạt/);
    expect(said).toMatch(/15 ngày làm việc còn lại như 20 ngày làm việc vừa qua/);
    expect(wordsOf(await person.says("dự báo cuối năm"))).toContain("Chỉ tiêu Năm 2026");
  });

  it("sees no forecast from too little, and no target where none was set", async () => {
    await createTargetStore(test.app.database).set(
      {
        indicator: "satisfactionRate",
        unitCode: null,
        validFrom: "2026-09-15" as Day,
        validTo: "2026-12-14" as Day,
        value: 0.9,
        source: "Kế hoạch 5/KH-STP",
      },
      { by: "Hoa", now },
    );
    const said = wordsOf(await leader().says("chỉ tiêu quý này"));
    expect(said).toContain("Tỷ lệ hài lòng với việc giải quyết");
    expect(said).toContain("Chưa đủ số liệu để dự báo");
    expect(wordsOf(await leader().says("/chitieu quy 1/2020"))).toContain("chưa có chỉ tiêu nào được giao");
  });
});

describe("a leader who asks for service quality", () => {
  it("hears what own data carry, what is missing, and goes down to the very cases", async () => {
    const person = leader();
    const replies = await person.says("chỉ số phục vụ quý 4/2026");
    const said = wordsOf(replies);
    expect(said).toContain("Tỷ lệ giải quyết đúng và trước hạn");
    expect(said).toContain(
      "Chưa có dữ liệu nên không tính: công khai, minh bạch; số hoá hồ sơ; thanh toán trực tuyến.",
    );
    const late = buttonsOf(replies).find(({ label }) => label === "Hồ sơ trả quá hạn")!;
    const [, lost] = /đúng và trước hạn: .*mất điểm (\d+)/.exec(said)!;
    const list = wordsOf(await person.presses(late.say));
    expect(list).toContain(`${lost} trường hợp mất điểm`);
    expect(list.match(/: .*hạn .*trả \d\d\//g)).toHaveLength(Number(lost));
    const online = buttonsOf(replies).find(({ label }) => label === "Hồ sơ không trực tuyến")!;
    const first = await person.presses(online.say);
    const next = buttonsOf(first).find(({ label }) => label === "Trang sau")!;
    expect(wordsOf(await person.presses(next.say))).toContain("từ 21 đến 40");
  });

  it("and a citizen hears the rates without anybody's dossier", async () => {
    const citizen = personTalkingTo(test.app);
    expect(buttonsOf(await citizen.says("/chiso quy 4/2026")).map(({ label }) => label)).toEqual([
      "Chỉ tiêu",
    ]);
    expect(wordsOf(await citizen.says("/chiso mat diem dung han quy 4/2026"))).toContain("dành cho cán bộ");
  });
});

describe("an answer of figures", () => {
  it("is kept under the number it bears", async () => {
    const said = wordsOf(await leader().says("/thongke quy1 2021"));
    const [id] = /S-[0-9A-F]{12}/.exec(said)!;
    const run = (await createFigureRunStore(test.app.database).find(id))!;
    expect(run.figures.dossiers.received.total).toBe(2654);
    const period = namedPeriod("quarter", 2021, 1, "reporting");
    const again = (await test.app.statistics.figures({ period, now: run.askedAt }))!;
    expect([runIdOf(run.figures), runIdOf(again)]).toEqual([id, id]);
  });
});
