import type { AttachmentSource } from "../../conversation/attachments/fetch-attachments.ts";
import type { AttachmentStore } from "../../conversation/attachments/attachment-store.ts";
import type { Channel } from "../../conversation/delivery/channel.ts";
import { createReceiver, type ReceiverPorts } from "./receive-event.ts";
import { createStaffTemplate, type TemplatePorts } from "./staff-template.ts";
import type { LinkToFile } from "../rendering/capabilities.ts";
import { createZaloChannel, type ReachStore } from "./zalo-channel.ts";
import { openRoot } from "./zalo-client/http-root.ts";
import { createZaloFiles, type ToFiles } from "./zalo-client/zalo-files.ts";
import { createZaloOaClient, type ZaloOaClient } from "./zalo-client/zalo-oa-client.ts";
import { createZaloOAuth, type ZaloOAuth } from "./zalo-client/zalo-oauth.ts";
import { createZaloTokens, type TokenStore, type ZaloTokens } from "./zalo-tokens.ts";
import { createUpload, type UploadCache } from "./uploads.ts";
import { createZaloWebhook, type ZaloWebhook } from "./zalo-webhook.ts";

/** One app of Zalo's, allowed to act for one Official Account. */
interface ZaloAccess {
  appId: string;
  appSecret: string;
  /** Of the Official Account; signs its webhook. */
  oaSecretKey: string;
  refreshToken: string | undefined;
  apiRoot: string;
  oauthRoot: string;
  znsRoot: string;
  /** Approved template for messages to staff outside the window; absent: none are sent. */
  staffTemplateId: string | undefined;
}

export interface ZaloOptions extends ZaloAccess, Omit<ReceiverPorts, "noteContact"> {
  clock: TemplatePorts["clock"];
  /** Where the files of replies are, and which of them Zalo has. */
  attachments: Pick<AttachmentStore, "read">;
  uploads: UploadCache;
  /** Where people get what Zalo does not carry. */
  linkTo: LinkToFile;
  /** The way to the files that people send. */
  toFiles: ToFiles;
  tokenStore: TokenStore;
  reach: ReachStore & Pick<ReceiverPorts, "noteContact"> & Pick<TemplatePorts, "findStaff" | "noteQuota">;
}

export interface Zalo extends AsyncDisposable {
  channel: Channel;
  webhook: ZaloWebhook;
  /** What people have sent; refs are `zalo:<address>`. */
  files: AttachmentSource;
  client: ZaloOaClient;
  tokens: ZaloTokens;
  oauth: ZaloOAuth;
  /** The account's name: proof that the tokens work. */
  accountName(): Promise<string>;
}

/** A Zalo Official Account as a channel: events come in by the webhook, whose address is entered in Zalo's console. */
export function createZalo(options: ZaloOptions): Zalo {
  const { reach, clock, log, staffTemplateId: templateId } = options;
  const files = createZaloFiles(options.toFiles);
  const roots = {
    api: openRoot(options.apiRoot),
    oauth: openRoot(options.oauthRoot),
    zns: openRoot(options.znsRoot),
  };
  const oauth = createZaloOAuth({ ...options, root: roots.oauth });
  const store = options.tokenStore;
  const tokens = createZaloTokens({ oauth, store, seedToken: options.refreshToken, clock, log });
  const client = createZaloOaClient({ api: roots.api, zns: roots.zns, tokens });
  const sendTemplate = templateId ? createStaffTemplate({ ...reach, client, templateId, clock }) : undefined;
  const receive = createReceiver({ ...options, noteContact: reach.noteContact });
  return {
    channel: createZaloChannel({
      client,
      reach,
      attachments: options.attachments,
      upload: createUpload(client, options.uploads, clock),
      linkTo: options.linkTo,
      sendTemplate,
      clock,
    }),
    webhook: createZaloWebhook({ ...options, secretKey: options.oaSecretKey, receive }),
    files,
    client,
    tokens,
    oauth,
    accountName: async () => (await client.getOa()).name,
    async [Symbol.asyncDispose]() {
      await Promise.all(Object.values(roots).map((each) => each[Symbol.asyncDispose]()));
    },
  };
}
