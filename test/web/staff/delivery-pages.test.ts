import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { visitorOf, type Visitor } from "../../support/http-visitor.ts";
import { createJusticeOffice, type JusticeOffice } from "../../support/justice-office.ts";

const now = new Date("2026-11-23T01:00:00Z");

let office: JusticeOffice;
let serving: Serving;
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
  // No workers: nothing but what a page does may change what is looked at.
  serving = await serve(office.app, office.config, "web");
  await office.app.database.query(
    `insert into conversation (channel, external_id, speaker, created_at, updated_at, unreachable_since, unreachable_reason)
     values ('telegram', '77', 'minh', $1, $1, $1, 'blocked by the person (403: Forbidden)'),
            ('zalo', '5001', 'citizen', $1, $1, null, null), ('web', 'secretsecret', 'citizen', $1, $1, null, null)`,
    [new Date("2026-11-20T01:00:00Z")],
  );
  await office.app.database.query(
    `insert into zalo_reach (user_id, is_reachable, last_interaction_at, free_replies_left) values ('5001', true, $1, 6)`,
    [new Date("2026-11-20T01:00:00Z")],
  );
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

async function linkOf(username: string): Promise<string> {
  return `/vao/${await createSignInStore(office.app.database).issue(username, now)}`;
}

async function signedIn(username: string): Promise<Visitor & { token: string }> {
  const visitor = visitorOf(serving.url!);
  await visitor.submit(await linkOf(username), {});
  const token = /name="token" value="([^"]+)"/.exec(await (await visitor.get("/lamviec")).text())![1]!;
  return { ...visitor, token };
}

const addresses = [
  "/lamviec/guitin",
  "/lamviec/guitin/can-goi",
  "/lamviec/guitin/nguoi",
  "/lamviec/guitin/nguoi/minh",
  "/lamviec/guitin/hang-loat",
];

/** A message to anh Minh that no channel could carry. */
async function leaveUntold(): Promise<string> {
  const [row] = await office.app.database.query<{ id: string }>(
    `insert into outbox (conversation_id, reply, status, created_at, due_at, reason, is_important)
     select id, $1, 'undeliverable', $2, $2, 'blocked by the person (403: Forbidden)', true from conversation where external_id = '77'
     returning id::text`,
    [JSON.stringify({ blocks: [{ kind: "paragraph", text: "Việc PA-2026-000001 sắp quá hạn" }] }), now],
  );
  return row!.id;
}

/** What the audit has of one message or notice, in its order. */
async function actsOn(kind: string, id: string): Promise<string[]> {
  const acts = await office.app.database.query<{ deed: string; outcome: string | null }>(
    `select deed, detail ->> 'outcome' as outcome from audit_act
     where subject_kind = $1 and subject = $2 and actor = 'quan' order by audit_act.id`,
    [kind, id],
  );
  return acts.map(({ deed, outcome }) => [deed, outcome].filter(Boolean).join(" "));
}

describe("the pages about delivery", () => {
  it.each(addresses)("are for administrators alone: %s", async (address) => {
    expect((await (await signedIn("lan")).get(address)).status).toBe(403);
    expect((await visitorOf(serving.url!).get(address)).status).toBe(401);
    expect((await (await signedIn("quan")).get(address)).status).toBe(200);
  });

  it("tell who is reached where, and why not", async () => {
    const page = await (await (await signedIn("quan")).get("/lamviec/guitin/nguoi?tim=le+van")).text();
    expect(page).toContain("Lê Văn Minh");
    expect(page).toContain("người nhận đã chặn trợ lý");
    expect(page).not.toContain("Vũ Thị Thu");
    const all = await (await (await signedIn("quan")).get("/lamviec/guitin/nguoi")).text();
    expect(all).toContain("Zalo cho nhắn đến 27/11/2026 08:00, còn 6 tin miễn phí");
    expect(all).toContain("chưa liên kết tài khoản nhắn tin nào");
    expect(all).not.toContain("secretsecret");
    const gone = await (await signedIn("quan")).get("/lamviec/guitin/nguoi/ai-do");
    expect(gone.status).toBe(404);
  });

  it("say whom to call; who did not answer stays on the list, who was told is off it, and once more is none of it", async () => {
    const quan = await signedIn("quan");
    const id = await leaveUntold();
    const list = async () => (await quan.get("/lamviec/guitin/can-goi")).text();
    expect(await list()).toContain("Việc PA-2026-000001 sắp quá hạn");
    const path = `/lamviec/guitin/can-goi/${id}`;
    const called = (outcome: string) => quan.submit(`${path}/da-goi`, { token: quan.token, outcome });
    expect((await called("perhaps")).status).toBe(400);
    expect((await called("no-answer")).status).toBe(303);
    const still = await list();
    expect(still).toContain("sắp quá hạn");
    expect(still).toContain("Đã gọi lúc 23/11/2026 08:00, không nghe máy (");
    expect((await called("told")).status).toBe(303);
    const after = await list();
    expect(after).toContain("Đã ghi nhận là đã gọi và đã báo");
    expect(after).not.toContain("sắp quá hạn");
    await quan.submit(`${path}/gui-lai`, { token: quan.token });
    expect(await list()).toContain("có người đã xử lý trước");
    expect(await actsOn("message", id)).toEqual(["person-called no-answer", "person-called told"]);
  });

  it("send again what was undeliverable", async () => {
    const quan = await signedIn("quan");
    const id = await leaveUntold();
    await quan.submit(`/lamviec/guitin/can-goi/${id}/gui-lai`, { token: quan.token });
    expect(await office.app.database.query("select status from outbox where id = $1", [id])).toEqual([
      { status: "pending" },
    ]);
    expect(await actsOn("message", id)).toEqual(["delivery-retried"]);
  });

  it("call about a notice to somebody who is on no channel", async () => {
    const quan = await signedIn("quan");
    const [notice] = await office.app.database.query<{ id: string }>(
      `insert into notice (key, kind, recipient, facts, status, reason, planned_at, due_at, settled_at)
       values ('k', 'escalation', '{"kind": "staff", "username": "lan"}', '{}', 'unreachable', 'lan is on no channel',
               $1, $1, $1) returning id`,
      [now],
    );
    const path = `/lamviec/guitin/can-goi/n${notice!.id}`;
    for (const outcome of ["no-answer", "wrong-number"])
      await quan.submit(`${path}/da-goi`, { token: quan.token, outcome });
    expect(await office.app.database.query("select status from notice where id = $1", [notice!.id])).toEqual([
      { status: "handed-over" },
    ]);
    expect(await actsOn("notice", notice!.id)).toEqual([
      "person-called no-answer",
      "person-called wrong-number",
    ]);
  });
});

