import { setTimeout as pause } from "node:timers/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database } from "../../src/persistence/database.ts";
import { migrate } from "../../src/persistence/migrator.ts";
import type { Role } from "../../src/serve.ts";
import { FakeTelegram } from "../support/fake-telegram.ts";
import { openChaosPostgres, type ChaosPostgres } from "./chaos-postgres.ts";
import { placeRedis, type ChaosRedis } from "./chaos-redis.ts";
import { Citizens, type Question } from "./citizens.ts";
import { buildGates } from "./gates.ts";
import { Office } from "./office.ts";
import { startProgram, type Program } from "./program.ts";
import { openSlowLine, type SlowLine } from "./slow-line.ts";
import { buildWeather } from "./weather.ts";
import { investigate, sumUp, type Verdict } from "./verdict.ts";

const secret = "a-secret-of-the-town";
const firstNewcomer = 9_000_000;

/** An assistant of real processes on servers of its own, with people who write to it on a Telegram that can be broken. */
export class ChaosTown implements AsyncDisposable {
  readonly postgres: ChaosPostgres;
  /** What the programs reach PostgreSQL by. */
  readonly line: SlowLine;
  readonly redis: ChaosRedis;
  readonly telegram: FakeTelegram;
  readonly database: Database;
  readonly citizens: Citizens;
  programs: Program[] = [];
  private nextNewcomer = firstNewcomer;
  private readonly folder: string;
  private readonly variables: Record<string, string>;
  readonly queue: "redis" | "postgres";

  private constructor(
    parts: Pick<ChaosTown, "postgres" | "line" | "redis" | "telegram" | "database"> & { folder: string },
    queue: "redis" | "postgres",
    variables: Record<string, string>,
  ) {
    this.queue = queue;
    this.postgres = parts.postgres;
    this.line = parts.line;
    this.redis = parts.redis;
    this.telegram = parts.telegram;
    this.database = parts.database;
    this.folder = parts.folder;
    this.variables = {
      DATABASE_URL: parts.postgres.url.replace(/:\d+\//, `:${parts.line.port}/`),
      PUBLIC_URL: "https://motcua.example",
      TELEGRAM_BOT_TOKEN: parts.telegram.token,
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_API_ROOT: parts.telegram.apiRoot,
      ...(queue === "redis" && { REDIS_URL: parts.redis.url }),
      ...variables,
    };
    this.citizens = new Citizens(() => this.doors, secret);
  }

  /** A town where nobody works yet, and whose Redis is not started; `variables` add to the programs' environment. */
  static async found(
    queue: "redis" | "postgres",
    variables: Record<string, string> = {},
  ): Promise<ChaosTown> {
    const folder = await mkdtemp(join(tmpdir(), "motcua-chaos-town-"));
    const [postgres, redis, telegram] = await Promise.all([
      openChaosPostgres(),
      placeRedis(folder),
      FakeTelegram.start(),
    ]);
    await migrate(postgres.url);
    const database = openDatabase({ url: postgres.url });
    await buildGates(database);
    await buildWeather(database);
    const line = await openSlowLine(Number(new URL(postgres.url).port));
    return new ChaosTown({ postgres, line, redis, telegram, database, folder }, queue, variables);
  }

  get doors(): string[] {
    return this.running("web").map(({ url }) => url);
  }

  running(part: "web" | "worker"): Program[] {
    return this.programs.filter(({ role, isRunning }) => isRunning && (role === part || role === "all"));
  }

  async start(...roles: Role[]): Promise<Program[]> {
    const programs = await Promise.all(roles.map((role) => startProgram(role, this.variables)));
    this.programs.push(...programs);
    return programs;
  }

  /** Starts what is missing of these. */
  async staff(...roles: Role[]): Promise<void> {
    const running = this.programs.filter(({ isRunning }) => isRunning).map(({ role }) => role);
    const missing = roles.filter((role) => {
      const place = running.indexOf(role);
      if (place >= 0) running.splice(place, 1);
      return place < 0;
    });
    await this.start(...missing);
  }

  /** Officers and a clerk, who work through the same doors. */
  openOffice(): Promise<Office> {
    return Office.open(this.database, this.citizens, (chat) => this.telegram.openChat(chat));
  }

  /** Someone who has not said anything yet, so that they need not wait for what was said before. */
  newcomer(): number {
    return this.nextNewcomer++;
  }

  async ask(chat: number): Promise<Question> {
    this.telegram.openChat(chat);
    return await this.citizens.ask(chat);
  }

  /** A question that is not asked yet. */
  question(chat: number, at?: Date): Question {
    this.telegram.openChat(chat);
    return this.citizens.question(chat, at);
  }

  /** How often the answer to a question has reached the platform. */
  timesAnswered({ code }: Question): number {
    return this.telegram.shown.filter(({ text }) => text?.includes(code)).length;
  }

  async untilAnswered(question: Question, times = 1): Promise<void> {
    await this.telegram.until(() => this.timesAnswered(question) >= times);
  }

  /** What takes a minute: leases of the dead run out, and what was put off is due. Only when no delivery is under way. */
  async letAMinutePass(): Promise<void> {
    await this.database.query(
      "update conversation set delivery_leased_until = now() where delivery_leased_until is not null",
    );
    await this.database.query(
      "update outbox set due_at = created_at where status in ('pending', 'sending') and due_at > created_at",
    );
  }

  /** The workers end and others take over, a minute later: whatever happened to those before, nothing is left over. */
  async recover(): Promise<void> {
    const workers = this.running("worker");
    await Promise.all(workers.map((worker) => worker.stop()));
    await this.letAMinutePass();
    await this.start(...workers.map(({ role }) => role));
    await this.settle();
  }

  /** Somebody else's question wakes the workers as a sweep would, again and again, until nothing is owed. */
  async settle(withinMs = 60_000): Promise<void> {
    const giveUpAt = performance.now() + withinMs;
    while ((await this.countOwed()) > 0) {
      if (performance.now() > giveUpAt) throw new Error(`Still owed: ${await this.countOwed()}`);
      await this.untilAnswered(await this.ask(this.newcomer()));
      await pause(100);
    }
  }

  async countOwed(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      "select count(*)::int as count from outbox where status in ('pending', 'sending')",
    );
    return row!.count;
  }

  investigate(): ReturnType<typeof investigate> {
    return investigate(this.citizens, this.database, this.telegram.shown);
  }

  async judge(): Promise<Verdict> {
    return sumUp(await this.investigate());
  }

  /** Forgets what anybody has said until now; the programs go on. */
  forget(): void {
    this.citizens.forget();
    this.telegram.forget();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.programs.filter(({ isRunning }) => isRunning).map((program) => program.kill()));
    await this.database[Symbol.asyncDispose]();
    await this.line[Symbol.asyncDispose]();
    await Promise.all([
      this.telegram[Symbol.asyncDispose](),
      this.redis[Symbol.asyncDispose](),
      this.postgres[Symbol.asyncDispose](),
    ]);
    await rm(this.folder, { recursive: true });
  }
}
