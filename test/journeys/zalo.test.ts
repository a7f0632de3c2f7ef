import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { createLog } from "../../src/logging/logger.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { openLine } from "../support/breakable-line.ts";
import { FakeZaloBot } from "../support/fake-zalo-bot.ts";
import type { ZaloCall } from "../support/fake-zalo-events.ts";
import { consultationPath, FakeZalo } from "../support/fake-zalo.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// The whole service on a Zalo Official Account and on the Bot Platform: what people say comes in, what they are owed
// goes out.

const dossier = "000.00.16.H57-210115-0007";
const botSecret = "a-secret-of-the-bot";

let zalo: FakeZalo;
let bot: FakeZaloBot;
let test: TestApp;
let serving: Serving;

beforeAll(async () => {
  zalo = await FakeZalo.start();
  bot = await FakeZaloBot.start();
  test = await createTestApp(() => zalo.now, {
    ...zalo.environment(),
    ZALO_BOT_TOKEN: bot.token,
    ZALO_BOT_API_ROOT: bot.apiRoot,
    ZALO_BOT_SECRET: botSecret,
  });
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
  await zalo[Symbol.asyncDispose]();
});

const post = (call: ZaloCall) => zalo.post(serving.url!, call);
const textsTo = (userId: string) => zalo.messagesTo(userId).map(({ text }) => text);

/** The person's messages from us that are in this state, with the reason. */
const outbox = (userId: string, status: string) =>
  test.app.database.query<{ reason: string | null; attempts: number }>(
    `select o.reason, o.attempts from outbox o join conversation c on c.id = o.conversation_id
     where c.external_id = $1 and o.status = $2`,
    [userId, status],
  );
const untilOutbox = (userId: string, status: string) =>
  expect.poll(() => outbox(userId, status), { timeout: 10_000 });

/** The assistant says something unasked. */
async function tell(userId: string): Promise<void> {
  await test.app.database.query(
    `insert into outbox (conversation_id, reply, created_at, due_at)
     select id, '{"blocks":[{"kind":"paragraph","text":"Hồ sơ đã có kết quả."}]}', $2, $2
     from conversation where external_id = $1`,
    [userId, zalo.now],
  );
  test.app.onAnswered();
}

function pass(hours: number): void {
  zalo.now = new Date(zalo.now.getTime() + hours * 3_600_000);
}

describe("on a Zalo Official Account", () => {
  it("chị Hoa asks for her dossier, presses a button, and each answer quotes her message", async () => {
    const asked = zalo.says("hoa", dossier);
    expect(await post(asked)).toBe(200);
    await zalo.until(() => textsTo("hoa").length === 1);
    expect(textsTo("hoa")[0]).toContain("đã trả kết quả");
    const { message } = JSON.parse(asked.body) as { message: { msg_id: string } };
    expect(zalo.messagesTo("hoa")[0]).toMatchObject({ quote_message_id: message.msg_id });
    const [button] = zalo.messagesTo("hoa")[0]!.attachment!.payload.buttons!;
    expect(await post(zalo.presses("hoa", button!.title))).toBe(200);
    await zalo.until(() => textsTo("hoa").length === 2);
    expect(textsTo("hoa")[1]).toContain("4 số cuối");
  });

  it("a message that comes twice is answered once", async () => {
    const call = zalo.says("minh", "/help");
    expect(await Promise.all([post(call), post(call)])).toEqual([200, 200]);
    expect(await post(call)).toBe(200);
    await zalo.until(() => textsTo("minh").length === 1);
    await untilOutbox("minh", "sent").toHaveLength(1);
    expect(textsTo("minh")).toHaveLength(1);
  });

  it("what is not signed by Zalo is refused and changes nothing", async () => {
    const call = zalo.says("forged", "/help");
    const event = JSON.parse(call.body) as { timestamp: string };
    expect(await post({ ...call, body: call.body.replace("/help", "/huy") })).toBe(401);
    expect(await post({ ...call, headers: {} })).toBe(401);
    expect(await post({ ...call, headers: { "x-zevent-signature": "mac=00" } })).toBe(401);
    expect(await post(zalo.events.sign(event, "another key"))).toBe(401);
    const [kept] = await test.app.database.query(
      `select (select count(*)::int from conversation where external_id = 'forged') as talks,
              (select count(*)::int from zalo_reach where user_id = 'forged') as people`,
    );
    expect(kept).toEqual({ talks: 0, people: 0 });
  });

  it("takes no body beyond a megabyte", async () => {
    const call = zalo.says("long", "a".repeat(5 * 1024 * 1024));
    expect(await post(call)).toBe(413);
  });

  it("a lapsed token is renewed and the answer sent once", async () => {
    const before = zalo.grants.granted;
    zalo.grants.revokeAccess();
    await post(zalo.says("lan", "/help"));
    await zalo.until(() => textsTo("lan").length === 1);
    await untilOutbox("lan", "sent").toHaveLength(1);
    expect(zalo.grants.granted).toBe(before + 1);
  });

  it("of two processes that find the token lapsed at once, one renews it", async () => {
    await using second = await createApp(test.config, { clock: () => zalo.now, log: createLog("silent") });
    await using _ = await serve(second, test.config, "all");
    const before = zalo.grants.granted;
    zalo.grants.revokeAccess();
    const people = ["p1", "p2", "p3", "p4", "p5", "p6"];
    await Promise.all(people.map((person) => post(zalo.says(person, "/help"))));
    for (const app of [test.app, second]) app.onAnswered();
    for (const person of people) await untilOutbox(person, "sent").toHaveLength(1);
    expect(people.map((person) => textsTo(person).length)).toEqual(people.map(() => 1));
    expect(zalo.grants.granted).toBe(before + 1);
  });

  it("what could not be sent is sent when Zalo is well again", async () => {
    zalo.failNext(consultationPath, { kind: "status", status: 502 });
    await post(zalo.says("binh", "/help"));
    await untilOutbox("binh", "pending").toMatchObject([{ attempts: 1 }]);
    await test.app.database.query("update outbox set due_at = created_at");
    test.app.onAnswered();
    await untilOutbox("binh", "sent").toMatchObject([{ attempts: 2 }]);
    expect(textsTo("binh")).toHaveLength(1);
  });

  it("whoever follows is greeted, and whoever leaves is written to no more", async () => {
    zalo.people.hears("an", "earlier", zalo.now);
    expect(await post(zalo.events.follow("follow", "an"))).toBe(200);
    await zalo.until(() => textsTo("an").length === 1);
    pass(0.1);
    expect(await post(zalo.events.follow("unfollow", "an"))).toBe(200);
    await tell("an");
    await untilOutbox("an", "undeliverable").toMatchObject([
      { reason: expect.stringContaining("not a follower") as string },
    ]);
    expect(textsTo("an")).toHaveLength(1);
  });

  it("whoever has not written for a week is not written to, and the reason is kept", async () => {
    await post(zalo.says("tam", "/help"));
    await untilOutbox("tam", "sent").toHaveLength(1);
    pass(7 * 24 + 1);
    await tell("tam");
    await untilOutbox("tam", "undeliverable").toMatchObject([
      { reason: expect.stringContaining("window closed") as string },
    ]);
  });
});

