import { randomInt } from "node:crypto";
import type { App } from "./app.ts";
import type { Config } from "./config/config.ts";
import { invitationHours } from "./domain/staff/staff-accounts.ts";
import type { Invitation } from "./domain/staff/staff-roster.ts";
import { createStaffAccountStore } from "./persistence/staff-account-store.ts";

/** Letters and digits that nobody mistakes for one another. */
const codeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A one-time code by which somebody on the staff links their messenger; undefined when nobody has that name. */
export async function inviteStaff(
  { database }: App,
  config: Config,
  { username, by, now, hours = invitationHours }: { username: string; by: string; now: Date; hours?: number },
): Promise<Invitation | undefined> {
  const code = Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join("");
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  const isInvited = await database.transaction((sql) =>
    createStaffAccountStore(sql).invite({ username, code, expiresAt }, by, now),
  );
  return isInvited ? { code, links: await linksTo(code, config), expiresAt } : undefined;
}

/** None for a channel that is not set up, or does not say who it is. */
async function linksTo(code: string, { http, telegram }: Config): Promise<string[]> {
  const web = http.publicUrl && new URL(`/lien-ket/${code}`, http.publicUrl).href;
  const bot = telegram && (await readBot(telegram));
  return [web, bot && `https://t.me/${bot.username}?start=${code}`].filter((link) => link !== undefined);
}

async function readBot(telegram: NonNullable<Config["telegram"]>): Promise<{ username: string } | undefined> {
  const { createApi } = await import("./channels/telegram/telegram-api.ts");
  return createApi(telegram, 5)
    .getMe()
    .catch(() => undefined);
}
