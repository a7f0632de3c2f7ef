import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ZaloEvents, type ZaloCall } from "./fake-zalo-events.ts";
import { faultOf, type ZaloMessage } from "./fake-zalo-limits.ts";
import { ZaloPeople } from "./fake-zalo-people.ts";
import { ZaloGrants } from "./fake-zalo-tokens.ts";

/** What goes wrong with the next call of a path. `drop-after`: the call takes effect, its answer is lost. */
export type ZaloFailure =
  | { kind: "error"; code: number; message?: string }
  /** The call takes effect, but its answer says other things than it did. */
  | { kind: "novel-answer"; data: unknown }
  | { kind: "status"; status: number; retryAfterSeconds?: number }
  | { kind: "garbage" | "drop" | "drop-after" | "silence" };

type Json = Record<string, unknown>;

/** A call that reached its place with a valid token; `body` is the form of an upload as name, size and type. */
export interface ZaloApiCall {
  path: string;
  body: Json;
}

export const consultationPath = "/v3.0/oa/message/cs";
export const tokenPath = "/v4/oa/access_token";
export const znsPath = "/message/template";

const uploadLimits: Record<string, { largest: number; types: RegExp; answer: "attachment_id" | "token" }> = {
  image: { largest: 1024 * 1024, types: /^image\/(jpeg|png)$/, answer: "attachment_id" },
  gif: { largest: 5 * 1024 * 1024, types: /^image\/gif$/, answer: "attachment_id" },
  file: { largest: 5 * 1024 * 1024, types: /pdf|msword|wordprocessingml/, answer: "token" },
};

/**
 * A Zalo of our own over real HTTP, as strict as what is known of the real one: tokens that lapse and refresh once,
 * windows, quotas, lengths. It stands at an instant that the test moves. A call that breaks the rules of form makes the
 * disposal throw, unless the test takes it out of `faults`.
 */
export class FakeZalo implements AsyncDisposable {
  now = new Date("2026-11-23T02:00:00Z");
  readonly grants = new ZaloGrants();
  readonly people = new ZaloPeople();
  readonly events = new ZaloEvents(this.grants.appId, () => this.now);
  readonly calls: ZaloApiCall[] = [];
  readonly faults: string[] = [];
  znsLeft = 500;
  /** Runs after a token was given and before the answer leaves. */
  onGrant: (() => Promise<unknown>) | undefined;
  /** What people have sent, by its path. */
  readonly files = new Map<string, { content: Buffer; type: string }>();
  private readonly failures = new Map<string, ZaloFailure[]>();
  private readonly silenced: ServerResponse[] = [];
  private waiting: { isMet: () => boolean; resolve: () => void }[] = [];
  private nextId = 1;
  private readonly server = createServer((request, response) => void this.receive(request, response));

