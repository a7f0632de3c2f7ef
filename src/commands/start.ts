import { once } from "node:events";
import { Option, type Command } from "commander";
import { createApp, type App } from "../app.ts";
import { buildConfig, type Config } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { exampleCodes, hasAnyUnit, loadDemonstrationInto } from "../demonstration.ts";
import { createLog } from "../logging/logger.ts";
import { roles, serve, type Role } from "../serve.ts";
import { machineClock } from "./clock-option.ts";
import { CannotRunError } from "./command-error.ts";

export function addStart(program: Command): void {
  program
    .command("start")
    .description("Run the assistant until it is told to stop (SIGTERM, SIGINT).")
    .addOption(new Option("--role <role>", "which part this process is").choices(roles).default("all"))
    .action(({ role }: { role: Role }) => start(role));
}

async function start(role: Role): Promise<void> {
  const config = buildConfig(readEnvironment());
  const log = createLog(config.logLevel);
  const told = Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  await using app = await createApp(config, { clock: machineClock, log });
  await loadOnFirstStart(app, config);
  await using serving = await serve(app, config, role).catch((error: unknown) => {
    throw readStartFailure(error, config);
  });
  log.info({ role, url: serving.url }, "started");
  if (serving.url) process.stdout.write(`Một Cửa is running: ${serving.url}\n`);
  await told;
  log.info({ role }, "stopping: turns and deliveries under way finish");
}

/** Only a database of our own, and only while it is empty: never one we were pointed at. */
async function loadOnFirstStart(app: App, config: Config): Promise<void> {
  if (config.database.url || (await hasAnyUnit(app))) return;
  await loadDemonstrationInto(app);
  process.stdout.write(
    "First start on an empty database: the demonstration agency was loaded (invented people and dossiers).\n" +
      `Dossier codes to try: ${(await exampleCodes(app)).join(", ")}\n`,
  );
}

function readStartFailure(error: unknown, { http }: Config): unknown {
  return (error as { code?: string }).code === "EADDRINUSE"
    ? new CannotRunError(
        `Port ${http.port} at ${http.host} is taken by another program. Stop it, or set PORT.`,
      )
    : error;
}
