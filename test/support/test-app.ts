import { createApp, type App } from "../../src/app.ts";
import { buildConfig, type Config } from "../../src/config/config.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { Clock } from "../../src/domain/vietnam-time.ts";
import { createLog } from "../../src/logging/logger.ts";
import { createTestDatabase } from "./test-database.ts";

export interface TestApp extends AsyncDisposable {
  app: App;
  config: Config;
}

/** The whole app on a database of its own, at an instant that stands still unless `clock` moves it. */
export async function createTestApp(clock: Clock, variables: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const config = buildConfig(readEnvironment({ DATABASE_URL: database.url, PORT: "0", ...variables }));
  const app = await createApp(config, { clock, log: createLog("silent") });
  return {
    app,
    config,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}
