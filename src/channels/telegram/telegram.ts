import type { InboundMessage } from "../../conversation/inbound-message.ts";
import type { HandleMessage } from "../../conversation/turn.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Log } from "../../logging/logger.ts";
import type { Say } from "../../wording/wording.ts";
import type { AttachmentStore } from "../../conversation/attachments/attachment-store.ts";
import type { AttachmentSource } from "../../conversation/attachments/fetch-attachments.ts";
import type { Channel } from "../../conversation/delivery/channel.ts";
import type { BotIdentity } from "./addressed-text.ts";
import { persist, type Persistence } from "./persist.ts";
import { createReceiver, type ReceiverPorts } from "./receive-update.ts";
import { createApi, type TelegramAccess } from "./telegram-api.ts";
import { createTelegramChannel } from "./telegram-channel.ts";
import { createTelegramFiles } from "./telegram-files.ts";
import { pollUpdates } from "./telegram-polling.ts";
import { createStaffMenus, registerMenus, type StaffChat } from "./telegram-menu.ts";
import { chooseDelivery } from "./telegram-set-up.ts";
import { createTelegramWebhook, type TelegramWebhook } from "./telegram-webhook.ts";

export interface TelegramOptions extends TelegramAccess {
  /** Where Telegram reaches us; absent: updates are fetched by long polling. */
  publicUrl?: string | undefined;
  /** 1–256 of A-Z a-z 0-9 _ -; needed with `publicUrl`. */
  secret?: string | undefined;
  log: Log;
  handleMessage: HandleMessage;
  noteReach: ReceiverPorts["noteReach"];
  noteMove: ReceiverPorts["noteMove"];
  /** Where the files of replies are. */
  attachments: Pick<AttachmentStore, "read">;
  /** The chats that are bound to staff now. */
  staffChats: () => Promise<StaffChat[]>;
  say: Say;
  clock: Clock;
  /** Wait before a failed set-up or poll is tried again; it doubles up to a minute. Default one second. */
  firstWaitMs?: number;
}

export interface Telegram extends AsyncDisposable {
  channel: Channel;
  /** Where what people send is fetched. */
  files: AttachmentSource;
  /** Absent when updates are polled for. */
  webhook?: TelegramWebhook;
  /** Begins to receive, in the background: with Telegram away it tries again until disposed of. */
  start(): void;
  /** Gives staff the menu of their role; for those bound since the last time. */
  refreshStaffMenus(): Promise<void>;
  /** The bot's name, asked for anew: proof that the token is taken. */
  accountName(): Promise<string>;
}

const sendTimeoutSeconds = 15;
const pollTimeoutSeconds = 40;

/** Telegram as a channel: sends at once, receives from `start()` until disposed of, when the turns in hand finish. */
export function createTelegram(options: TelegramOptions): Telegram {
  const { publicUrl, secret, log, say } = options;
  if (publicUrl && !secret) throw new Error("A Telegram webhook needs a secret");
  const api = createApi(options, sendTimeoutSeconds);
  const receive = createReceiver({ ...options, handleMessage, api, bot: createIdentity(() => api.getMe()) });
  const webhook = publicUrl && secret ? { publicUrl, secret } : undefined;
  const stopping = new AbortController();
  const persistence: Persistence = {
    signal: stopping.signal,
    firstWaitMs: options.firstWaitMs ?? 1000,
    onFailure: (error, waitMs) => log.warn({ err: error, waitMs }, "Telegram failed, trying again"),
  };
  const showStaffMenus = createStaffMenus(api, say);
  let running: Promise<unknown> | undefined;

  async function receiveUpdates(): Promise<void> {
    await persist(() => chooseDelivery(api, webhook), persistence);
    log.info({ mode: webhook ? "webhook" : "polling" }, "Telegram channel receives");
    if (!webhook) await pollUpdates(createApi(options, pollTimeoutSeconds), receive, persistence);
  }

  async function refreshStaffMenus(): Promise<void> {
    await showStaffMenus(await options.staffChats());
  }

  /** Whoever has just been linked to the staff, or is no more, has the right menu at once. */
  async function handleMessage(message: InboundMessage) {
    const outcome = await options.handleMessage(message);
    if (isAboutLinking(message))
      refreshStaffMenus().catch((err: unknown) =>
        log.warn({ err }, "menus not refreshed, the hourly job will"),
      );
    return outcome;
  }

  async function registerAllMenus(): Promise<void> {
    await registerMenus(api, say);
    await refreshStaffMenus();
  }

  return {
    channel: createTelegramChannel(api, options.attachments),
    files: createTelegramFiles(api, options),
    ...(webhook && { webhook: createTelegramWebhook(webhook.secret, receive, log) }),
    start() {
      // Side by side: a menu that Telegram does not take keeps nobody from being heard.
      running ??= Promise.all([receiveUpdates(), persist(registerAllMenus, persistence)]);
    },
    refreshStaffMenus,
    accountName: async () => `@${(await api.getMe()).username}`,
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
    },
  };
}

function isAboutLinking({ content }: InboundMessage): boolean {
  const said = content.kind === "button" ? content.say : content.kind === "text" ? content.text : "";
  return /^\/(lienket|thoat|start\s)/i.test(said);
}

/** Asks who the bot is until it is known, and no more after that. */
function createIdentity(getMe: () => Promise<BotIdentity>): () => Promise<BotIdentity> {
  let known: Promise<BotIdentity> | undefined;
  return () =>
    (known ??= getMe().catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
}
