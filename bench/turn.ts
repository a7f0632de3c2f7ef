// Turns a second at 32 connections, from the signed webhook to the commit, for the status of a dossier among a million,
// beside two floors in the same run: the seven plain statements of a turn, and one statement that touches the same rows.
// `tsx bench/turn.ts [dossiers]`, after `npm run build`.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openDatabase, type Database } from "../src/persistence/database.ts";
import { useEmbeddedPostgres } from "../src/persistence/embedded-postgres.ts";
import { migrate } from "../src/persistence/migrator.ts";
import { FakeTelegram } from "../test/support/fake-telegram.ts";
import { putUnderLoad, type Load } from "./turn/load.ts";

const dossiers = Number(process.argv[2] ?? 1_000_000);
const chats = 20_000;
const rounds = Number(process.env["ROUNDS"] ?? 5);
const seconds = Number(process.env["SECONDS_EACH"] ?? 4);
const secret = "a-secret-of-the-bench";
const codeOf = (n: number) => `H57.16-210315-${10_000 + ((n * 104_729) % dossiers)}`;

const folder = await mkdtemp(join(tmpdir(), "motcua-bench-"));
await chmod(folder, 0o755);
try {
  await using postgres = await useEmbeddedPostgres(folder);
  await migrate(postgres.url);
  await using database = openDatabase({ url: postgres.url });
  await seed(database);
  await using telegram = await FakeTelegram.start();
  const ours = ["dist/src/main.js", "start", "--role", "web"];
  const floor = (name: string) => ["--import", "tsx", "bench/turn/floor.ts", name];
  const ways: Record<string, { command: string[]; path: string }> = {
    "seven statements": { command: floor("statements"), path: "/" },
    "one statement": { command: floor("one-statement"), path: "/" },
    motcua: { command: ours, path: "/webhooks/telegram" },
  };
  const results = new Map<string, Load[]>();
  for (const [name, { command, path }] of Object.entries(ways)) {
    const only = process.env["ONLY"];
    if (only && !name.includes(only)) continue;
    results.set(name, []);
    ways[name] = { command, path };
  }
  const running = new Map<string, { origin: string; child: ChildProcess }>();
  for (const name of results.keys())
    running.set(name, await startServer(ways[name]!.command, postgres.url, telegram));
  try {
    for (let round = 0; round <= rounds; round++)
      for (const [name, loads] of results) {
        const asked = { secret, path: ways[name]!.path, chats, codeOf };
        const load = await putUnderLoad(running.get(name)!.origin, asked, { connections: 32, seconds });
        // The first round warms the caches.
        if (round > 0) loads.push(load);
      }
  } finally {
    for (const { child } of running.values()) child.kill("SIGTERM");
    for (const { child } of running.values()) if (child.exitCode === null) await once(child, "exit");
  }
  console.table(
    Object.fromEntries(
      [...results].map(([name, loads]) => [
        name,
        Object.fromEntries(
          (["perSecond", "p50Ms", "p99Ms"] as const).map((key) => [
            key,
            Number(median(loads.map((load) => load[key])).toFixed(1)),
          ]),
        ),
      ]),
    ),
  );
} finally {
  await rm(folder, { recursive: true });
}

async function startServer(
  command: string[],
  databaseUrl: string,
  telegram: FakeTelegram,
): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, command, {
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      LOG_LEVEL: "warn",
      DATABASE_URL: databaseUrl,
      SECRET: secret,
      PUBLIC_URL: "https://motcua.example",
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_WEBHOOK_SECRET: secret,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ...(process.env["BENCH_REDIS_URL"] && { REDIS_URL: process.env["BENCH_REDIS_URL"] }),
      ...(process.env["PROFILE"] && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${process.env["PROFILE"]}` }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    const origin = /(http:\/\/\S+)/.exec(line)?.[1];
    if (origin) return { origin, child };
  }
  throw new Error(`${command.join(" ")} ended before it listened`);
}

async function seed(database: Database): Promise<void> {
  await database.query("insert into unit (code, name) values ('H57.16', 'Sở Tư pháp')");
  await database.query("insert into field (name) values ('Lý lịch tư pháp')");
  await database.query(
    `insert into procedure (code, name, field_id, working_days, online_level, interlinked, is_published, updated_at)
     select '2.' || i, 'Thủ tục ' || i, 1, 10, 'full', 'none', true, now() from generate_series(1, 50) i`,
  );
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, interlinked)
     select 'H57.16-210315-' || (10000 + i), 1 + i % 50, 1, 'online', 'in-progress', now() - interval '5 days',
            now() + interval '5 days', 'none'
     from generate_series(0, $1::int - 1) i`,
    [dossiers],
  );
  await database.query(
    `insert into dossier_event (dossier_id, happened_at, recorded_at, to_status, source)
     select id, received_at, received_at, status, 'bench' from dossier`,
  );
  await database.query(
    `insert into conversation (channel, external_id, created_at, updated_at)
     select 'telegram', i, now(), now() from generate_series(1, $1::int) i`,
    [chats],
  );
  await database.query("vacuum analyze");
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
