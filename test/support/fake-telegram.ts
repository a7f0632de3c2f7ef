import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "grammy/types";
import { limits, type Payload } from "./fake-telegram-limits.ts";
import { createCallJudge } from "./fake-telegram-schema.ts";
import type { FakeTelegramPace } from "./fake-telegram-pace.ts";
import { FakeTelegramFiles } from "./fake-telegram-files.ts";
import { readPayload } from "./fake-telegram-payload.ts";
import { PendingUpdates, type NewUpdate } from "./fake-telegram-updates.ts";

export interface Call {
  method: string;
  payload: Payload;
}

/** What goes wrong with the next call of a method. `…-after`: the call takes effect, its answer is lost. */
export type Failure =
  | { kind: "rate-limited"; retryAfterSeconds: number }
  | { kind: "status"; status: number }
  | { kind: "garbage" | "drop" | "drop-after" | "silence" | "silence-after" };

interface Refusal {
  code: number;
  description: string;
  retryAfterSeconds?: number;
  movedTo?: number;
}
type Answer = { result: unknown } | Refusal;

const token = "123456789:AAFakeTokenOfTheTestBotFakeToken_00";
const judge = createCallJudge();

/**
 * A Telegram of our own over real HTTP, as strict as the real one and stricter where its documentation asks for more.
 * A call that the Bot API's types or limits forbid is answered with 400, and makes the disposal throw, unless the test
 * takes it out of `faults`.
 */
export class FakeTelegram implements AsyncDisposable {
  readonly token = token;
  readonly bot = { id: 123456789, is_bot: true, first_name: "Một Cửa", username: "motcua_bot" } as const;
  /** Every call but getUpdates, in order. */
  readonly calls: Call[] = [];
  /** The messages that people have got, in order. */
  readonly shown: Payload[] = [];
  readonly faults: string[] = [];
  readonly pending = new PendingUpdates();
  webhook: Payload | undefined;
  /** Set: too many messages are answered with 429, as Telegram does. */
  pace: FakeTelegramPace | undefined;
  private readonly chats = new Map<string, "open" | "blocked" | { movedTo: number }>();
  private readonly failures = new Map<string, Failure[]>();
  private readonly presses = new Set<string>();
  private readonly files = new FakeTelegramFiles();
  private waiting: { isMet: () => boolean; resolve: () => void }[] = [];
  private nextMessageId = 1;
  private readonly server = createServer((request, response) => void this.receive(request, response));

