import type { AttachmentStore } from "../../conversation/attachments/attachment-store.ts";
import {
  atOnce,
  type Channel,
  type DeliveryOutcome,
  type InTurn,
} from "../../conversation/delivery/channel.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import { fileNotHereYet, loadFiles, type LoadedPart } from "../rendering/load-files.ts";
import type { LinkToFile } from "../rendering/capabilities.ts";
import { writeBlock } from "../rendering/write-blocks.ts";
import { renderReply, type Part } from "../rendering/render-reply.ts";
import { replyWindow, type Reach } from "./reply-window.ts";
import type { SendTemplate } from "./staff-template.ts";
import type { Upload } from "./uploads.ts";
import { writeFileMessage, writeMessage } from "./write-message.ts";
import { zaloCapabilities } from "./zalo-capabilities.ts";
import type { Reason } from "./zalo-client/zalo-codes.ts";
import { zaloFacts } from "./zalo-client/zalo-facts.ts";
import { outcomeOfFailure, ZaloRefusal } from "./zalo-client/zalo-errors.ts";
import type { OaMessage, Quota } from "./zalo-client/oa-message.ts";
import type { ZaloOaClient } from "./zalo-client/zalo-oa-client.ts";

/** What is known of writing to each person. Its functions throw StoreUnavailableError. */
export interface ReachStore {
  find(userId: string): Promise<Reach | undefined>;
  /** One message has gone out; `quoted` names the one that made it free. */
  noteSent(userId: string, sent: { at: Date; quoted?: string; quota?: Quota }): Promise<void>;
  noteUnreachable(userId: string, at: Date): Promise<void>;
}

export interface ChannelPorts {
  client: ZaloOaClient;
  reach: ReachStore;
  /** Where the files of replies are. */
  attachments: Pick<AttachmentStore, "read">;
  upload: Upload;
  linkTo: LinkToFile;
  /** The way to members of staff whom no ordinary message reaches, where there is one. */
  sendTemplate: SendTemplate | undefined;
  clock: Clock;
}

/** Refusals that a template message does not meet. */
const outOfReach: ReadonlySet<Reason> = new Set(["window-closed", "quota-used-up", "unreachable"]);

/**
 * Sends replies as messages of the Official Account, at least once: a reply of several messages that fails midway is
 * sent again from its first, and one whose confirmation was lost is sent twice. Zalo has no idempotency key.
 */
export function createZaloChannel(ports: ChannelPorts): Channel {
  const { client, reach, attachments, upload, linkTo, sendTemplate, clock } = ports;
  const capabilities = { ...zaloCapabilities, linkTo };

  async function sendPart(userId: string, part: LoadedPart, inTurn: InTurn): Promise<void> {
    const quoted = quotedIn(await reach.find(userId), clock());
    const message = await write(part, quoted, inTurn);
    const quota = await inTurn(() => client.sendConsultation(userId, message));
    await reach.noteSent(userId, { at: clock(), ...(quoted && { quoted }), ...(quota && { quota }) });
  }

  async function write(part: LoadedPart, quoted: string | undefined, inTurn: InTurn): Promise<OaMessage> {
    const { file } = part;
    if (!file) return writeMessage(part, quoted);
    const uploaded = await inTurn(() => upload(file));
    return uploaded
      ? writeFileMessage(uploaded, part, quoted)
      : writeMessage({ text: writeBlock(file, capabilities), rows: [] }, quoted);
  }

  async function settleRefusal(
    refusal: ZaloRefusal,
    userId: string,
    parts: Part[],
    outboxId: string,
  ): Promise<DeliveryOutcome> {
    if (refusal.reason === "unreachable") await reach.noteUnreachable(userId, clock());
    const byTemplate = outOfReach.has(refusal.reason)
      ? await sendTemplate?.({ userId, parts, outboxId })
      : undefined;
    return byTemplate ?? outcomeOfFailure(refusal);
  }

  return {
    name: "zalo",
    limits: { channel: zaloFacts.pace.channel, chat: () => zaloFacts.pace.chat },
    async send({ conversationId: userId, outboxId, reply }, inTurn = atOnce) {
      const parts = renderReply(reply, capabilities);
      if (!parts.length) return { kind: "undeliverable", reason: "nothing to say" };
      try {
        const loaded = await loadFiles(parts, attachments, capabilities);
        if (!loaded) return fileNotHereYet;
        for (const part of loaded) await sendPart(userId, part, inTurn);
        return { kind: "sent" };
      } catch (error) {
        if (error instanceof ZaloRefusal) return settleRefusal(error, userId, parts, outboxId);
        return outcomeOfFailure(error);
      }
    },
  };
}

/** The message to quote, if that makes the next one free. Throws the refusal that Zalo would answer. */
function quotedIn(reach: Reach | undefined, now: Date): string | undefined {
  const window = replyWindow(reach, now);
  if (window.kind === "closed") throw new ZaloRefusal(-230, "no word from the person for seven days");
  if (window.kind === "unreachable") throw new ZaloRefusal(-213, "the person has left");
  return window.kind === "free" ? window.quote : undefined;
}
