import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backgroundWork } from "../../../src/background-work.ts";
import { defaultSettings, type IdentityRules } from "../../../src/domain/settings/settings.ts";
import { createStaffAccountStore } from "../../../src/persistence/staff-account-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../../support/feedback-town.ts";
import { personTalkingTo, wordsOf } from "../../support/people.ts";
import { signIn, type SignedIn } from "../../support/signed-in.ts";

const list = "/lamviec/duyet";
const rule = "/lamviec/caidat/phan-cong/muc/1";

let town: FeedbackTown;
let serving: Serving;
let quan: SignedIn;
let dung: SignedIn;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  await query(
    `insert into staff_member (username, full_name, role, unit_id)
     select 'dung', 'Hoàng Dung', 'admin', unit_id from staff_member where username = 'quan'`,
  );
  quan = await signIn("quan", town, serving);
  dung = await signIn("dung", town, serving);
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(async () => {
  town.now = at("2026-11-23 08:00");
  await query("delete from approval");
  await query("update routing_rule set phrases = '{}'");
});

const query = <Row>(text: string, values: unknown[] = []) => town.test.app.database.query<Row>(text, values);
const decides = (rules: Partial<IdentityRules>) =>
  town.test.app.settings.write(
    { identity: { ...defaultSettings.identity, ...rules } },
    { by: { kind: "operator", name: "test" }, channel: "test", at: town.now },
  );
const newest = async () =>
  (await query<{ id: string }>("select id::text from approval order by id desc limit 1"))[0]!.id;
const phrases = async () =>
  (await query<{ phrases: string[] }>("select phrases from routing_rule"))[0]!.phrases;
const changes = (words: string) => quan.sends(rule, rule, { tu_khoa: words });
const deeds = async () =>
  (
    await query<{ told: string }>(
      "select actor || ' ' || deed as told from audit_act where deed ~ '^approval' order by id desc limit 2",
    )
  )
    .map(({ told }) => told)
    .toReversed();

describe("a change of policy, where it needs four eyes", () => {
  it("waits, says what exactly to another administrator alone, and is done as it was approved", async () => {
    await decides({ fourEyes: ["policy"] });
    const answer = await changes("ghế gãy");
    expect(answer.headers.get("location")).toBe(`${list}?cho=1`);
    expect(await phrases()).toEqual([]);
    const id = await newest();
    const told = await query<{ recipient: string }>(
      "select recipient ->> 'username' as recipient from notice where kind = 'approval-asked'",
    );
    expect(told).toEqual([{ recipient: "dung" }]);
    expect(await quan.reads(list)).not.toContain(`${id}/dong-y`);
    const seen = await dung.reads(list);
    expect(seen).toContain("ghế gãy");
    expect(seen).toContain("Đỗ Quân");
    expect((await dung.sends(list, `${list}/${id}/dong-y`)).status).toBe(303);
    expect(await deeds()).toEqual(["quan approval-asked", "dung approval-given"]);
    // Other words than those approved wait anew.
    await changes("ghế hỏng");
    expect(await phrases()).toEqual([]);
    expect(await quan.reads(list)).toContain("Thực hiện");
    await changes("ghế gãy");
    expect(await phrases()).toEqual(["ghế gãy"]);
    await query("update routing_rule set phrases = '{}'");
    // An approval is used once.
    await changes("ghế gãy");
    expect(await phrases()).toEqual([]);
  });

  it("is not approved by whoever asked, nor by somebody who is no administrator", async () => {
    await decides({ fourEyes: ["policy"] });
    await changes("ghế gãy");
    const id = await newest();
    await quan.sends(list, `${list}/${id}/dong-y`);
    const minh = await signIn("minh", town, serving);
    expect((await minh.sends(list, `${list}/${id}/dong-y`)).status).toBe(403);
    expect(await minh.reads(list)).not.toContain("ghế gãy");
    expect(await query("select 1 from approval where is_approved")).toEqual([]);
  });

  it("is declined with a reason that whoever asked reads, and not without one", async () => {
    await decides({ fourEyes: ["policy"] });
    await changes("ghế gãy");
    const id = await newest();
    await dung.sends(list, `${list}/${id}/tu-choi`);
    expect(await query("select 1 from approval where decided_at is not null")).toEqual([]);
    await dung.sends(list, `${list}/${id}/tu-choi`, { "ly-do": "Từ khoá quá rộng" });
    expect(await quan.reads(list)).toContain("Từ khoá quá rộng");
    await changes("ghế gãy");
    expect(await phrases()).toEqual([]);
  });

  it("is over after three days", async () => {
    await decides({ fourEyes: ["policy"] });
    await changes("ghế gãy");
    const id = await newest();
    town.now = at("2026-11-26 08:00");
    const late = await signIn("dung", town, serving);
    await late.sends(list, `${list}/${id}/dong-y`);
    expect(await query("select 1 from approval where is_approved")).toEqual([]);
  });

  it("need not wait where nobody decided so, and it takes two administrators to decide it", async () => {
    await decides({});
    await changes("ghế gãy");
    expect(await phrases()).toEqual(["ghế gãy"]);
    const page = "/lamviec/an-toan";
    await query("update staff_member set left_at = now() where username = 'dung'");
    const alone = await quan.sends(page, page, { "bon-mat": "policy", "buoc-hai": "nobody", thang: "12" });
    await query("update staff_member set left_at = null where username = 'dung'");
    expect([alone.status, await alone.text()]).toEqual([
      422,
      expect.stringContaining("ít nhất hai quản trị"),
    ]);
    expect((await quan.sends(page, page, { "bon-mat": "policy", thang: "6" })).status).toBe(303);
    expect(await town.test.app.settings.read()).toMatchObject({
      identity: { fourEyes: ["policy"], bindingMonths: 6, approvesBindings: false, secondStep: "nobody" },
    });
    // From then on taking it back waits as well.
    expect((await quan.sends(page, page, { thang: "12" })).headers.get("location")).toContain(list);
  });
});

