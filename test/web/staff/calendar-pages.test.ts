import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { visitorOf, type Visitor } from "../../support/http-visitor.ts";

let town: FeedbackTown;
let serving: Serving;
let hoa: Citizen;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  hoa = await town.citizen("Hoa");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(async () => {
  town.now = at("2026-11-23 08:00");
  await town.test.app.database.query("delete from day_exception");
  await town.test.app.database.query("delete from working_hours");
});

async function signedIn(username: string): Promise<Visitor & { token: string }> {
  const visitor = visitorOf(serving.url!);
  const link = await createSignInStore(town.test.app.database).issue(username, town.now);
  await visitor.submit(`/vao/${link}`, {});
  const page = await (await visitor.get("/lamviec")).text();
  return { ...visitor, token: /name="token" value="([^"]+)"/.exec(page)![1]! };
}

const closure = {
  from: "2026-11-25",
  until: "2026-11-26",
  kind: "off",
  note: "Di chuyển trụ sở",
  basis: "QĐ 12/QĐ-STP",
  unit: "",
};

async function preview(visitor: Visitor & { token: string }, change: Record<string, string>) {
  const answer = await visitor.submit("/lamviec/lich/xem-truoc", { token: visitor.token, ...change });
  const page = await answer.text();
  return { status: answer.status, page, seen: /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? "" };
}

describe("a change of the calendar", () => {
  it("shows each deadline it would move, from when to when, and moves nothing before it is confirmed", async () => {
    const { code, dueAt } = await hoa.files("Đèn đường hỏng");
    expect(dueAt).toEqual(at("2026-11-30 17:00"));
    const quan = await signedIn("quan");
    const { status, page, seen } = await preview(quan, closure);
    expect(status).toBe(200);
    expect(page).toContain(code);
    expect(page).toContain("<s>17:00 thứ Hai 30/11/2026</s>");
    expect(page).toContain("<strong>17:00 thứ Tư 02/12/2026</strong>");
    expect((await town.find(code)).dueAt).toEqual(dueAt);
    expect(await town.test.app.database.query("select from day_exception")).toEqual([]);

    const saved = await quan.submit("/lamviec/lich/luu", { token: quan.token, ...closure, seen });
    expect(saved.status).toBe(303);
    const moved = await town.find(code);
    expect(moved.dueAt).toEqual(at("2026-12-02 17:00"));
    expect(await town.history(code)).toContain("deadline-moved");
    const planned = (await town.notices(code)).filter(({ status: now }) => now === "planned");
    expect(planned.map(({ due_at }) => due_at)).toContainEqual(at("2026-12-02 15:00"));
    expect(planned.map(({ due_at }) => due_at)).not.toContainEqual(at("2026-11-30 15:00"));
    expect(await (await quan.get("/lamviec/lich?nam=2026")).text()).toContain("QĐ 12/QĐ-STP");
  });

  it("is kept under its version, by which the old promise can be reckoned again", async () => {
    const { promise } = await hoa.files("Vỉa hè bị lấn chiếm");
    const quan = await signedIn("quan");
    const { seen } = await preview(quan, closure);
    await quan.submit("/lamviec/lich/luu", { token: quan.token, ...closure, seen });
    const versions = await town.test.app.database.query<{ version: string }>(
      "select version from calendar_version",
    );
    expect(versions.map(({ version }) => version)).toContain(promise!.calendarVersion);
    expect(versions.length).toBeGreaterThan(1);
  });

  it("of a tab that was opened before somebody else's is explained, reckoned anew, and loses nothing", async () => {
    const quan = await signedIn("quan");
    const first = await preview(quan, closure);
    const other = { ...closure, from: "2026-12-10", until: "2026-12-10", note: "Hội nghị" };
    const second = await preview(quan, other);
    await quan.submit("/lamviec/lich/luu", { token: quan.token, ...other, seen: second.seen });
    const late = await quan.submit("/lamviec/lich/luu", { token: quan.token, ...closure, seen: first.seen });
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain("vừa được người khác sửa");
    expect(page).toContain('value="Di chuyển trụ sở"');
    const again = /name="seen" value="([^"]+)"/.exec(page)![1]!;
    const saved = await quan.submit("/lamviec/lich/luu", { token: quan.token, ...closure, seen: again });
    expect(saved.status).toBe(303);
  });

  it.each([
    ["a last day before the first", { until: "2026-11-20" }, "Ngày cuối đứng trước ngày đầu"],
    ["no reference", { basis: " " }, "ghi căn cứ"],
    ["no day", { from: "hôm qua" }, "Ngày chưa đúng"],
    ["more days than a month", { until: "2027-11-20" }, "nhiều nhất 31 ngày"],
    ["days that nobody entered to take back", { kind: "ordinary" }, "chưa có gì được ghi riêng"],
    ["a unit that there is not", { unit: "KHONG.CO" }, "Không có đơn vị này"],
  ])("with %s says so and keeps what was written", async (_what, wrong, sentence) => {
    const { status, page } = await preview(await signedIn("quan"), { ...closure, ...wrong });
    expect(status).toBe(422);
    expect(page).toContain(sentence);
    expect(page).toContain("Di chuyển trụ sở");
  });

  it("is an administrator's, or a leader's for their own unit; an officer only sees", async () => {
    expect((await preview(await signedIn("lan"), closure)).status).toBe(403);
    expect((await preview(await signedIn("lan"), { ...closure, unit: "STP.HCTP" })).status).toBe(200);
    expect((await preview(await signedIn("minh"), { ...closure, unit: "STP.HCTP" })).status).toBe(403);
    const page = await (await (await signedIn("minh")).get("/lamviec/lich")).text();
    expect(page).toContain("Lịch làm việc năm 2026");
    expect(page).not.toContain("xem-truoc");
  });

  it("escapes what was written", async () => {
    const { page } = await preview(await signedIn("quan"), { ...closure, note: "<script>alert(1)</script>" });
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script>alert(1)");
  });

  it("that came by an import moves the same deadlines, by the next round of upkeep", async () => {
    const { code } = await hoa.files("Chậm cấp giấy khai sinh");
    await town.test.app.database.query(
      "insert into day_exception (day, kind, basis) values ('2026-11-27', 'off', 'QĐ 12')",
    );
    await town.passes();
    const moved = await town.find(code);
    expect(moved.dueAt).toEqual(at("2026-12-01 17:00"));
    await town.passes();
    expect((await town.find(code)).version).toBe(moved.version);
  });
});

describe("the hours of the week", () => {
  it("of one unit move its own deadlines, and cannot be laid down unreadably", async () => {
    const { code } = await hoa.files("Nộp hồ sơ ở đâu");
    const lan = await signedIn("lan");
    const week = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [`d${weekday}`, ""]));
    const form = { token: lan.token, unit: "STP.HCTP", ...week, d1: "07:00–11:00, 13:00–16:30" };
    const wrong = await lan.submit("/lamviec/lich/gio/xem-truoc", { ...form, d2: "bảy giờ" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="bảy giờ"');
    const page = await (await lan.submit("/lamviec/lich/gio/xem-truoc", form)).text();
    expect(page).toContain("<strong>16:30 thứ Hai 30/11/2026</strong>");
    const seen = /name="seen" value="([^"]+)"/.exec(page)![1]!;
    expect((await lan.submit("/lamviec/lich/gio/luu", { ...form, seen })).status).toBe(303);
    expect((await town.find(code)).dueAt).toEqual(at("2026-11-30 16:30"));
  });
});
