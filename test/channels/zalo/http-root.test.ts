import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRoot, type HttpRoot } from "../../../src/channels/zalo/zalo-client/http-root.ts";
import { reasonOf } from "../../../src/channels/zalo/zalo-client/zalo-codes.ts";
import { ZaloAwayError } from "../../../src/channels/zalo/zalo-client/zalo-errors.ts";
import { FakeZalo, type ZaloFailure } from "../../support/fake-zalo.ts";

let fake: FakeZalo;
let root: HttpRoot;

beforeEach(async () => {
  fake = await FakeZalo.start();
  root = openRoot(`${fake.root}/f/`);
});
afterEach(async () => {
  await root[Symbol.asyncDispose]();
  await fake[Symbol.asyncDispose]();
});

const ask = () => root.call({ method: "GET", path: "/answer", timeoutMs: 300 });

describe("a server of Zalo's", () => {
  it("is asked below its own path, and its JSON handed on", async () => {
    fake.files.set("/f/answer", { content: Buffer.from('{"error":0}'), type: "text/html" });
    expect(await ask()).toEqual({ error: 0 });
    expect(root.url("/page", { a: "1 2" })).toBe(`${fake.root}/f/page?a=1+2`);
  });

  it.each<[string, ZaloFailure]>([
    ["never answers", { kind: "silence" }],
    ["closes the connection", { kind: "drop" }],
    ["answers with a page", { kind: "garbage" }],
    ["has trouble of its own", { kind: "status", status: 500 }],
    ["has too many callers", { kind: "status", status: 429 }],
  ])("is away when it %s, and there again afterwards", async (_, failure) => {
    fake.files.set("/f/answer", { content: Buffer.from("{}"), type: "application/json" });
    fake.failNext("/f/answer", failure);
    await expect(ask()).rejects.toThrow(ZaloAwayError);
    expect(await ask()).toEqual({});
  });

  it("is away when nobody listens, or the answer has no end", async () => {
    await using nowhere = openRoot("http://127.0.0.1:9");
    await expect(nowhere.call({ method: "GET", path: "/" })).rejects.toThrow(ZaloAwayError);
    fake.files.set("/f/answer", { content: Buffer.alloc(2 * 1024 * 1024, "1"), type: "text/plain" });
    await expect(ask()).rejects.toThrow(ZaloAwayError);
  });
});

describe("a code of Zalo's", () => {
  it.each([
    [-32, "retry-later"],
    [-201, "rejected"],
    [-204, "configuration"],
    [-211, "quota-used-up"],
    [-213, "unreachable"],
    [-216, "token-expired"],
    [-230, "window-closed"],
    [-115, "quota-used-up"],
    [-118, "unreachable"],
    [-124, "token-expired"],
    [-14014, "token-expired"],
    [403, "unreachable"],
    [502, "retry-later"],
    [-1, "unknown"],
    [418, "unknown"],
  ])("%i means %s", (code, reason) => {
    expect(reasonOf(code)).toBe(reason);
  });
});
