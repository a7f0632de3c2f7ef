import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { InboundContent } from "../../../src/conversation/inbound-message.ts";
import { StoreUnavailableError } from "../../../src/conversation/store-unavailable-error.ts";
import type { ZaloCall } from "../../support/fake-zalo-events.ts";
import type { FakeZalo } from "../../support/fake-zalo.ts";
import { hoa, ZaloTrial } from "./zalo-trial.ts";

let trial: ZaloTrial;
let fake: FakeZalo;

beforeEach(async () => {
  trial = await ZaloTrial.start();
  fake = trial.fake;
});
afterEach(() => trial[Symbol.asyncDispose]());

const post = async ({ body, headers }: ZaloCall) =>
  (await trial.zalo.webhook.handle({ headers, rawBody: Buffer.from(body) })).status;
const event = (name: string, message?: object) => fake.events.from(hoa, name, message && { message });
const attached = (type: string, payload: object, more = {}) => ({
  msg_id: "m1",
  attachments: [{ type, payload }],
  ...more,
});

describe("the webhook of an Official Account", () => {
  it("takes a signed event and answers when it is committed", async () => {
    expect(await post(fake.says(hoa, "Xin chào ạ 👋"))).toBe(200);
    expect(trial.heard).toEqual([
      {
        id: "msg-1",
        channel: "zalo",
        conversationId: hoa,
        content: { kind: "text", text: "Xin chào ạ 👋" },
        sentAt: fake.now,
      },
    ]);
    expect(trial.noted).toEqual([
      ["spoke", { userId: hoa, at: fake.now, kind: "spoke", messageId: "msg-1" }],
    ]);
  });

  it.each<[string, (call: ZaloCall) => ZaloCall]>([
    ["without a signature", ({ body }) => ({ body, headers: {} })],
    ["with an empty one", ({ body }) => ({ body, headers: { "x-zevent-signature": "" } })],
    ["with a short one", ({ body }) => ({ body, headers: { "x-zevent-signature": "mac=abc" } })],
    ["whose words were changed", ({ body, headers }) => ({ body: body.replace("ID", "id"), headers })],
    ["whose bytes were only moved", ({ body, headers }) => ({ body: ` ${body}`, headers })],
    ["that is no JSON", ({ headers }) => ({ body: "{", headers })],
    ["that is null", ({ headers }) => ({ body: "null", headers })],
    ["that is empty", ({ headers }) => ({ body: "", headers })],
    [
      "signed with another key",
      ({ body }) => fake.events.sign(JSON.parse(body) as { timestamp: string }, "x"),
    ],
  ])("refuses an event %s", async (_, change) => {
    expect(await post(change(fake.says(hoa, "ID")))).toBe(401);
    expect(trial.heard).toEqual([]);
    expect(trial.noted).toEqual([]);
  });

  it("takes a day-old delivery, and nothing older than two days", async () => {
    const call = fake.says(hoa, "muộn");
    trial.pass(47);
    expect(await post(call)).toBe(200);
    expect(trial.heard).toHaveLength(1);
    trial.pass(2);
    expect(await post(call)).toBe(200);
    expect(trial.heard).toHaveLength(1);
  });

  it("asks for redelivery while the database is away, and for none after a fault of ours", async () => {
    trial.answer = () => Promise.reject(new StoreUnavailableError("away"));
    expect(await post(fake.says(hoa, "một"))).toBe(503);
    trial.answer = () => Promise.reject(new TypeError("a bug"));
    expect(await post(fake.says(hoa, "hai"))).toBe(200);
    expect(trial.logged).toContainEqual(["error", "Zalo event failed"]);
  });

  it("takes a signed event of a form that it does not know for read", async () => {
    expect(await post(fake.events.sign({ timestamp: String(fake.now.getTime()), novelty: true }))).toBe(200);
    expect(trial.heard).toEqual([]);
  });
});

const url = "https://f.zdn.vn/1";
const start: InboundContent = { kind: "button", say: "/start" };

