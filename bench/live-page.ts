// How long a reply takes from its commit to open pages, with hundreds of event streams on one process and dozens of replies a
// second, and what memory a stream takes: `npm run bench live-page [--streams 500] [--changes 50] [--seconds 20]`, after
// `npm run build`.
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../src/persistence/database.ts";
import { startServer } from "./child-server.ts";
import { conversationOf, Pages } from "./live-page/pages.ts";
import { numberFlag, publish, withBenchDatabase } from "./frame.ts";

const streamCount = numberFlag("streams", 500);
const changesPerSecond = numberFlag("changes", 50);
const seconds = numberFlag("seconds", 20);
const settleMs = 3_000;

await withBenchDatabase(async (database, folder) => {
  await using server = await startServer(process.execPath, ["dist/src/main.js", "start", "--role", "web"], {
    DATABASE_URL: database.url,
    MOTCUA_DATA_DIR: folder,
  });
  await openConversations(database);
  const pages = new Pages(server.origin);
  // A first page each, so that what every page shares is not counted as a stream's.
  await pages.open(streamCount, 20);
  await pause(settleMs);
  const before = await server.memory();
  await pages.open(0, streamCount);
  await pause(settleMs);
  const perStream = ((await server.memory()) - before) / streamCount;
  const tookMs = await tellPages(database, pages);
  pages.close();
  const at = (part: number) => tookMs[Math.floor(tookMs.length * part)]!;
  const load = `${streamCount} streams, ${changesPerSecond} replies/s`;
  await publish("live-page", [
    { metric: `p50 of arrival, ${load}`, unit: "ms", value: at(0.5) },
    { metric: `p99 of arrival, ${load}`, unit: "ms", value: at(0.99), goal: { atMost: 250 } },
    { metric: "memory a stream", unit: "KiB", value: perStream / 1024, goal: { atMost: 50 } },
  ]);
});

/** Replies to one page after another at an even pace; the sorted milliseconds from each commit to its arrival. */
async function tellPages(database: Database, pages: Pages): Promise<number[]> {
  const count = changesPerSecond * seconds;
  const begin = performance.now();
  const told = Array.from({ length: count }, async (_, place) => {
    await pause((place * 1000) / changesPerSecond - (performance.now() - begin));
    const page = (place * 7) % streamCount;
    const arrived = pages.next(page);
    await database.query(
      `with told as (
         insert into outbox (conversation_id, reply, status, created_at, due_at, sent_at)
         select id, $2, 'sent', now(), now(), now() from conversation where channel = 'web' and external_id = $1
         returning id
       )
       select pg_notify('outbox', 'web:' || $1) from told`,
      [conversationOf(page), JSON.stringify({ blocks: [{ kind: "paragraph", text: `Lượt ${place}` }] })],
    );
    const committedAt = performance.now();
    return Math.max(0, (await arrived) - committedAt);
  });
  return (await Promise.all(told)).toSorted((a, b) => a - b);
}

async function openConversations(database: Database): Promise<void> {
  await database.query(
    `insert into conversation (channel, external_id, created_at, updated_at)
     select 'web', lpad(to_hex(n), 32, '0'), now(), now() from generate_series(0, $1::int) n`,
    [streamCount + 20],
  );
}
