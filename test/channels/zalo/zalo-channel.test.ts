import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveryOutcome } from "../../../src/conversation/delivery/channel.ts";
import { paragraph } from "../../../src/conversation/reply.ts";
import {
  consultationPath,
  tokenPath,
  znsPath,
  type FakeZalo,
  type ZaloFailure,
} from "../../support/fake-zalo.ts";
import { hoa, ZaloTrial } from "./zalo-trial.ts";

let trial: ZaloTrial;
let fake: FakeZalo;

beforeEach(async () => {
  trial = await ZaloTrial.start();
  fake = trial.fake;
  trial.hoaHasWritten();
});
afterEach(() => trial[Symbol.asyncDispose]());

const send = (text = "Hồ sơ đang được giải quyết.") =>
  trial.zalo.channel.send({ conversationId: hoa, outboxId: "41", reply: { blocks: [paragraph(text)] } });

describe("sending as an Official Account", () => {
  it("quotes the person's message while that makes the reply free, and remembers what is left", async () => {
    expect(await send()).toEqual({ kind: "sent" });
    expect(fake.messagesTo(hoa)).toEqual([
      { text: "Hồ sơ đang được giải quyết.", quote_message_id: "msg-of-hoa" },
    ]);
    expect(trial.noted).toEqual([
      [
        "sent",
        {
          userId: hoa,
          at: fake.now,
          quoted: "msg-of-hoa",
          quota: { kind: "reply", remaining: 7, total: 8 },
        },
      ],
    ]);
  });

  it("quotes nothing when the eight free replies are used up, or two days have passed", async () => {
    trial.reach!.freeRepliesLeft = 0;
    await send();
    trial.reach!.freeRepliesLeft = 8;
    trial.pass(49);
    await send();
    expect(fake.messagesTo(hoa).map((message) => message.quote_message_id)).toEqual([undefined, undefined]);
    expect(trial.noted.at(-1)?.[1]).toMatchObject({ quota: { kind: "sub_quota", remaining: 98 } });
  });

  it("asks Zalo when it knows nothing of the person", async () => {
    trial.reach = undefined;
    expect(await send()).toEqual({ kind: "sent" });
  });

  it("tells without asking that the window is closed after seven days", async () => {
    trial.pass(7 * 24 + 1);
    expect(await send()).toMatchObject({
      kind: "undeliverable",
      reason: expect.stringContaining("window closed") as string,
    });
    expect(fake.calls).toEqual([]);
  });

  it("writes no more to whoever has left", async () => {
    trial.reach!.isReachable = false;
    expect((await send()).kind).toBe("unreachable");
    expect(fake.calls).toEqual([]);
  });

  it("remembers whom Zalo says it cannot reach", async () => {
    fake.people.meet(hoa).isFollower = false;
    expect(await send()).toMatchObject({ kind: "unreachable" });
    expect(trial.noted).toEqual([["unreachable", { userId: hoa }]]);
  });

  it.each<[string, ZaloFailure, DeliveryOutcome["kind"], string]>([
    ["too many calls", { kind: "error", code: -32 }, "retry", "rate limited"],
    ["too many calls, by HTTP", { kind: "status", status: 429 }, "retry", "HTTP 429"],
    ["a gateway that fails", { kind: "status", status: 502 }, "retry", "HTTP 502"],
    ["an answer that is no JSON", { kind: "garbage" }, "retry", "without JSON"],
    ["a closed socket", { kind: "drop" }, "retry", "Zalo is away"],
    ["an answer that is lost", { kind: "drop-after" }, "retry", "Zalo is away"],
    ["an account without the package", { kind: "error", code: -224 }, "retry", "not set up"],
    ["a message against the rules", { kind: "error", code: -248 }, "undeliverable", "refused (-248"],
    ["a closed window", { kind: "error", code: -230 }, "undeliverable", "window closed"],
    ["a used-up quota", { kind: "error", code: -218 }, "undeliverable", "quota used up"],
    ["a person who is gone", { kind: "error", code: -227 }, "unreachable", "not a follower"],
    ["a code nobody knows", { kind: "error", code: -9999, message: "Lạ" }, "retry", "(-9999: Lạ)"],
  ])("takes %s for what it is", async (_, failure, kind, reason) => {
    fake.failNext(consultationPath, failure);
    expect(await send()).toMatchObject({ kind, reason: expect.stringContaining(reason) as string });
  });

  it.each([[undefined], [{}], [{ message_id: 1, quota: "nhiều" }]])(
    "takes a message for sent whatever else Zalo says of it: %j",
    async (data) => {
      fake.failNext(consultationPath, { kind: "novel-answer", data });
      expect(await send()).toEqual({ kind: "sent" });
    },
  );

  it("waits as long as Zalo asks", async () => {
    fake.failNext(consultationPath, { kind: "status", status: 429, retryAfterSeconds: 7 });
    expect(await send()).toMatchObject({ kind: "retry", afterMs: 7000 });
  });

  it("renews a token that Zalo no longer takes, and sends once more", async () => {
    await send();
    fake.grants.revokeAccess();
    expect(await send("Lần hai")).toEqual({ kind: "sent" });
    expect(fake.messagesTo(hoa).map(({ text }) => text)).toEqual(["Hồ sơ đang được giải quyết.", "Lần hai"]);
    expect(fake.grants.granted).toBe(2);
  });

  it("keeps a message owed while no token can be had", async () => {
    fake.grants.revokeAll();
    expect(await send()).toMatchObject({ kind: "retry", afterMs: 300_000 });
    fake.failNext(tokenPath, { kind: "drop" });
    expect(await send()).toMatchObject({ kind: "retry" });
  });
});

