import { StoreUnavailableError } from "../../conversation/store-unavailable-error.ts";
import type { HandleMessage } from "../../conversation/turn.ts";
import type { Log } from "../../logging/logger.ts";
import type { BotUpdate } from "./bot-update.ts";
import { readBotUpdate } from "./read-bot-update.ts";

/** Takes one update in. Returns once it is committed or not worth repeating; throws when it must come again. */
export type ReceiveBotUpdate = (update: BotUpdate) => Promise<void>;

export interface BotReceiverPorts {
  accountName: () => Promise<string>;
  handleMessage: HandleMessage;
  log: Log;
}

export function createBotReceiver({ accountName, handleMessage, log }: BotReceiverPorts): ReceiveBotUpdate {
  return async (update) => {
    const isGroup = update.message?.chat.chat_type === "GROUP";
    const reading = readBotUpdate(update, isGroup ? await accountName() : "");
    if (reading.kind === "ignored")
      return log.debug({ event: update.event_name, reason: reading.reason }, "Zalo bot update ignored");
    try {
      await handleMessage(reading.message);
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      log.error({ event: update.event_name, err: error }, "Zalo bot update failed");
    }
  };
}
