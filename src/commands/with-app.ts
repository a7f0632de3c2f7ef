import { createApp, type App } from "../app.ts";
import { buildConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import type { Clock } from "../domain/vietnam-time.ts";
import { createLog } from "../logging/logger.ts";
import { machineClock } from "./clock-option.ts";

/** Lends a command the app on the configured database, and closes it whatever happens. */
export async function withApp<Result>(
  options: { now?: Clock | undefined; copiesAsItLies?: true },
  use: (app: App) => Promise<Result>,
): Promise<Result> {
  const config = buildConfig(readEnvironment());
  await using app = await createApp(config, {
    clock: options.now ?? machineClock,
    ...(options.copiesAsItLies && { copiesAsItLies: true }),
    // A command's own words are enough, unless something is wrong.
    log: createLog(config.logLevel === "info" ? "warn" : config.logLevel),
  });
  return await use(app);
}