describe("a member of staff who has not written for a week", () => {
  beforeEach(() => {
    trial.pass(8 * 24);
    trial.staff = { fullName: "Trần Thị Lan", phone: "0912 345 678" };
  });

  it("gets the gist by an approved template", async () => {
    expect(await send("Hồ sơ 0007 còn hai giờ là đến hạn. ".repeat(9))).toEqual({ kind: "sent" });
    expect(fake.callsOf(znsPath)).toMatchObject([
      {
        phone: "84912345678",
        template_id: "300500",
        template_data: {
          ho_ten: "Trần Thị Lan",
          noi_dung: expect.stringMatching(/^Hồ sơ 0007.{20,88}…$/) as string,
        },
        tracking_id: "41",
      },
    ]);
    expect(trial.noted).toEqual([["quota", { kind: "zns", remaining: 499, total: 500 }]]);
  });

  it("is left to another channel without a template, or without a phone", async () => {
    trial.staff = undefined;
    expect((await send()).kind).toBe("undeliverable");
    trial.staff = { fullName: "Trần Thị Lan", phone: "0912 345 678" };
    trial.open({ staffTemplateId: undefined });
    expect((await send()).kind).toBe("undeliverable");
    expect(fake.calls).toEqual([]);
  });

  it("is not woken at night", async () => {
    // 02:00Z is 09:00 in Vietnam; fourteen hours later it is 23:00.
    trial.pass(14);
    expect(await send()).toMatchObject({ kind: "retry", afterMs: 7 * 3_600_000 });
    trial.pass(6);
    expect(await send()).toMatchObject({ kind: "retry", afterMs: 3_600_000 });
    trial.pass(1);
    expect(await send()).toEqual({ kind: "sent" });
  });

  it.each<[number, DeliveryOutcome["kind"]]>([
    [-115, "undeliverable"],
    [-118, "unreachable"],
    [-117, "retry"],
    [-100, "retry"],
  ])("and whom code %i keeps it from is told of", async (code, kind) => {
    fake.failNext(znsPath, { kind: "error", code });
    expect((await send()).kind).toBe(kind);
  });
});
