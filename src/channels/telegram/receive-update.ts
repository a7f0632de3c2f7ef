import type { Api } from "grammy";
import type { CallbackQuery, Update } from "grammy/types";
import { StoreUnavailableError } from "../../conversation/store-unavailable-error.ts";
import type { HandleMessage } from "../../conversation/turn.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Log } from "../../logging/logger.ts";
import type { BotIdentity } from "./addressed-text.ts";
import type { ReachNews } from "./read-membership.ts";
import type { ChatMove } from "./read-move.ts";
import { readUpdate } from "./read-update.ts";

/** Takes one update in. Returns once it is committed or not worth repeating; throws when Telegram must redeliver it. */
export type ReceiveUpdate = (update: Update) => Promise<void>;

export interface ReceiverPorts {
  api: Api;
  bot: () => Promise<BotIdentity>;
  handleMessage: HandleMessage;
  noteReach: (news: ReachNews) => Promise<void>;
  noteMove: (move: ChatMove) => Promise<void>;
  clock: Clock;
  log: Log;
}

export function createReceiver(ports: ReceiverPorts): ReceiveUpdate {
  const { api, bot, handleMessage, noteReach, noteMove, clock, log } = ports;
  return async (update) => {
    const identity = await bot();
    try {
      const reading = readUpdate(update, identity, clock());
      if (reading.kind === "message") await handleMessage(reading.message);
      else if (reading.kind === "reach") await noteReach(reading.news);
      else if (reading.kind === "move") await noteMove(reading.move);
      else log.debug({ updateId: update.update_id, reason: reading.reason }, "Telegram update ignored");
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      log.error({ updateId: update.update_id, err: error }, "Telegram update failed");
    }
    if (update.callback_query) await stopSpinner(api, update.callback_query, log);
  };
}

/** A pressed button spins until the press is answered. */
async function stopSpinner(api: Api, press: CallbackQuery, log: Log): Promise<void> {
  try {
    await api.answerCallbackQuery(press.id);
  } catch (error) {
    log.warn({ err: error }, "Telegram did not take the answer to a pressed button");
  }
}