  static async start(): Promise<FakeZalo> {
    const fake = new FakeZalo();
    await new Promise<void>((resolve) => fake.server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The environment of an assistant that belongs to this Zalo, with a refresh token that works once. */
  environment(): Record<string, string> {
    return {
      ZALO_APP_ID: this.grants.appId,
      ZALO_APP_SECRET: this.grants.appSecret,
      ZALO_OA_SECRET_KEY: this.events.oaSecretKey,
      ZALO_OA_REFRESH_TOKEN: this.grants.handOut(this.now),
      ZALO_API_ROOT: this.root,
      ZALO_OAUTH_ROOT: this.root,
      ZALO_ZNS_ROOT: this.root,
    };
  }

  failNext(path: string, ...failures: ZaloFailure[]): void {
    this.failures.set(path, failures);
  }

  callsOf(path: string): Json[] {
    return this.calls.filter((call) => call.path === path).map((call) => call.body);
  }

  /** The messages that have gone to a person. */
  messagesTo(userId: string): ZaloMessage[] {
    return this.callsOf(consultationPath)
      .filter(({ recipient }) => (recipient as { user_id: string }).user_id === userId)
      .map(({ message }) => message as ZaloMessage);
  }

  /** A person writes to the account. */
  says(userId: string, text: string, name = "user_send_text"): ZaloCall {
    const msg_id = this.events.messageId();
    this.people.hears(userId, msg_id, this.now);
    return this.events.from(userId, name, { message: { msg_id, text } });
  }

  /** A person presses a button, which must stand under a message they have got. */
  presses(userId: string, title: string): ZaloCall {
    const button = this.messagesTo(userId)
      .flatMap(({ attachment }) => attachment?.payload.buttons ?? [])
      .findLast((each) => each.title === title);
    if (!button) throw new Error(`No button "${title}" was shown to ${userId}`);
    return this.says(userId, String(button.payload));
  }

  async post(origin: string, call: ZaloCall): Promise<number> {
    const { body, headers } = call;
    return (await fetch(`${origin}/webhooks/zalo`, { method: "POST", body, headers })).status;
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
    if (this.faults.length) throw new Error(`Zalo refused calls:\n${this.faults.join("\n")}`);
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "", this.root).pathname;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const failure = this.failures.get(path)?.shift();
    const takesEffect = !failure || failure.kind === "drop-after" || failure.kind === "novel-answer";
    if (!takesEffect) this.fail(failure, response);
    else if (path.startsWith("/f/")) this.serveFile(path, response);
    else {
      const answer = await this.answer(path, request, Buffer.concat(chunks));
      if (path === tokenPath) await this.onGrant?.();
      if (failure?.kind === "drop-after") response.destroy();
      else if (failure?.kind === "novel-answer")
        response.end(JSON.stringify({ error: 0, data: failure.data }));
      else response.end(JSON.stringify(answer));
    }
    this.notice();
  }

  private async answer(path: string, request: IncomingMessage, raw: Buffer): Promise<Json> {
    if (path === tokenPath) return this.grant(request, raw);
    const isValid = this.grants.isValid(String(request.headers["access_token"]), this.now);
    if (!isValid)
      return path === znsPath
        ? refused(-124, "Access token invalid")
        : refused(-216, "Access token is invalid");
    const [, kind] = /^\/v2\.0\/oa\/upload\/(\w+)$/.exec(path) ?? [];
    if (kind) return this.upload(path, kind, request, raw);
    const body = raw.length ? (JSON.parse(raw.toString()) as Json) : {};
    this.calls.push({ path, body });
    switch (path) {
      case consultationPath:
        return this.send(body as { recipient?: { user_id?: string }; message?: ZaloMessage });
      case znsPath:
        return this.sendTemplate(body);
      case "/v2.0/oa/getoa":
        return accepted({ oa_id: "oa-1", name: "Sở Tư pháp" });
      default:
        return this.refuse(-209, `${path} is not played by this fake`);
    }
  }

  private serveFile(path: string, response: ServerResponse): void {
    const file = this.files.get(path);
    if (file) response.writeHead(200, { "content-type": file.type }).end(file.content);
    else response.writeHead(404).end();
  }

  private grant(request: IncomingMessage, raw: Buffer): Json {
    const secret = request.headers["secret_key"] as string | undefined;
    if (request.headers["content-type"] !== "application/x-www-form-urlencoded")
      return this.refuse(-14001, "tokens are asked for with a form");
    return this.grants.grant(secret, new URLSearchParams(raw.toString()), this.now, (verifier) =>
      createHash("sha256").update(verifier).digest("base64url"),
    );
  }

  private send({ recipient, message }: { recipient?: { user_id?: string }; message?: ZaloMessage }): Json {
    const fault = !recipient?.user_id || !message ? "no recipient or message" : faultOf(message);
    if (fault) return this.refuse(-201, fault);
    const admitted = this.people.admit(recipient!.user_id!, message!, this.now);
    if ("error" in admitted) return { ...admitted };
    const quota = { ...admitted, expired_date: "30/11/2026", owner_type: "OA", owner_id: "oa-1" };
    return accepted({ message_id: `out-${this.nextId++}`, user_id: recipient!.user_id, quota });
  }

  private sendTemplate({ phone, template_id: template, template_data: fields }: Json): Json {
    if (!/^84\d{9}$/.test(String(phone))) return refused(-108, "Phone number is invalid");
    if (template !== "300500") return refused(-109, "Template id is invalid");
    if (!fields || typeof fields !== "object") return refused(-111, "Template data is empty");
    const { ho_ten: name, noi_dung: words } = fields as Record<string, string>;
    if (!name || !words || words.length > 100) return refused(-112, "Template data is invalid");
    const hour = (this.now.getUTCHours() + 7) % 24;
    if (hour < 6 || hour >= 22) return this.refuse(-133, "not between 22:00 and 06:00");
    if (this.znsLeft === 0) return refused(-144, "Daily quota is used up");
    this.znsLeft -= 1;
    const quota = { dailyQuota: "500", remainingQuota: String(this.znsLeft) };
    return accepted({ msg_id: `zns-${this.nextId++}`, sent_time: String(this.now.getTime()), quota });
  }

  private async upload(path: string, kind: string, request: IncomingMessage, raw: Buffer): Promise<Json> {
    const rules = uploadLimits[kind];
    if (!rules) return this.refuse(-209, `no upload of ${kind}`);
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const file = (await new Response(new Uint8Array(raw), { headers }).formData()).get("file");
    if (!(file instanceof Blob)) return this.refuse(-201, "no file");
    this.calls.push({ path, body: { name: (file as File).name, size: file.size, type: file.type } });
    if (!rules.types.test(file.type)) return this.refuse(-201, `${file.type} is not taken`);
    if (file.size > rules.largest) return this.refuse(-210, "file is too large");
    return accepted({ [rules.answer]: `${kind}-${this.nextId++}` });
  }

  private fail(failure: ZaloFailure, response: ServerResponse): void {
    if (failure.kind === "error") response.end(JSON.stringify(refused(failure.code, failure.message ?? "")));
    else if (failure.kind === "status") {
      if (failure.retryAfterSeconds) response.setHeader("retry-after", failure.retryAfterSeconds);
      response.writeHead(failure.status).end("<html></html>");
    } else if (failure.kind === "garbage") response.end("<html>502 Bad Gateway</html>");
    else if (failure.kind === "silence") this.silenced.push(response);
    else response.destroy();
  }

  /** Refuses what we must never send. */
  private refuse(error: number, message: string): Json {
    this.faults.push(message);
    return refused(error, message);
  }
}

function accepted(data: Json): Json {
  return { data, error: 0, message: "Success" };
}

function refused(error: number, message: string): Json {
  return { error, message };
}
