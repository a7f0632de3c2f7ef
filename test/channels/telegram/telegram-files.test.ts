import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "../../../src/channels/telegram/telegram-api.ts";
import { createTelegramFiles } from "../../../src/channels/telegram/telegram-files.ts";
import { FakeTelegram } from "../../support/fake-telegram.ts";

let telegram: FakeTelegram;
beforeEach(async () => {
  telegram = await FakeTelegram.start();
});
afterEach(() => telegram[Symbol.asyncDispose]());

function fetchFile(ref: string, token = telegram.token) {
  const access = { token, apiRoot: telegram.apiRoot };
  return createTelegramFiles(createApi(access, 5), access).fetch(ref);
}

describe("a file on Telegram", () => {
  it("is fetched byte for byte", async () => {
    const content = Buffer.from(Uint8Array.from({ length: 100_000 }, (_, place) => place % 256));
    telegram.keepFile("F1", content);
    expect(await fetchFile("telegram:F1")).toEqual({ kind: "content", content });
  });

  it("that Telegram does not know is gone", async () => {
    expect(await fetchFile("telegram:F9")).toEqual({
      kind: "gone",
      reason: "400: Bad Request: invalid file_id",
    });
  });

  it("larger than a bot may download is gone, with that reason", async () => {
    telegram.keepFile("F1", Buffer.alloc(20 * 1024 * 1024 + 1));
    expect(await fetchFile("telegram:F1")).toEqual({
      kind: "gone",
      reason: "larger than the 20 MB a bot may download",
    });
  });

  it.each([
    ["Telegram is out of order", "getFile", { kind: "status", status: 502 }],
    ["the connection breaks", "getFile", { kind: "drop" }],
    ["we ask too often", "getFile", { kind: "rate-limited", retryAfterSeconds: 60 }],
    ["the path is no longer good", "download", { kind: "status", status: 404 }],
    ["the download breaks", "download", { kind: "drop" }],
    ["another file comes", "download", { kind: "garbage" }],
  ] as const)("is tried again when %s, and the reason holds no token", async (_, method, failure) => {
    telegram.keepFile("F1", Buffer.from("đơn"));
    telegram.failNext(method, failure);
    const fetched = await fetchFile("telegram:F1");
    expect(fetched.kind).toBe("retry");
    expect(JSON.stringify(fetched)).not.toContain(telegram.token);
  });

  it("is tried again when the token was refused, which an operator can put right", async () => {
    expect(await fetchFile("telegram:F1", "123456789:AAwrong")).toMatchObject({ kind: "retry" });
  });
});
