import { z } from "zod";
import { isHost, listOf, url } from "./readers.ts";

export const zaloVariables = {
  ZALO_APP_ID: z.string().optional(),
  ZALO_APP_SECRET: z.string().optional(),
  ZALO_OA_SECRET_KEY: z.string().optional(),
  ZALO_OA_REFRESH_TOKEN: z.string().optional(),
  ZALO_ZNS_TEMPLATE_ID: z.string().regex(/^\d+$/, { error: "must be digits" }).optional(),
  ZALO_API_ROOT: url(["https", "http"]).default("https://openapi.zalo.me"),
  ZALO_OAUTH_ROOT: url(["https", "http"]).default("https://oauth.zaloapp.com"),
  ZALO_ZNS_ROOT: url(["https", "http"]).default("https://business.openapi.zalo.me"),
  ZALO_BOT_TOKEN: z
    .string()
    .regex(/^[\w:.-]+$/, { error: "must be the token that Zalo gave for the bot" })
    .optional(),
  ZALO_BOT_SECRET: z
    .string()
    .regex(/^[\w-]{8,256}$/, { error: "must be 8 to 256 of A-Z a-z 0-9 _ -" })
    .optional(),
  ZALO_BOT_API_ROOT: url(["https", "http"]).default("https://bot-api.zaloplatforms.com"),
  ZALO_FILE_HOSTS: listOf(isHost, "must name hosts, as zdn.vn, parted by commas").default([
    "zalo.me",
    "zaloapp.com",
    "zaloplatforms.com",
    "zdn.vn",
    "zadn.vn",
    "dlfl.vn",
  ]),
};

type ZaloEnvironment = z.infer<z.ZodObject<typeof zaloVariables>> & { PUBLIC_URL?: string | undefined };

/** What is missing beside what is set, a sentence each. */
export function zaloContradictions(environment: ZaloEnvironment): string[] {
  const together = ["ZALO_APP_ID", "ZALO_APP_SECRET", "ZALO_OA_SECRET_KEY"] as const;
  const missing = together.filter((name) => !environment[name]);
  const isBegun = missing.length < together.length || environment.ZALO_OA_REFRESH_TOKEN;
  const account = isBegun
    ? missing.map((name) => `${name} must be set too: an Official Account needs ${together.join(", ")}.`)
    : [];
  const needsSecret = environment.ZALO_BOT_TOKEN && environment.PUBLIC_URL && !environment.ZALO_BOT_SECRET;
  const bot = needsSecret
    ? [
        "ZALO_BOT_SECRET must be set when ZALO_BOT_TOKEN and PUBLIC_URL are: it proves that calls come from Zalo.",
      ]
    : [];
  return [...account, ...bot];
}

export interface ZaloConfig {
  appId: string;
  appSecret: string;
  oaSecretKey: string;
  refreshToken: string | undefined;
  apiRoot: string;
  oauthRoot: string;
  znsRoot: string;
  staffTemplateId: string | undefined;
}

export interface ZaloBotConfig {
  token: string;
  secret: string | undefined;
  apiRoot: string;
}

/** Undefined without an app: the account is not connected. */
export function buildZaloConfig(environment: ZaloEnvironment): ZaloConfig | undefined {
  const { ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: oaSecretKey } = environment;
  if (!appId || !appSecret || !oaSecretKey) return undefined;
  return {
    appId,
    appSecret,
    oaSecretKey,
    refreshToken: environment.ZALO_OA_REFRESH_TOKEN,
    apiRoot: environment.ZALO_API_ROOT,
    oauthRoot: environment.ZALO_OAUTH_ROOT,
    znsRoot: environment.ZALO_ZNS_ROOT,
    staffTemplateId: environment.ZALO_ZNS_TEMPLATE_ID,
  };
}

/** Undefined without a token: the bot is not connected. */
export function buildZaloBotConfig(environment: ZaloEnvironment): ZaloBotConfig | undefined {
  return environment.ZALO_BOT_TOKEN
    ? {
        token: environment.ZALO_BOT_TOKEN,
        secret: environment.ZALO_BOT_SECRET,
        apiRoot: environment.ZALO_BOT_API_ROOT,
      }
    : undefined;
}