it("an export waits for a second administrator where that is decided", async () => {
  await decides({ fourEyes: ["export"] });
  const file = "/lamviec/solieu/csv?ky=quy4%2F2026";
  const refused = await quan.get(file);
  expect([refused.status, refused.headers.get("location")]).toEqual([303, `${list}?cho=1`]);
  await dung.sends(list, `${list}/${await newest()}/dong-y`);
  expect((await quan.get(file)).headers.get("content-type")).toContain("text/csv");
  expect((await quan.get(file)).status).toBe(303);
});

it("an erasure waits for an administrator where that is decided", async () => {
  const hoa = await town.citizen("hoa");
  await hoa.says("/xoadulieu dong y");
  await decides({ fourEyes: ["erasure"] });
  town.now = at("2026-12-02 08:00");
  const erase = () => backgroundWork(town.test.app, []).recurring["erase-people"]();
  const erased = () => query("select 1 from erasure_request where erased_at is not null");
  await erase();
  await erase();
  expect(await query("select kind from approval")).toEqual([{ kind: "erasure" }]);
  expect(await erased()).toEqual([]);
  const later = await signIn("dung", town, serving);
  expect(await later.reads(list)).toContain("người dân");
  await later.sends(list, `${list}/${await newest()}/dong-y`);
  await erase();
  expect(await erased()).toHaveLength(1);
});

describe("a messenger account", () => {
  const codes = ["ABCD2345", "ABCD2346", "ABCD2347"];
  const invites = () => {
    const code = codes.pop()!;
    return town.test.app.database
      .transaction((sql) =>
        createStaffAccountStore(sql).invite(
          { username: "minh", code, expiresAt: new Date(town.now.getTime() + 3_600_000) },
          "quan",
          town.now,
        ),
      )
      .then(() => code);
  };
  const speaks = async (name: string) =>
    (await query<{ speaker: string }>("select speaker from conversation where external_id = $1", [name]))[0]!
      .speaker;

  it("counts once an administrator approved it, where that is decided", async () => {
    await decides({ approvesBindings: true });
    const code = await invites();
    const somebody = personTalkingTo(town.test.app, { name: "may-cua-minh", as: null });
    await somebody.says(`/lienket ${code}`);
    expect(wordsOf(await somebody.says(`/lienket ${code} dongy`))).toContain("duyệt xong");
    expect(await speaks("may-cua-minh")).toBe("citizen");
    await dung.sends(list, `${list}/${await newest()}/dong-y`);
    expect(await speaks("may-cua-minh")).toBe("minh");
  });

  it("lapses when nobody confirms it, with a reminder before", async () => {
    await decides({ bindingMonths: 6 });
    const code = await invites();
    const minh = personTalkingTo(town.test.app, { name: "may-khac", as: null });
    expect(wordsOf(await minh.says(`/lienket ${code} dongy`))).toContain("Đã liên kết với Lê Minh");
    const tend = () => backgroundWork(town.test.app, []).recurring["tend-bindings"]();
    const reminders = async () => (await query("select 1 from notice where kind = 'binding-lapses'")).length;
    await tend();
    const before = await reminders();
    town.now = at("2027-05-15 08:00");
    await tend();
    await tend();
    expect(await reminders()).toBeGreaterThan(before);
    expect(wordsOf(await minh.says("/lienket giu"))).toContain("vẫn liên kết");
    town.now = at("2027-05-30 08:00");
    await tend();
    expect(await speaks("may-khac")).toBe("minh");
    expect(await speaks("may-cua-minh")).toBe("citizen");
    town.now = at("2027-12-01 08:00");
    await tend();
    expect(await speaks("may-khac")).toBe("citizen");
    expect(
      await query("select 1 from staff_event where kind = 'unlinked' and actor = 'system'"),
    ).toHaveLength(2);
  });
});

describe("sessions", () => {
  it("are all ended but this one by their owner, and all of them by an administrator", async () => {
    const [desk, phone] = [await signIn("minh", town, serving), await signIn("minh", town, serving)];
    await phone.sends("/lamviec/phien", "/lamviec/phien/ket-thuc-het");
    expect((await desk.get("/lamviec")).status).toBe(401);
    expect((await phone.get("/lamviec")).status).toBe(200);
    const page = "/lamviec/caidat/can-bo/muc/minh";
    expect((await quan.sends(page, `${page}/tai-khoan/ket-thuc-phien`)).status).toBe(303);
    expect((await phone.get("/lamviec")).status).toBe(401);
  });
});
