// Turns a second at 32 connections, from the signed webhook to the commit, for the status of a dossier among a million,
// beside two floors in the same run: the seven plain statements of a turn, and one statement that touches the same rows.
// `npm run bench turn [--dossiers 1000000] [--rounds 5] [--seconds 4]`, after `npm run build`; the queues live in
// PostgreSQL, or in Redis when REDIS_URL names one.
import type { Database } from "../src/persistence/database.ts";
import { FakeTelegram } from "../test/support/fake-telegram.ts";
import { startServer, type ChildServer } from "./child-server.ts";
import { median, numberFlag, publish, withBenchDatabase, type Finding } from "./frame.ts";
import { putUnderLoad, type Load } from "./turn/load.ts";

// What is asked for fits in memory, for ours and the floors alike.
const serverSettings = { max_wal_size: "8GB", shared_buffers: "1GB" };
const dossiers = numberFlag("dossiers", 1_000_000);
const rounds = numberFlag("rounds", 5);
const seconds = numberFlag("seconds", 4);
const chats = 20_000;
const secret = "a-secret-of-the-bench";
const codeOf = (n: number) => `H57.16-210315-${10_000 + ((n * 104_729) % dossiers)}`;

interface Way {
  command: string[];
  path: string;
}

const floor = (name: string): Way => ({
  command: ["--import", "tsx", "bench/turn/floor.ts", name],
  path: "/",
});
const ways = {
  statements: floor("statements"),
  oneStatement: floor("one-statement"),
  ours: { command: ["dist/src/main.js", "start", "--role", "web"], path: "/webhooks/telegram" },
} satisfies Record<string, Way>;
type Name = keyof typeof ways;

await withBenchDatabase(async (database) => {
  await seed(database);
  await using telegram = await FakeTelegram.start();
  const { statements, oneStatement, ours } = await measure(database.url, telegram);
  const perSecond = { unit: "turns/s", value: ours.perSecond };
  const findings: Finding[] = [
    {
      ...perSecond,
      metric: "beside seven plain statements",
      floor: statements.perSecond,
      goal: { atLeast: 1.2 },
    },
    { ...perSecond, metric: "beside one statement", floor: oneStatement.perSecond, goal: { atLeast: 0.6 } },
    { metric: "p50 beside one statement's", unit: "ms", value: ours.p50Ms, floor: oneStatement.p50Ms },
    {
      metric: "p99 beside one statement's p50",
      unit: "ms",
      value: ours.p99Ms,
      floor: oneStatement.p50Ms,
      goal: { atMost: 2.5 },
    },
  ];
  await publish("turn", findings);
}, serverSettings);

/** The servers stay up side by side and are put under load by turns; the first round warms the caches. */
async function measure(databaseUrl: string, telegram: FakeTelegram): Promise<Record<Name, Load>> {
  const names = Object.keys(ways) as Name[];
  const servers: ChildServer[] = [];
  try {
    const origins = new Map<Name, string>();
    for (const name of names) {
      const server = await startWay(ways[name].command, databaseUrl, telegram);
      servers.push(server);
      origins.set(name, server.origin);
    }
    const loads = new Map<Name, Load[]>(names.map((name) => [name, []]));
    for (let round = -1; round < rounds; round += 1)
      for (const name of names) {
        const asked = { secret, path: ways[name].path, chats, codeOf };
        const load = await putUnderLoad(origins.get(name)!, asked, { connections: 32, seconds });
        if (round >= 0) loads.get(name)!.push(load);
      }
    return Object.fromEntries(names.map((name) => [name, middleOf(loads.get(name)!)])) as Record<Name, Load>;
  } finally {
    for (const server of servers) await server[Symbol.asyncDispose]();
  }
}

function middleOf(loads: readonly Load[]): Load {
  const of = (key: keyof Load) => median(loads.map((load) => load[key]));
  return { perSecond: of("perSecond"), p50Ms: of("p50Ms"), p99Ms: of("p99Ms") };
}

function startWay(args: string[], databaseUrl: string, telegram: FakeTelegram): Promise<ChildServer> {
  return startServer(process.execPath, args, {
    DATABASE_URL: databaseUrl,
    SECRET: secret,
    PUBLIC_URL: "https://motcua.example",
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...(process.env["REDIS_URL"] && { REDIS_URL: process.env["REDIS_URL"] }),
  });
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
