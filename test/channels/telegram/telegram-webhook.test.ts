import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../../../src/conversation/store-unavailable-error.ts";
import type { FakeTelegram } from "../../support/fake-telegram.ts";
import { TelegramTrial, hoa } from "./telegram-trial.ts";

let trial: TelegramTrial;
let fake: FakeTelegram;

beforeEach(async () => {
  trial = await TelegramTrial.start();
  fake = trial.fake;
});
afterEach(() => trial[Symbol.asyncDispose]());

describe("the webhook", () => {
  const secret = "a-secret-of-motcua";
  const post = (body: string, given: string | undefined = secret) =>
    trial.telegram.webhook!.handle({
      headers: { "x-telegram-bot-api-secret-token": given },
      rawBody: Buffer.from(body),
    });
  const update = (text: string) => JSON.stringify(fake.write(hoa, text));

  beforeEach(() => trial.open({ publicUrl: "https://motcua.example", secret }));

  it("says where it wants to be called", () => {
    expect(trial.telegram.webhook?.path).toBe("/webhooks/telegram");
  });

  it("hands a message over and answers when it is committed", async () => {
    expect(await post(update("/start"))).toEqual({ status: 200 });
    expect(trial.contents()).toEqual(["/start"]);
  });

  it.each([
    ["a wrong secret", "a-secret-of-motcuA"],
    ["a shorter one", "a-secret"],
    ["an empty one", ""],
  ])("refuses %s and reads nothing", async (_, given) => {
    expect(await post(update("/start"), given)).toEqual({ status: 401 });
    expect(trial.heard).toEqual([]);
  });

  it("refuses a call without any secret", async () => {
    expect(
      await trial.telegram.webhook!.handle({ headers: {}, rawBody: Buffer.from(update("/start")) }),
    ).toEqual({
      status: 401,
    });
  });

  it.each([["nothing"], ["null"], ["[]"], ['{"update_id":"1"}'], ["{"]])(
    "refuses the body %s",
    async (body) => {
      expect(await post(body)).toEqual({ status: 400 });
    },
  );

  it("asks for redelivery while the database is away", async () => {
    trial.answer = () => Promise.reject(new StoreUnavailableError("away"));
    expect(await post(update("/start"))).toEqual({ status: 503 });
    trial.answer = () => Promise.resolve({ kind: "answered" });
    expect(await post(update("/start"))).toEqual({ status: 200 });
  });

  it("gets a message again over HTTP until the database is back", async () => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const call = { headers: request.headers, rawBody: Buffer.concat(chunks) };
        void trial.telegram.webhook!.handle(call).then(({ status }) => response.writeHead(status).end());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    trial.telegram.start();
    await fake.until(() => fake.webhook !== undefined);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    trial.answer = () => Promise.reject(new StoreUnavailableError("away"));
    fake.write(hoa, "/start");
    expect(await fake.deliver(origin)).toEqual([503]);
    trial.answer = () => Promise.resolve({ kind: "answered" });
    expect(await fake.deliver(origin)).toEqual([200]);
    expect(fake.pending.count).toBe(0);
    expect(trial.contents()).toEqual(["/start"]);
    server.closeAllConnections();
    server.close();
  });

  it("asks for redelivery while it cannot learn the bot's name", async () => {
    fake.failNext("getMe", { kind: "drop" });
    expect(await post(update("/start"))).toEqual({ status: 503 });
    expect(await post(update("/start"))).toEqual({ status: 200 });
    expect(fake.callsOf("getMe")).toHaveLength(2);
  });

  it("asks for no redelivery of what a fault of ours cannot answer, or nobody wants", async () => {
    trial.answer = () => Promise.reject(new TypeError("a bug"));
    expect(await post(update("/start"))).toEqual({ status: 200 });
    expect(await post('{"update_id":5}')).toEqual({ status: 200 });
  });

  it("answers a pressed button once, after its turn", async () => {
    await trial.showButton();
    trial.answer = () => {
      expect(fake.callsOf("answerCallbackQuery")).toEqual([]);
      return Promise.resolve({ kind: "answered" });
    };
    const pressed = JSON.stringify(fake.press(hoa, "/thongke 2020"));
    expect(await post(pressed)).toEqual({ status: 200 });
    expect(fake.callsOf("answerCallbackQuery")).toEqual([{ callback_query_id: "press-1" }]);
    expect(trial.heard).toHaveLength(1);
  });
});
