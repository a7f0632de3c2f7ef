// How long a page of the staff takes beside its own statements asked bare and the rendering after the last of them, with
// ten thousand cases and dossiers: `npm run bench pages [--many 10000] [--rounds 15]`.
import { buildConfig } from "../src/config/config.ts";
import { readEnvironment } from "../src/config/environment.ts";
import { createApp, type App } from "../src/app.ts";
import { loadDemonstrationInto } from "../src/demonstration.ts";
import { createLog } from "../src/logging/logger.ts";
import { createSignInStore } from "../src/persistence/sign-in-store.ts";
import { serve } from "../src/serve.ts";
import { listenToSql } from "../test/leaks/sql-listener.ts";
import { visitorOf, type Visitor } from "../test/support/http-visitor.ts";
import { median, numberFlag, publish, withBenchDatabase, type Finding } from "./frame.ts";

const many = numberFlag("many", 10_000);
const rounds = numberFlag("rounds", 15);
const warmUp = 3;
const now = new Date("2026-11-24T02:10:00Z");

await withBenchDatabase(async (database, folder) => {
  const config = buildConfig(
    readEnvironment({ DATABASE_URL: database.url, MOTCUA_DATA_DIR: folder, PORT: "0" }),
  );
  await using app = await createApp(config, { clock: () => now, log: createLog("silent") });
  await loadDemonstrationInto(app);
  await fill(app);
  await using serving = await serve(app, config, "web");
  const visitor = visitorOf(serving.url!);
  await visitor.submit(`/vao/${await createSignInStore(app.database).issue("lanhdao", now)}`, {});
  const findings: Finding[] = [];
  for (const address of await addresses(app)) findings.push(await measure(app, visitor, address));
  await publish("pages", findings);
});

async function measure(app: App, visitor: Visitor, address: string): Promise<Finding> {
  const taken: number[] = [];
  const least: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    using listener = listenToSql(app.database);
    const begun = performance.now();
    const answer = await visitor.get(address);
    await answer.text();
    const ended = performance.now();
    if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
    const statements = [...listener.heard];
    const rendering = ended - (statements.at(-1)?.at ?? begun);
    const bare = await askBare(app, statements);
    if (round < 0) continue;
    taken.push(ended - begun);
    least.push(bare + rendering);
  }
  return { metric: address, unit: "ms", value: median(taken), floor: median(least), goal: { atMost: 2 } };
}

/** The same statements on one connection, one after the other; what they write is taken back. */
async function askBare(
  app: App,
  statements: readonly { text: string; values: unknown[] }[],
): Promise<number> {
  const client = await app.database.pool.connect();
  const asked = statements.filter(
    ({ text }) => !/^\s*(begin|start|set|commit|rollback|savepoint)\b/i.test(text),
  );
  try {
    await client.query("begin");
    const begun = performance.now();
    for (const { text, values } of asked) await client.query(text, values);
    return performance.now() - begun;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function addresses({ database }: App): Promise<string[]> {
  const [matter] = await database.query<{ code: string }>(
    "select code from feedback where code is not null order by received_at desc limit 1",
  );
  const [dossier] = await database.query<{ code: string }>(
    "select code from dossier where resolved_at is null order by code limit 1",
  );
  return [
    "/lamviec?cua=donvi",
    "/lamviec/phananh",
    "/lamviec/phananh?tim=viec",
    `/lamviec/phananh/${matter!.code}`,
    "/lamviec/hoso",
    "/lamviec/hoso?tim=nguyen",
    `/lamviec/hoso/${dossier!.code}`,
    "/lamviec/solieu?ky=quy1/2021",
    "/lamviec/lich?nam=2026",
    "/lamviec/caidat/thu-tuc",
    "/lamviec/caidat/can-bo",
    "/cong-khai",
    "/so-lieu",
    "/y-kien",
  ];
}

async function fill({ database }: App): Promise<void> {
  await database.query(
    `insert into feedback (code, source, source_code, content, received_at, due_at, status, unit_id)
     select 'PA-2019-' || lpad(n::text, 6, '0'), 'other', 'many-' || n, 'Việc thứ ' || n, '2026-11-20',
            '2026-12-01'::timestamptz + n * interval '1 minute', 'assigned',
            (select id from unit where parent_id is not null order by id limit 1)
     from generate_series(1, $1::int) n`,
    [many],
  );
  await database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, interlinked, applicant_name)
     select 'H57.16-261101-' || lpad(n::text, 5, '0'), (select id from procedure order by id limit 1),
            (select id from unit where parent_id is not null order by id limit 1), 'online', 'in-progress', '2026-11-01',
            '2026-12-01', 'none', 'Nguyễn Văn ' || n
     from generate_series(1, $1::int) n`,
    [many],
  );
  await database.query("analyze");
}
