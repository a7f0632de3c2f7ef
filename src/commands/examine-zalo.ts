import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import { openZalo, openZaloBot } from "../open-zalo.ts";
import type { Finding } from "./finding.ts";

/** Whether Zalo takes what we have been given for the Official Account, and how long it will. */
export async function examineZaloAccount(app: App, config: Config): Promise<Finding> {
  const part = "zalo";
  await using zalo = openZalo(app, config);
  if (!zalo) return { part, state: "note", found: "no account", remedy: "set ZALO_APP_ID to join Zalo" };
  const remedy = "motcua zalo authorize";
  try {
    const health = await zalo.tokens.renewWhenDue();
    if (health.kind === "unauthorized") return { part, state: "fault", found: "no valid consent", remedy };
    const found = await zalo.accountName();
    return health.kind === "ok"
      ? { part, state: "ok", found }
      : { part, state: "fault", found: `${found}, until ${health.stopsAt.toISOString()}`, remedy };
  } catch (error) {
    const { message: found } = error as Error;
    return {
      part,
      state: "fault",
      found,
      remedy: `check ZALO_APP_SECRET and that this machine reaches Zalo, or ${remedy}`,
    };
  }
}

/** Whether Zalo takes the bot's token. */
export async function examineZaloBot(app: App, config: Config): Promise<Finding> {
  const part = "zalo bot";
  await using bot = openZaloBot(app, config);
  if (!bot) return { part, state: "note", found: "no token", remedy: "set ZALO_BOT_TOKEN to join by a bot" };
  try {
    const how = config.http.publicUrl ? `webhook under ${config.http.publicUrl}` : "long polling";
    return { part, state: "ok", found: `${await bot.accountName()}, ${how}` };
  } catch (error) {
    const { message: found } = error as Error;
    return {
      part,
      state: "fault",
      found,
      remedy: "check ZALO_BOT_TOKEN and that this machine reaches Zalo",
    };
  }
}