describe("while the database is away", () => {
  it("Zalo is asked to redeliver, and the message is answered once when it does", async () => {
    await using line = await openLine(test.app.database.url);
    const url = new URL(test.app.database.url);
    url.port = new URL(line.url).port;
    const config = { ...test.config, database: { url: url.href } };
    await using app = await createApp(config, { clock: () => zalo.now, log: createLog("silent") });
    await using other = await serve(app, config, "web");
    const call = zalo.says("cuong", "/help");
    line.cut();
    expect(await zalo.post(other.url!, call)).toBe(503);
    expect(await zalo.post(other.url!, call)).toBe(503);
    line.mend();
    await expect.poll(() => zalo.post(other.url!, call), { timeout: 10_000 }).toBe(200);
    expect(await zalo.post(other.url!, call)).toBe(200);
    test.app.onAnswered();
    await untilOutbox("cuong", "sent").toHaveLength(1);
  });
});

describe("on the Zalo Bot Platform", () => {
  it("anh Dũng asks for a dossier, types the number of a choice, and is answered in order", async () => {
    bot.write("dung", dossier);
    await bot.until(() => bot.textsTo("dung").length === 1);
    expect(bot.textsTo("dung")[0]).toContain("đã trả kết quả");
    expect(bot.textsTo("dung")[0]).toMatch(/\n1\. /);
    bot.write("dung", "1");
    await bot.until(() => bot.textsTo("dung").length === 2);
    expect(bot.textsTo("dung")[1]).toContain("4 số cuối");
  });

  it("a call of the webhook is answered once, and refused without the secret", async () => {
    const body = JSON.stringify(bot.update("mai", "message.text.received", { text: "/help" }));
    const call = async (headers: Record<string, string>) =>
      (await fetch(`${serving.url}/webhooks/zalo-bot`, { method: "POST", headers, body })).status;
    expect(await call({})).toBe(401);
    expect(await call({ "x-bot-api-secret-token": "wrong" })).toBe(401);
    expect(await outbox("mai", "sent")).toEqual([]);
    expect(await call({ "x-bot-api-secret-token": botSecret })).toBe(200);
    expect(await call({ "x-bot-api-secret-token": botSecret })).toBe(200);
    await untilOutbox("mai", "sent").toHaveLength(1);
    expect(bot.textsTo("mai")).toHaveLength(1);
  });
});
