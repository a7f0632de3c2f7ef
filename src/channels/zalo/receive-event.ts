import { StoreUnavailableError } from "../../conversation/store-unavailable-error.ts";
import type { HandleMessage } from "../../conversation/turn.ts";
import type { Log } from "../../logging/logger.ts";
import { readEvent, type Contact } from "./read-event.ts";
import type { ZaloEvent } from "./zalo-event.ts";

/** Takes one event in. Returns once it is committed or not worth repeating; throws when Zalo must redeliver it. */
export type ReceiveEvent = (event: ZaloEvent) => Promise<void>;

export interface ReceiverPorts {
  /** Remembers that a person spoke, followed or left. Older news than what is known changes nothing. */
  noteContact: (contact: Contact) => Promise<void>;
  handleMessage: HandleMessage;
  log: Log;
}

export function createReceiver({ noteContact, handleMessage, log }: ReceiverPorts): ReceiveEvent {
  return async (event) => {
    try {
      const { contact, reading } = readEvent(event);
      // First, so that the answer to the message is sent as the message allows.
      if (contact) await noteContact(contact);
      if (reading.kind === "message") await handleMessage(reading.message);
      else log.debug({ event: event.event_name, reason: reading.reason }, "Zalo event ignored");
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      log.error({ event: event.event_name, err: error }, "Zalo event failed");
    }
  };
}
