import type { Agent } from "node:http";
import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";

export interface TelegramAccess {
  token: string;
  /** Where the Bot API is; a test's fake or a self-hosted server may stand there. */
  apiRoot?: string;
  /** The way there, when it is not the direct one. */
  agent?: Agent | undefined;
}

/** A client whose calls give up after `timeoutSeconds`. Throws GrammyError (refused) and HttpError (not reached). */
export function createApi({ token, apiRoot, agent }: TelegramAccess, timeoutSeconds: number): Api {
  const api = new Api(token, {
    ...(apiRoot && { apiRoot }),
    ...(agent && { baseFetchConfig: { agent, compress: true } }),
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
