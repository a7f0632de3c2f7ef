import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ZaloBotFailure =
  | { kind: "refused"; code: number; description: string }
  | { kind: "status"; status: number }
  | { kind: "garbage" | "drop" };

type Json = Record<string, unknown>;

/** An update as the Bot Platform hands it out. */
export interface FakeBotUpdate {
  event_name: string;
  message: Json;
}

const token = "1234567890:fake-token-of-the-zalo-bot";

/**
 * A Zalo Bot Platform of our own over real HTTP: polled or called back but never both, one update at a time, each given
 * once. A call that breaks the rules of form makes the disposal throw, unless the test takes it out of `faults`.
 */
export class FakeZaloBot implements AsyncDisposable {
  readonly token = token;
  readonly accountName = "Một Cửa";
  readonly calls: { method: string; payload: Json }[] = [];
  readonly faults: string[] = [];
  webhook: { url: string; secret_token: string } | undefined;
  /** What getUpdates wraps its update in, as some deliveries of Zalo's do. */
  wrapsUpdates = false;
  private readonly chats = new Map<string, "open" | "blocked">();
  private readonly updates: FakeBotUpdate[] = [];
  private readonly failures = new Map<string, ZaloBotFailure[]>();
  /** Who waits for an update, the longest waiting first. */
  private readonly polls = new Set<() => void>();
  private waiting: { isMet: () => boolean; resolve: () => void }[] = [];
  private nextId = 1;
  private readonly server = createServer((request, response) => void this.receive(request, response));

  static async start(): Promise<FakeZaloBot> {
    const fake = new FakeZaloBot();
    await new Promise<void>((resolve) => fake.server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  openChat(id: string): void {
    this.chats.set(id, "open");
  }

  blockChat(id: string): void {
    this.chats.set(id, "blocked");
  }

  failNext(method: string, ...failures: ZaloBotFailure[]): void {
    this.failures.set(method, failures);
  }

  callsOf(method: string): Json[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.payload);
  }

  textsTo(chatId: string): string[] {
    return this.callsOf("sendMessage")
      .filter(({ chat_id: id }) => id === chatId)
      .map(({ text }) => String(text));
  }

  /** An update from a person; `fields` replace and add to its message. */
  update(chatId: string, event_name: string, fields: object): FakeBotUpdate {
    this.openChat(chatId);
    return {
      event_name,
      message: {
        message_id: `m${this.nextId++}`,
        from: { id: `user-${chatId}`, display_name: "Hoa", is_bot: false },
        chat: { id: chatId, chat_type: "PRIVATE" },
        date: 1_794_000_000_000,
        ...fields,
      },
    };
  }

  /** A person writes, and the bot may fetch it. */
  write(chatId: string, text: string): FakeBotUpdate {
    return this.offer(this.update(chatId, "message.text.received", { text }));
  }

  /** The bot may fetch this update. */
  offer(update: FakeBotUpdate): FakeBotUpdate {
    this.updates.push(update);
    for (const end of [...this.polls].slice(0, 1)) end();
    return update;
  }

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
    if (this.faults.length) throw new Error(`Zalo's bot platform refused calls:\n${this.faults.join("\n")}`);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, method = ""] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? "") ?? [];
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (given !== token) return refuse(response, 401, "Unauthorized");
    const payload = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Json;
    if (method !== "getUpdates") this.calls.push({ method, payload });
    const failure = this.failures.get(method)?.shift();
    if (failure) fail(failure, response);
    else this.answer(method, payload, response);
    this.notice();
  }

  private answer(method: string, payload: Json, response: ServerResponse): void {
    switch (method) {
      case "getMe":
        return accept(response, {
          id: "9",
          account_name: this.accountName,
          account_type: "BASIC",
          can_join_groups: false,
        });
      case "getUpdates":
        return this.answerPoll(payload, response);
      case "setWebhook":
        return this.setWebhook(payload as { url: string; secret_token: string }, response);
      case "deleteWebhook":
        this.webhook = undefined;
        return accept(response, true);
      case "sendMessage":
        return this.sendMessage(payload, response);
      default:
        return this.fault(response, `${method} is not played by this fake`);
    }
  }

  private setWebhook(webhook: { url: string; secret_token: string }, response: ServerResponse): void {
    if (!webhook.url.startsWith("https://")) return this.fault(response, "url must be https");
    if (!/^[\w-]{8,256}$/.test(webhook.secret_token)) return this.fault(response, "bad secret_token");
    this.webhook = webhook;
    accept(response, true);
  }

  private sendMessage({ chat_id: id, text, ...rest }: Json, response: ServerResponse): void {
    if (typeof text !== "string" || !text.trim() || text.length > 2000)
      return this.fault(response, "text must be 1 to 2000 characters");
    if (Object.keys(rest).length) return this.fault(response, `unknown fields ${Object.keys(rest).join()}`);
    const chat = this.chats.get(String(id));
    if (chat === "blocked") return refuse(response, 403, "Forbidden");
    if (!chat) return refuse(response, 400, "chat not found");
    accept(response, { message_id: `out-${this.nextId++}`, date: 1_794_000_000_000 });
  }

  private answerPoll({ timeout }: Json, response: ServerResponse): void {
    if (this.webhook) return refuse(response, 409, "a webhook is set");
    if (typeof timeout !== "string") return this.fault(response, "timeout must be a string");
    const update = this.updates.shift();
    if (update) return accept(response, this.wrapsUpdates ? { ok: true, result: update } : update);
    const leave = () => {
      clearTimeout(timer);
      this.polls.delete(end);
    };
    const end = () => {
      leave();
      const next = this.updates.shift();
      if (next) accept(response, next);
      else refuse(response, 408, "Request timeout");
    };
    const timer = setTimeout(end, Number(timeout) * 1000);
    this.polls.add(end);
    response.on("close", leave);
  }

  /** Refuses what we must never send. */
  private fault(response: ServerResponse, description: string): void {
    this.faults.push(description);
    refuse(response, 400, description);
  }
}

function fail(failure: ZaloBotFailure, response: ServerResponse): void {
  if (failure.kind === "refused") refuse(response, failure.code, failure.description);
  else if (failure.kind === "status") response.writeHead(failure.status).end("<html></html>");
  else if (failure.kind === "garbage") response.end("<html>502 Bad Gateway</html>");
  else response.destroy();
}

function accept(response: ServerResponse, result: unknown): void {
  response.end(JSON.stringify({ ok: true, result }));
}

/** HTTP says 200; the code stands in the body. */
function refuse(response: ServerResponse, code: number, description: string): void {
  response.end(JSON.stringify({ ok: false, error_code: code, description }));
}
