import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { FakeZalo } from "../support/fake-zalo.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// The whole service on a Zalo Official Account: events come in by the webhook, messages go out.

const hoa = "8123456789012345678";
let zalo: FakeZalo;
let test: TestApp;
let serving: Serving;

beforeEach(async () => {
  zalo = await FakeZalo.start();
  test = await createTestApp(() => zalo.now, zalo.environment());
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
});
afterEach(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await zalo[Symbol.asyncDispose]();
});

const post = (call: Parameters<FakeZalo["post"]>[1]) => zalo.post(serving.url!, call);
const texts = () => zalo.messagesTo(hoa).map(({ text }) => text);

describe("on a Zalo Official Account", () => {
  it("chị Hoa asks for her dossier, presses a button, and each answer quotes her message", async () => {
    const asked = zalo.says(hoa, "000.00.16.H57-210115-0007");
    expect(await post(asked)).toBe(200);
    await zalo.until(() => texts().length === 1);
    expect(texts()[0]).toContain("đã trả kết quả");
    const { message } = JSON.parse(asked.body) as { message: { msg_id: string } };
    expect(zalo.messagesTo(hoa)[0]).toMatchObject({ quote_message_id: message.msg_id });
    const [button] = zalo.messagesTo(hoa)[0]!.attachment!.payload.buttons!;
    expect(await post(zalo.presses(hoa, button!.title))).toBe(200);
    await zalo.until(() => texts().length === 2);
    expect(texts()[1]).toContain("4 số cuối");
  });

  it("a message that comes twice is answered once", async () => {
    const call = zalo.says(hoa, "/help");
    expect(await post(call)).toBe(200);
    expect(await post(call)).toBe(200);
    await zalo.until(() => texts().length === 1);
    const counted = await test.app.database.query("select count(*)::int as count from outbox");
    expect(counted).toEqual([{ count: 1 }]);
  });

  it("what is not signed by Zalo is refused and changes nothing", async () => {
    const call = zalo.says(hoa, "/help");
    const event = JSON.parse(call.body) as { timestamp: string };
    const forged = { ...call, body: call.body.replace("/help", "/huy") };
    expect(await post(forged)).toBe(401);
    expect(await post({ ...call, headers: {} })).toBe(401);
    expect(await post({ ...call, headers: { "x-zevent-signature": "mac=00" } })).toBe(401);
    expect(await post(zalo.events.sign(event, "another key"))).toBe(401);
    const [kept] = await test.app.database.query(
      "select (select count(*)::int from conversation) as talks, (select count(*)::int from zalo_reach) as people",
    );
    expect(kept).toEqual({ talks: 0, people: 0 });
  });

  it("what could not be sent is sent when Zalo is well again", async () => {
    zalo.failNext("/v3.0/oa/message/cs", { kind: "status", status: 502 });
    await post(zalo.says(hoa, "/help"));
    const waiting = "select count(*)::int as count from outbox where status = 'pending' and attempts = 1";
    await expect.poll(() => test.app.database.query(waiting), { timeout: 10_000 }).toEqual([{ count: 1 }]);
    await test.app.database.query("update outbox set due_at = created_at");
    test.app.onAnswered();
    await zalo.until(() => texts().length === 1);
  });

  it("whoever follows is greeted, and whoever leaves is written to no more", async () => {
    zalo.people.hears(hoa, "earlier", zalo.now);
    expect(await post(zalo.events.follow("follow", hoa))).toBe(200);
    await zalo.until(() => texts().length === 1);
    zalo.now = new Date(zalo.now.getTime() + 60_000);
    expect(await post(zalo.events.follow("unfollow", hoa))).toBe(200);
    await test.app.database.query(
      `insert into outbox (conversation_id, reply, created_at, due_at)
       select id, '{"blocks":[{"kind":"paragraph","text":"Hồ sơ đã xong."}]}', $1, $1 from conversation`,
      [zalo.now],
    );
    test.app.onAnswered();
    const given = "select reason from outbox where status = 'undeliverable'";
    await expect
      .poll(() => test.app.database.query<{ reason: string }>(given), { timeout: 10_000 })
      .toHaveLength(1);
    expect(texts()).toHaveLength(1);
  });
});
