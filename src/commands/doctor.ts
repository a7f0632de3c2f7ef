import type { Command } from "commander";
import { createApp, type App } from "../app.ts";
import { createApi } from "../channels/telegram/telegram-api.ts";
import { buildConfig, type Config } from "../config/config.ts";
import { ConfigurationError, readEnvironment } from "../config/environment.ts";
import { createJobs } from "../jobs/jobs.ts";
import { createLog } from "../logging/logger.ts";
import { queueLocation } from "../serve.ts";
import { machineClock } from "./clock-option.ts";
import { CannotRunError } from "./command-error.ts";
import { examineZaloAccount, examineZaloBot } from "./examine-zalo.ts";
import { MissingKeyError } from "../persistence/keyring.ts";
import { readSeals } from "../persistence/rotate-keys.ts";
import type { Finding } from "./finding.ts";

export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description(
      "Look at configuration, database, queue, clock and channel tokens; one line each, with the remedy.",
    )
    .action(async () => {
      let faults = 0;
      for await (const finding of examine()) {
        process.stdout.write(`${lineOf(finding)}\n`);
        if (finding.state === "fault") faults += 1;
      }
      if (faults) throw new CannotRunError(`${faults} fault(s) found.`);
    });
}

function lineOf({ part, state, found, remedy }: Finding): string {
  const line = `${state.toUpperCase().padEnd(5)} ${part.padEnd(13)} ${found}`;
  return remedy ? `${line} → ${remedy}` : line;
}

async function* examine(): AsyncGenerator<Finding> {
  const config = readConfig();
  if (config instanceof ConfigurationError) {
    for (const found of config.faults)
      yield { part: "configuration", state: "fault", found, remedy: "see .env.example" };
    return;
  }
  yield { part: "configuration", state: "ok", found: "complete" };
  yield* examineDatabase(config);
  yield await examineTelegram(config);
  yield { part: "fonts", state: "ok", found: "none needed: pages use the visitor’s own" };
}

function readConfig(): Config | ConfigurationError {
  try {
    return buildConfig(readEnvironment());
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

async function* examineDatabase(config: Config): AsyncGenerator<Finding> {
  const where = config.database.url ? "DATABASE_URL" : `embedded in ${config.dataDir}`;
  try {
    await using app = await createApp(config, { clock: machineClock, log: createLog("silent") });
    const [row] = await app.database.query<{ version: string; now: Date }>(
      "select current_setting('server_version') as version, clock_timestamp() as now",
    );
    yield { part: "database", state: "ok", found: `PostgreSQL ${row!.version}, ${where}` };
    yield examineClock(row!.now);
    yield await examineQueue(app, config);
    yield await examineSeals(app);
    yield await examineContent(app);
    yield await examineZaloAccount(app, config);
    yield await examineZaloBot(app, config);
  } catch (error) {
    if (error instanceof MissingKeyError) {
      yield { part: "seals", state: "fault", found: error.message, remedy: "see docs/operations/keys.md" };
      return;
    }
    const found = `${where}: ${error instanceof Error ? error.message : String(error)}`;
    yield {
      part: "database",
      state: "fault",
      found,
      remedy: "check DATABASE_URL, or that MOTCUA_DATA_DIR can be written",
    };
  }
}

async function examineSeals({ database }: App): Promise<Finding> {
  const { currentId } = database.keyring;
  const seals = await readSeals(database);
  const behind = seals.reduce((sum, one) => sum + one.behind, 0);
  const values = seals.reduce((sum, one) => sum + one.values, 0);
  if (currentId === undefined)
    return {
      part: "seals",
      state: "note",
      found: `${values} personal values lie open: no key is set`,
      remedy: "set MOTCUA_SECRET_KEY, then run: motcua keys rotate",
    };
  return behind === 0
    ? { part: "seals", state: "ok", found: `${values} personal values sealed with key ${currentId}` }
    : {
        part: "seals",
        state: "note",
        found: `${behind} of ${values} personal values are not sealed with key ${currentId}`,
        remedy: "run: motcua keys rotate",
      };
}

function examineClock(databaseNow: Date): Finding {
  const aheadMs = machineClock().getTime() - databaseNow.getTime();
  return Math.abs(aheadMs) < 2000
    ? { part: "clock", state: "ok", found: machineClock().toISOString() }
    : {
        part: "clock",
        state: "fault",
        found: `this machine and the database differ by ${Math.round(aheadMs / 1000)} s`,
        remedy: "synchronise both with NTP: deadlines are counted by the clock",
      };
}

async function examineQueue(app: App, config: Config): Promise<Finding> {
  const found = config.queue.redisUrl ? "Redis" : "PostgreSQL, schema bullmq";
  const jobs = createJobs(queueLocation(app, config), app.log);
  try {
    await jobs.ping();
    return { part: "queue", state: "ok", found };
  } catch (error) {
    return {
      part: "queue",
      state: "fault",
      found: `${found}: ${(error as Error).message}`,
      remedy: "check REDIS_URL",
    };
  } finally {
    await jobs[Symbol.asyncDispose]();
  }
}

async function examineContent(app: App): Promise<Finding> {
  const [row] = await app.database.query<{ units: number; dossiers: number }>(
    "select (select count(*)::int from unit) as units, (select count(*)::int from dossier) as dossiers",
  );
  const found = `${row!.units} units, ${row!.dossiers} dossiers`;
  return row!.units
    ? { part: "content", state: "ok", found }
    : { part: "content", state: "note", found, remedy: "motcua import don-vi FILE, or motcua demo load" };
}

async function examineTelegram({ telegram, http }: Config): Promise<Finding> {
  if (!telegram)
    return {
      part: "telegram",
      state: "note",
      found: "no token",
      remedy: "set TELEGRAM_BOT_TOKEN to join Telegram",
    };
  try {
    const { username } = await createApi(telegram, 10).getMe();
    const how = http.publicUrl ? `webhook under ${http.publicUrl}` : "long polling";
    return { part: "telegram", state: "ok", found: `@${username}, ${how}` };
  } catch (error) {
    const found = `${telegram.apiRoot} does not take the token: ${(error as Error).message}`;
    return {
      part: "telegram",
      state: "fault",
      found,
      remedy: "check TELEGRAM_BOT_TOKEN and that this machine reaches Telegram",
    };
  }
}
