import type { App } from "./app.ts";
import type { Zalo } from "./channels/zalo/zalo.ts";
import type { Config } from "./config/config.ts";
import type { AttachmentSource } from "./conversation/attachments/fetch-attachments.ts";
import type { Channel } from "./conversation/delivery/channel.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import { moveConversation } from "./persistence/move-conversation.ts";
import { createReachStore } from "./persistence/reach-store.ts";
import { readStaffChats } from "./persistence/staff-chats.ts";
import type { Webhook } from "./web/ports.ts";

/** A messaging platform that the configuration connects. */
export interface Platform {
  channel: Channel;
  webhook?: Webhook;
  files: AttachmentSource;
  /** Begins to receive; absent where only a webhook does. */
  start?(): void;
  /** Receives no more, and lets turns in hand finish. */
  stop?(): Promise<void>;
  /** Keeps its access from lapsing, and its menus as they should be; called every hour. */
  renewAccess?(): Promise<unknown>;
  /** Asks the platform whether it lets us speak; throws when it does not. */
  examineAccess(): Promise<Access>;
  /** Sends no more. */
  close?(): PromiseLike<void>;
}

type Access = { kind: "ok"; account: string; lapsesAt?: Date } | { kind: "lapsing"; lapsesAt: Date };

/** Every messaging platform that the configuration connects; what the others need is not loaded. */
export async function openPlatforms(app: App, config: Config): Promise<Platform[]> {
  const telegram =
    config.telegram &&
    (await import("./channels/telegram/telegram.ts")).createTelegram({
      ...config.telegram,
      ...app,
      publicUrl: config.http.publicUrl,
      attachments: createAttachmentStore(app.database),
      noteReach: (...reached) => createReachStore(app.database, "telegram").note(...reached),
      noteMove: (move) => moveConversation(app.database, "telegram", move),
      staffChats: () => readStaffChats(app.database, "telegram"),
    });
  const zaloRoom = (config.zalo ?? config.zaloBot) && (await import("./open-zalo.ts"));
  const zalo = zaloRoom?.openZalo(app, config);
  const zaloBot = zaloRoom?.openZaloBot(app, config);
  return [
    telegram && {
      ...telegram,
      renewAccess: () => telegram.refreshStaffMenus(),
      examineAccess: async (): Promise<Access> => ({ kind: "ok", account: await telegram.accountName() }),
      stop: async () => telegram[Symbol.asyncDispose](),
    },
    zalo && {
      ...zalo,
      renewAccess: () => zalo.tokens.renewWhenDue(),
      examineAccess: () => examineAccount(zalo),
      close: () => zalo[Symbol.asyncDispose](),
    },
    zaloBot && {
      ...zaloBot,
      examineAccess: async (): Promise<Access> => ({ kind: "ok", account: await zaloBot.accountName() }),
      close: () => zaloBot[Symbol.asyncDispose](),
    },
  ].filter((platform) => platform !== undefined);
}

async function examineAccount(zalo: Zalo): Promise<Access> {
  const health = await zalo.tokens.renewWhenDue();
  if (health.kind === "unauthorized") throw new Error("no valid consent: run motcua zalo authorize");
  const account = await zalo.accountName();
  return health.kind === "ok"
    ? { kind: "ok", account, lapsesAt: health.refreshExpiresAt }
    : { kind: "lapsing", lapsesAt: health.stopsAt };
}