describe("a broadcast on the pages", () => {
  const written = { kind: "unit", unit: "HT", dossier: "", text: "Họp lúc 8 giờ\n\nTại phòng 2", lastOn: "" };
  const count = async () =>
    (await office.app.database.query<{ count: number }>("select count(*)::int as count from broadcast"))[0]!
      .count;

  it("is shown with its people before anything is sent, and begun once however often it is sent", async () => {
    const quan = await signedIn("quan");
    const before = await count();
    const preview = await quan.submit("/lamviec/guitin/hang-loat/xem-truoc", {
      ...written,
      token: quan.token,
    });
    const page = await preview.text();
    expect(page).toContain("Gửi cho 3 người");
    expect(page).toContain("<p>Tại phòng 2</p>");
    expect(await count()).toBe(before);
    const key = /name="key" value="([^"]+)"/.exec(page)![1]!;
    for (const _twice of [1, 2])
      await quan.submit("/lamviec/guitin/hang-loat/gui", { ...written, key, token: quan.token });
    expect(await count()).toBe(before + 1);
    const list = await (await quan.get("/lamviec/guitin/hang-loat")).text();
    expect(list).toContain("bắt đầu gửi đến 3 người");
    const [, id] = /hang-loat\/(\d+)\/pause/.exec(list)!;
    const does = (deed: string) =>
      quan.submit(`/lamviec/guitin/hang-loat/${id}/${deed}`, { token: quan.token });
    await does("pause");
    expect(await (await quan.get("/lamviec/guitin/hang-loat")).text()).toContain("tạm dừng");
    await does("resume");
    await does("cancel");
    await does("resume");
    expect(await (await quan.get("/lamviec/guitin/hang-loat")).text()).toContain("không còn ở trạng thái đó");
  });

  it.each([
    [{ text: " " }, "Chưa có nội dung"],
    [{ text: "x".repeat(2001) }, "nhiều nhất 2.000 ký tự"],
    [{ lastOn: "2026-11-22" }, "Ngày chưa đúng hoặc đã qua"],
    [{ kind: "dossier", dossier: "abc" }, "Mã hồ sơ chưa đúng"],
    [{ kind: "moi-nguoi" }, "Chọn người nhận"],
  ])("with a fault comes back as it was written: %o", async (fault, said) => {
    const quan = await signedIn("quan");
    const answer = await quan.submit("/lamviec/guitin/hang-loat/xem-truoc", {
      ...written,
      ...fault,
      token: quan.token,
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
  });

  it("for nobody cannot be sent", async () => {
    const quan = await signedIn("quan");
    const asked = { ...written, kind: "followers", token: quan.token };
    const page = await (await quan.submit("/lamviec/guitin/hang-loat/xem-truoc", asked)).text();
    expect(page).toContain("Không có ai để gửi");
    expect(page).not.toContain('name="key"');
  });
});

describe("the rehearsal", () => {
  const path = "/lamviec/dienthu";

  it("shows leaders what would be said to whom, and changes nothing", async () => {
    await office.file();
    const kept = () =>
      office.app.database.query(
        "select (select count(*) from notice) as notices, (select count(*) from outbox) as outbox",
      );
    const before = await kept();
    const page = await (await (await signedIn("lan")).get(`${path}?tu=2026-11-23&den=2026-11-24`)).text();
    expect(page).toContain("Lê Văn Minh");
    expect(page).toMatch(/PA-2026-\d{6}/);
    expect(await kept()).toEqual(before);
    const other = await (await signedIn("lan")).get(`${path}?tu=2026-11-23&den=2026-11-24&nguoi=do+van+binh`);
    expect(await other.text()).not.toMatch(/PA-2026-\d{6}/);
  });

  it.each([
    ["tu=2026-11-23&den=2026-12-23", "nhiều nhất 14 ngày"],
    ["tu=2026-11-24&den=2026-11-23", "Ngày cuối phải sau ngày đầu"],
    ["tu=2026-11-01&den=2026-11-02", "từ hôm nay trở đi"],
    ["tu=hom+nay&den=mai", "Ngày chưa đúng"],
  ])("refuses %s", async (asked, said) => {
    const answer = await (await signedIn("quan")).get(`${path}?${asked}`);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
  });

  it("is not for officers", async () => {
    expect((await (await signedIn("minh")).get(path)).status).toBe(403);
  });
});
