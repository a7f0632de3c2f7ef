import http, { type Agent, type IncomingMessage } from "node:http";
import https from "node:https";
import { buffer } from "node:stream/consumers";
import { GrammyError, HttpError, type Api } from "grammy";
import type { AttachmentSource, Fetched } from "../../conversation/attachments/fetch-attachments.ts";
import type { TelegramAccess } from "./telegram-api.ts";
import { createProxyAgent } from "./telegram-proxy.ts";

/** What the Bot API lets a bot download. */
const largestBytes = 20 * 1024 * 1024;
const downloadTimeoutMs = 60_000;

/** The bytes behind `telegram:<file_id>`: Telegram is asked for a path, which holds for an hour, and then for the file. */
export function createTelegramFiles(api: Api, { token, apiRoot, proxy }: TelegramAccess): AttachmentSource {
  const agent = proxy ? createProxyAgent(proxy) : undefined;
  const root = `${apiRoot ?? "https://api.telegram.org"}/file/bot${token}/`;
  return {
    async fetch(ref) {
      try {
        const { file_path: path, file_size: sizeBytes } = await api.getFile(ref.replace(/^telegram:/, ""));
        if (path === undefined) return { kind: "retry", reason: "Telegram told no path" };
        if (sizeBytes !== undefined && sizeBytes > largestBytes) return tooLarge;
        return await download(root + path, sizeBytes, agent);
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

const tooLarge: Fetched = { kind: "gone", reason: "larger than the 20 MB a bot may download" };

async function download(
  url: string,
  sizeBytes: number | undefined,
  agent: Agent | undefined,
): Promise<Fetched> {
  // The address holds the bot's token, so a failure is told without it.
  const response = await get(url, agent).catch(() => undefined);
  if (response?.statusCode !== 200) {
    response?.destroy();
    return { kind: "retry", reason: `download failed (${response?.statusCode ?? "network"})` };
  }
  if (Number(response.headers["content-length"]) > largestBytes) {
    response.destroy();
    return tooLarge;
  }
  const content = await buffer(response).catch(() => undefined);
  if (!content || (sizeBytes !== undefined && content.length !== sizeBytes))
    return { kind: "retry", reason: "download broke off" };
  return { kind: "content", content };
}

function get(url: string, agent: Agent | undefined): Promise<IncomingMessage> {
  const { request } = url.startsWith("https:") ? https : http;
  const signal = AbortSignal.timeout(downloadTimeoutMs);
  return new Promise((resolve, reject) => {
    request(url, { signal, ...(agent && { agent }) }, resolve)
      .on("error", reject)
      .end();
  });
}

/** Telegram's "wrong file_id or the file is temporarily unavailable" may be either, so it is tried again. */
function outcomeOf(error: unknown): Fetched {
  if (error instanceof HttpError) return { kind: "retry", reason: "network" };
  if (!(error instanceof GrammyError)) throw error;
  const { error_code: code, description } = error;
  if (/file is too big/i.test(description)) return tooLarge;
  const reason = `${code}: ${description}`;
  return code === 400 && !/temporarily unavailable/i.test(description)
    ? { kind: "gone", reason }
    : { kind: "retry", reason };
}