describe("an event", () => {
  it.each<[string, object | undefined, InboundContent]>([
    ["user_send_text", { msg_id: "m1", text: "#m:/thongke 2020" }, { kind: "button", say: "/thongke 2020" }],
    [
      "user_send_image",
      attached("image", { url, thumbnail: url }, { text: "ổ gà" }),
      { kind: "media", text: "ổ gà", attachments: [{ kind: "photo", ref: `zalo:${url}` }] },
    ],
    [
      "user_send_gif",
      attached("gif", { url }),
      { kind: "media", attachments: [{ kind: "photo", ref: `zalo:${url}` }] },
    ],
    [
      "user_send_file",
      attached("file", { url, name: "đơn.pdf", size: "2048", checksum: "x", type: "application/pdf" }),
      {
        kind: "media",
        attachments: [
          {
            kind: "file",
            ref: `zalo:${url}`,
            name: "đơn.pdf",
            mediaType: "application/pdf",
            sizeBytes: 2048,
          },
        ],
      },
    ],
    [
      "user_send_audio",
      attached("audio", { url }),
      { kind: "media", attachments: [{ kind: "voice", ref: `zalo:${url}` }] },
    ],
    [
      "user_send_video",
      attached("video", { url, description: "" }),
      { kind: "media", attachments: [{ kind: "video", ref: `zalo:${url}` }] },
    ],
    [
      "user_send_location",
      attached("location", { coordinates: { latitude: "10.7716", longitude: "106.7044" } }),
      { kind: "position", latitude: 10.7716, longitude: 106.7044 },
    ],
    ["user_send_link", attached("link", { url }, { text: "xem đây" }), { kind: "text", text: "xem đây" }],
    ["user_send_link", attached("link", { url }), { kind: "text", text: url }],
    ["user_send_sticker", attached("sticker", { id: "1" }), { kind: "unsupported", what: "sticker" }],
    ["user_send_business_card", attached("link", { url }), { kind: "unsupported", what: "business card" }],
    ["user_click_chatnow", undefined, start],
    ["user_click_button", { text: "#m:/tracuu" }, { kind: "button", say: "/tracuu" }],
  ])("%s is read", async (name, message, content) => {
    await post(event(name, message));
    expect(trial.heard.map((heard) => heard.content)).toEqual([content]);
    expect(trial.noted).toMatchObject([["spoke", { userId: hoa }]]);
  });

  it("follow makes a person reachable and greets them, unfollow makes them unreachable", async () => {
    await post(fake.events.follow("follow", hoa));
    await post(fake.events.follow("unfollow", hoa));
    expect(trial.heard.map((heard) => heard.content)).toEqual([start]);
    expect(trial.noted.map(([what]) => what)).toEqual(["followed", "unfollowed"]);
  });

  it.each([
    ["oa_send_text"],
    ["oa_send_image"],
    ["user_received_message"],
    ["user_seen_message"],
    ["user_reacted_message"],
    ["anonymous_send_text"],
    ["user_submit_info"],
    ["user_send_group_text"],
    ["change_oa_daily_quota"],
    ["change_template_status"],
    ["something_new"],
  ])("%s is ignored", async (name) => {
    expect(await post(event(name, { msg_id: "m1", text: "x" }))).toBe(200);
    expect(trial.heard).toEqual([]);
    expect(trial.noted).toEqual([]);
    expect(trial.logged).toEqual([["debug", "Zalo event ignored"]]);
  });

  it.each([
    ["user_send_location", attached("location", { coordinates: { latitude: "x", longitude: "200" } })],
    ["user_send_image", attached("image", { url: "no address" })],
    ["user_send_text", { msg_id: "m1", text: "" }],
  ])("%s without what it is about is ignored", async (name, message) => {
    expect(await post(event(name, message))).toBe(200);
    expect(trial.heard).toEqual([]);
  });
});

describe("the files that people send", () => {
  const fetch = (path: string) => trial.zalo.files.fetch(`zalo:${fake.root}${path}`);

  it("are fetched from where Zalo keeps them", async () => {
    fake.files.set("/f/1", { content: Buffer.from("ảnh"), type: "image/jpeg; charset=x" });
    expect(await fetch("/f/1")).toEqual({
      kind: "content",
      content: Buffer.from("ảnh"),
      mediaType: "image/jpeg",
    });
  });

  it("are given up when they are gone or too large, and tried again when Zalo is away", async () => {
    expect(await fetch("/f/none")).toMatchObject({ kind: "gone" });
    fake.files.set("/f/2", { content: Buffer.alloc(21 * 1024 * 1024), type: "video/mp4" });
    expect(await fetch("/f/2")).toMatchObject({
      kind: "gone",
      reason: expect.stringContaining("larger") as string,
    });
    fake.failNext("/f/1", { kind: "drop" }, { kind: "status", status: 503 });
    expect(await fetch("/f/1")).toMatchObject({ kind: "retry" });
    expect(await fetch("/f/1")).toMatchObject({ kind: "retry" });
  });
});