  static async start(): Promise<FakeTelegram> {
    const fake = new FakeTelegram();
    await new Promise<void>((resolve) => fake.server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  openChat(id: number): void {
    this.chats.set(String(id), "open");
  }

  blockChat(id: number): void {
    this.chats.set(String(id), "blocked");
  }

  /** A group becomes a supergroup, under another id. */
  moveChat(id: number, movedTo: number): void {
    this.chats.set(String(id), { movedTo });
    this.openChat(movedTo);
  }

  failNext(method: string, ...failures: Failure[]): void {
    this.failures.set(method, failures);
  }

  /** As if nothing had happened: no calls, no failures to come. */
  forget(): void {
    this.calls.length = 0;
    this.shown.length = 0;
    this.failures.clear();
  }

  callsOf(method: string): Payload[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.payload);
  }

  /** A person writes in their private chat with the bot, which opens it. */
  write(chatId: number, text: string, languageCode = "vi"): Update {
    return this.say(chatId, { text }, languageCode);
  }

  /** A person sends anything in their private chat: fields of a Message. */
  say(chatId: number, fields: object, languageCode = "vi"): Update {
    this.openChat(chatId);
    const from = { id: chatId, is_bot: false, first_name: "Hoa", language_code: languageCode };
    const chat = { id: chatId, type: "private", first_name: "Hoa" } as const;
    return this.push({
      message: { message_id: this.nextMessageId++, date: 1_616_000_000, chat, from, ...fields },
    } as NewUpdate);
  }

  /** The person changes a message of theirs: fields of the Message as it is now. */
  edit({ message }: Update, fields: object): Update {
    return this.push({ edited_message: { ...message, edit_date: 1_616_000_060, ...fields } } as NewUpdate);
  }

  /** Telegram has this file from now on. */
  keepFile(fileId: string, content: Buffer): void {
    this.files.keep(fileId, content);
  }

  /** A person presses a button, which must stand under a message the chat has got. */
  press(chatId: number, say: string): Update {
    const shown = this.callsOf("sendMessage").findLast(
      (call) =>
        String(call.chat_id) === String(chatId) &&
        call.reply_markup?.inline_keyboard
          ?.flat()
          .some((b) => "callback_data" in b && b.callback_data === say),
    );
    if (!shown) throw new Error(`No button "${say}" was shown to chat ${chatId}`);
    const id = `press-${this.presses.size + 1}`;
    this.presses.add(id);
    const from = { id: chatId, is_bot: false, first_name: "Hoa", language_code: "vi" };
    const chat = { id: chatId, type: "private", first_name: "Hoa" } as const;
    const message = { message_id: 1, date: 1_616_000_000, chat, ...(shown as { text: string }) };
    return this.push({ callback_query: { id, from, chat_instance: "1", data: say, message } } as NewUpdate);
  }

  push(update: NewUpdate): Update {
    return this.pending.add(update);
  }

  /** Posts the pending updates to the webhook, in order; those not answered with 2xx stay. `origin` stands in for the public one. */
  async deliver(origin?: string): Promise<number[]> {
    const { url = "", secret_token: secret } = this.webhook ?? {};
    const target = origin ? new URL(new URL(url).pathname, origin) : new URL(url);
    return this.pending.postAll(async (update) => {
      const headers = {
        "content-type": "application/json",
        ...(secret && { "x-telegram-bot-api-secret-token": secret }),
      };
      const response = await fetch(target, { method: "POST", headers, body: JSON.stringify(update) });
      return response.status;
    });
  }

  /** Resolves as soon as a call, or what else the test lets this server notice, has made `isMet` true. */
  async until(isMet: () => boolean): Promise<void> {
    if (!isMet()) await new Promise<void>((resolve) => this.waiting.push({ isMet, resolve }));
  }

  notice(): void {
    for (const { isMet, resolve } of this.waiting) if (isMet()) resolve();
    this.waiting = this.waiting.filter(({ isMet }) => !isMet());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    if (this.faults.length) throw new Error(`Telegram refused calls:\n${this.faults.join("\n")}`);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new RegExp(`^/file/bot${token}/(.+)$`).exec(request.url ?? "")?.[1];
    if (path !== undefined) {
      const failure = this.failures.get("download")?.shift();
      if (failure) fail(failure, response);
      else this.files.download(path, response);
      return;
    }
    const [, givenToken, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const payload = readPayload(request, Buffer.concat(chunks));
    if (givenToken !== token) return reply(response, { code: 401, description: "Unauthorized" });

    if (method !== "getUpdates") this.calls.push({ method, payload });
    const failure = this.failures.get(method)?.shift();
    if (failure && failure.kind !== "drop-after" && failure.kind !== "silence-after") fail(failure, response);
    else if (method === "getUpdates") this.answerPoll(payload, response);
    else {
      const answer = this.answer(method, payload);
      if (!failure) reply(response, answer);
      else if (failure.kind === "drop-after") response.destroy();
    }
    this.notice();
  }

  private answerPoll(payload: Payload, response: ServerResponse): void {
    const conflict = (why: string) => reply(response, { code: 409, description: `Conflict: ${why}` });
    const fault = judge("getUpdates", payload);
    if (fault) return reply(response, this.refuse(fault));
    if (this.webhook) return conflict("can't use getUpdates method while webhook is active");
    this.pending.take(payload, response, (updates) =>
      updates === "conflict"
        ? conflict("terminated by other getUpdates request")
        : reply(response, { result: updates }),
    );
  }

  private answer(method: string, payload: Payload): Answer {
    const fault = judge(method, payload);
    if (fault) return this.refuse(fault);
    try {
      limits[method]?.(payload);
    } catch (error) {
      return this.refuse((error as Error).message);
    }
    switch (method) {
      case "getMe":
        return { result: this.bot };
      case "sendMessage":
      case "sendPhoto":
      case "sendDocument":
        return this.sendMessage(payload);
      case "answerCallbackQuery":
        return this.presses.has(payload.callback_query_id ?? "")
          ? { result: true }
          : {
              code: 400,
              description:
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            };
      case "setWebhook":
        this.webhook = payload;
        return { result: true };
      case "deleteWebhook":
        this.webhook = undefined;
        return { result: true };
      case "getFile":
        return this.files.find(payload.file_id ?? "");
      case "setMyCommands":
      case "deleteMyCommands":
        return { result: true };
      default:
        return this.refuse(`${method} is not played by this fake`);
    }
  }

  private sendMessage(payload: Payload): Answer {
    const { chat_id: id, text } = payload;
    const chat = this.chats.get(String(id));
    if (!chat) return { code: 400, description: "Bad Request: chat not found" };
    if (chat === "blocked") return { code: 403, description: "Forbidden: bot was blocked by the user" };
    if (typeof chat === "object")
      return {
        code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat",
        movedTo: chat.movedTo,
      };
    const retryAfterSeconds = this.pace?.take(String(id));
    if (retryAfterSeconds !== undefined)
      return {
        code: 429,
        description: `Too Many Requests: retry after ${retryAfterSeconds}`,
        retryAfterSeconds,
      };
    const message_id = this.nextMessageId++;
    this.shown.push(payload);
    return { result: { message_id, date: 1_616_000_000, chat: { id: Number(id), type: "private" }, text } };
  }

  private refuse(fault: string): Answer {
    this.faults.push(fault);
    return { code: 400, description: fault.startsWith("Bad Request") ? fault : `Bad Request: ${fault}` };
  }
}

function fail(failure: Failure, response: ServerResponse): void {
  if (failure.kind === "rate-limited") {
    const description = `Too Many Requests: retry after ${failure.retryAfterSeconds}`;
    reply(response, { code: 429, description, retryAfterSeconds: failure.retryAfterSeconds });
  } else if (failure.kind === "status")
    reply(response, { code: failure.status, description: "Internal Server Error" });
  else if (failure.kind === "garbage") response.writeHead(200).end("<html>502 Bad Gateway</html>");
  else if (failure.kind === "drop") response.destroy();
}

function reply(response: ServerResponse, answer: Answer): void {
  if ("result" in answer) return void response.end(JSON.stringify({ ok: true, result: answer.result }));
  const { code, description, retryAfterSeconds: retry_after, movedTo: migrate_to_chat_id } = answer;
  const parameters = { retry_after, migrate_to_chat_id };
  response.writeHead(code).end(JSON.stringify({ ok: false, error_code: code, description, parameters }));
}
