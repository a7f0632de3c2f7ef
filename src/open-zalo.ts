import { hkdfSync } from "node:crypto";
import type { App } from "./app.ts";
import { createZaloBot, type ZaloBot } from "./channels/zalo-bot/zalo-bot.ts";
import { zaloFacts } from "./channels/zalo/zalo-client/zalo-facts.ts";
import { createZalo, type Zalo } from "./channels/zalo/zalo.ts";
import type { Config } from "./config/config.ts";
import { createAttachmentStore } from "./persistence/attachment-store.ts";
import { createFileLinks } from "./file-links.ts";
import { createReachStore } from "./persistence/reach-store.ts";
import { createZaloReachStore } from "./persistence/zalo-reach-store.ts";
import { createZaloUploadStore } from "./persistence/zalo-upload-store.ts";
import { createZaloTokenStore } from "./persistence/zalo-token-store.ts";

/** The Official Account, when one is configured. */
export function openZalo(app: App, config: Config): Zalo | undefined {
  const { zalo, secretKey } = config;
  if (!zalo) return undefined;
  const key = secretKey ?? deriveKey(zalo.appSecret);
  const reach = createZaloReachStore(app.database, { freeReplies: zaloFacts.freeReplies.count });
  const conversations = createReachStore(app.database, "zalo");
  return createZalo({
    ...zalo,
    ...app,
    attachments: createAttachmentStore(app.database),
    uploads: createZaloUploadStore(app.database),
    linkTo: createFileLinks(config, app.clock).linkTo,
    toFiles: () => app.outbound.dispatcher(),
    tokenStore: createZaloTokenStore(app.database, { appId: zalo.appId, key }),
    reach: {
      ...reach,
      async noteContact(contact) {
        await reach.noteContact(contact);
        const { userId: conversationId, kind, at } = contact;
        if (kind === "followed") await conversations.note({ conversationId, at, isReachable: true });
        if (kind === "unfollowed")
          await conversations.note({ conversationId, at, isReachable: false, reason: "unfollowed" });
      },
    },
  });
}

/** The bot, when one is configured. */
export function openZaloBot(app: App, config: Config): ZaloBot | undefined {
  const { zaloBot, http } = config;
  const { linkTo } = createFileLinks(config, app.clock);
  const toFiles = () => app.outbound.dispatcher();
  return zaloBot && createZaloBot({ ...zaloBot, ...app, linkTo, toFiles, publicUrl: http.publicUrl });
}

/** Whoever has the app's secret can act for the app anyway, so it may also guard the tokens. */
function deriveKey(appSecret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", appSecret, "", "motcua zalo tokens", 32));
}
