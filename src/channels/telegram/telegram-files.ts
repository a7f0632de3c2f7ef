import { GrammyError, HttpError, type Api } from "grammy";
import type { AttachmentSource, Fetched } from "../../conversation/attachments/fetch-attachments.ts";
import type { TelegramAccess } from "./telegram-api.ts";

/** What the Bot API lets a bot download. */
const largestBytes = 20 * 1024 * 1024;
const downloadTimeoutMs = 60_000;

/** The bytes behind `telegram:<file_id>`: Telegram is asked for a path, which holds for an hour, and then for the file. */
export function createTelegramFiles(api: Api, { token, apiRoot }: TelegramAccess): AttachmentSource {
  const root = `${apiRoot ?? "https://api.telegram.org"}/file/bot${token}/`;
  return {
    async fetch(ref) {
      try {
        const { file_path: path, file_size: sizeBytes } = await api.getFile(ref.replace(/^telegram:/, ""));
        if (path === undefined) return { kind: "retry", reason: "Telegram told no path" };
        if (sizeBytes !== undefined && sizeBytes > largestBytes) return tooLarge;
        return await download(root + path, sizeBytes);
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

const tooLarge: Fetched = { kind: "gone", reason: "larger than the 20 MB a bot may download" };

async function download(url: string, sizeBytes: number | undefined): Promise<Fetched> {
  // The address holds the bot's token, so a failure is told without it.
  const response = await fetch(url, { signal: AbortSignal.timeout(downloadTimeoutMs) }).catch(
    () => undefined,
  );
  if (!response?.ok) return { kind: "retry", reason: `download failed (${response?.status ?? "network"})` };
  if (Number(response.headers.get("content-length")) > largestBytes) return tooLarge;
  const content = await response.arrayBuffer().then(
    (bytes) => Buffer.from(bytes),
    () => undefined,
  );
  if (!content || (sizeBytes !== undefined && content.length !== sizeBytes))
    return { kind: "retry", reason: "download broke off" };
  return { kind: "content", content };
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
