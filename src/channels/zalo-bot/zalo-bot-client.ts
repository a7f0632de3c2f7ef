import { z } from "zod";
import { openRoot } from "../zalo/zalo-client/http-root.ts";
import { ZaloAwayError, ZaloRefusal } from "../zalo/zalo-client/zalo-errors.ts";
import { updateSchema, type BotUpdate } from "./bot-update.ts";

export interface ZaloBotAccess {
  token: string;
  apiRoot: string;
}

/** The Zalo Bot Platform. Its calls throw ZaloRefusal and ZaloAwayError. */
export interface ZaloBotClient extends AsyncDisposable {
  getMe(): Promise<{ id: string; accountName: string }>;
  /** The next update; undefined when nothing came in time. Zalo gives one at a time, and gives it once. */
  getUpdates(options: { timeoutSeconds: number; signal: AbortSignal }): Promise<BotUpdate | undefined>;
  setWebhook(webhook: { url: string; secretToken: string }): Promise<void>;
  deleteWebhook(): Promise<void>;
  /** At most 2.000 characters of plain text. */
  sendMessage(chatId: string, text: string): Promise<void>;
}

const answerSchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown().optional() }),
  z.object({ ok: z.literal(false), error_code: z.coerce.number(), description: z.string().default("") }),
]);

const meSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  account_name: z.string(),
});

const nothingNew = 408;

export function createZaloBotClient({ token, apiRoot }: ZaloBotAccess): ZaloBotClient {
  const root = openRoot(apiRoot);

  async function call<T>(
    method: string,
    parameters: object,
    result: z.ZodType<T>,
    waiting: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<T> {
    const path = `/bot${token}/${method}`;
    const body = { json: parameters };
    const answer = answerSchema.safeParse(await root.call({ method: "POST", path, body, ...waiting })).data;
    if (!answer) throw new ZaloAwayError("unexpected answer");
    if (!answer.ok) throw new ZaloRefusal(answer.error_code, answer.description);
    const read = result.safeParse(answer.result);
    if (!read.success) throw new ZaloAwayError(`unexpected answer: ${z.prettifyError(read.error)}`);
    return read.data;
  }

  const anything = z.unknown();
  return {
    async getMe() {
      const { id, account_name: accountName } = await call("getMe", {}, meSchema);
      return { id, accountName };
    },
    async getUpdates({ timeoutSeconds, signal }) {
      try {
        return await call("getUpdates", { timeout: String(timeoutSeconds) }, updateSchema, {
          timeoutMs: (timeoutSeconds + 10) * 1000,
          signal,
        });
      } catch (error) {
        if (error instanceof ZaloRefusal && error.code === nothingNew) return undefined;
        throw error;
      }
    },
    async setWebhook({ url, secretToken }) {
      await call("setWebhook", { url, secret_token: secretToken }, anything);
    },
    async deleteWebhook() {
      await call("deleteWebhook", {}, anything);
    },
    async sendMessage(chatId, text) {
      await call("sendMessage", { chat_id: chatId, text }, anything);
    },
    [Symbol.asyncDispose]: () => root[Symbol.asyncDispose](),
  };
}
