import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";
import { createProxyAgent } from "./telegram-proxy.ts";

export interface TelegramAccess {
  token: string;
  /** Where the Bot API is; a test's fake or a self-hosted server may stand there. */
  apiRoot?: string;
  /** The way there, when it is not the direct one: `http://` or `https://`, with a name and password if it needs them. */
  proxy?: string | undefined;
}

/** A client whose calls give up after `timeoutSeconds`. Throws GrammyError (refused) and HttpError (not reached). */
export function createApi({ token, apiRoot, proxy }: TelegramAccess, timeoutSeconds: number): Api {
  const api = new Api(token, {
    ...(apiRoot && { apiRoot }),
    ...(proxy && { baseFetchConfig: { agent: createProxyAgent(proxy), compress: true } }),
    timeoutSeconds,
  });
  // A short wait is sat out, so that a reply of several messages is not begun again for it. Everything else is left
  // to whoever owns the work: repeating after a broken connection could send a message twice.
  api.config.use(
    autoRetry({
      maxRetryAttempts: 2,
      maxDelaySeconds: 5,
      rethrowInternalServerErrors: true,
      rethrowHttpErrors: true,
    }),
  );
  return api;
}
