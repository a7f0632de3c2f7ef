import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../../../src/conversation/store-unavailable-error.ts";
import type { FakeTelegram } from "../../support/fake-telegram.ts";
import { TelegramTrial, hoa, minh } from "./telegram-trial.ts";

let trial: TelegramTrial;
let fake: FakeTelegram;

beforeEach(async () => {
  trial = await TelegramTrial.start();
  fake = trial.fake;
});
afterEach(() => trial[Symbol.asyncDispose]());

describe("polling", () => {
  it("hands over what people write, each chat in order", async () => {
    for (const text of ["một", "hai", "ba"]) fake.write(hoa, text);
    fake.write(minh, "/thongke");
    trial.telegram.start();
    await fake.until(() => trial.heard.length === 4);
    fake.write(hoa, "bốn");
    await fake.until(() => trial.heard.length === 5);
    expect(
      trial.heard.filter((message) => message.conversationId === "7").map(({ content }) => content),
    ).toEqual(["một", "hai", "ba", "bốn"].map((text) => ({ kind: "text", text })));
  });

  it("keeps one chat's trouble from holding up another, and its order", async () => {
    let refusals = 3;
    trial.answer = ({ conversationId }) => {
      if (conversationId === "7" && refusals-- > 0) throw new StoreUnavailableError("away");
      return Promise.resolve({ kind: "answered" });
    };
    fake.write(hoa, "một");
    fake.write(minh, "anh Minh");
    fake.write(hoa, "hai");
    trial.telegram.start();
    await fake.until(() => trial.heard.length === 3);
    expect(trial.contents()).toEqual(["anh Minh", "một", "hai"]);
  });

  it("confirms an update only after it was taken in", async () => {
    let tries = 0;
    trial.answer = () => {
      tries++;
      fake.notice();
      return Promise.reject(new StoreUnavailableError("away"));
    };
    fake.write(hoa, "một");
    trial.open({ firstWaitMs: 60_000 });
    trial.telegram.start();
    await fake.until(() => tries === 1);
    await trial.telegram[Symbol.asyncDispose]();
    expect(trial.heard).toEqual([]);
    expect(fake.pending.count).toBe(1);

    trial.answer = () => Promise.resolve({ kind: "answered" });
    trial.open();
    trial.telegram.start();
    await fake.until(() => trial.heard.length === 1);
    await trial.telegram[Symbol.asyncDispose]();
    expect(fake.pending.count).toBe(0);
  });

  it("finishes the turn in hand when it is told to stop", async () => {
    let stopped: PromiseLike<void> | undefined;
    trial.answer = async () => {
      stopped = trial.telegram[Symbol.asyncDispose]();
      await new Promise(setImmediate);
      return { kind: "answered" };
    };
    fake.write(hoa, "một");
    trial.telegram.start();
    await fake.until(() => trial.heard.length === 1);
    await stopped;
    expect(fake.pending.count).toBe(0);
  });

  it("survives a fault of ours, a conflict and a network that breaks", async () => {
    trial.answer = ({ content }) => {
      if (content.kind === "text" && content.text === "lỗi") throw new TypeError("a bug");
      return Promise.resolve({ kind: "answered" });
    };
    fake.failNext("getUpdates", { kind: "drop" }, { kind: "status", status: 409 }, { kind: "garbage" });
    fake.write(hoa, "lỗi");
    fake.write(hoa, "sau đó");
    trial.telegram.start();
    await fake.until(() => trial.heard.length === 1);
    expect(trial.contents()).toEqual(["sau đó"]);
  });

  it("answers a pressed button after its turn, even if that goes wrong", async () => {
    await trial.showButton();
    fake.failNext("answerCallbackQuery", { kind: "status", status: 500 });
    fake.press(hoa, "/thongke 2020");
    fake.press(hoa, "/thongke 2020");
    trial.telegram.start();
    await fake.until(() => fake.callsOf("answerCallbackQuery").length === 2);
    expect(trial.contents()).toEqual(
      Array(2).fill({ kind: "button", say: "/thongke 2020", label: "Kỳ trước" }),
    );
  });
});
