import { resolve } from "node:path";
import type { Environment } from "./environment.ts";
import { buildOpenIdConfig, type OpenIdConfig } from "./open-id-variables.ts";
import {
  buildZaloBotConfig,
  buildZaloConfig,
  type ZaloBotConfig,
  type ZaloConfig,
} from "./zalo-variables.ts";

/** The typed configuration that the composition root hands out in parts. */
export interface Config {
  http: {
    host: string;
    port: number;
    publicUrl: string | undefined;
    metricsToken: string | undefined;
    /** Whose X-Forwarded-For is believed. */
    trustedProxies: string[];
    /** Sites that may show the chat in a frame. */
    widgetOrigins: string[];
  };
  /** `url` absent: the embedded PostgreSQL under `dataDir`. */
  database: { url: string | undefined };
  /** `redisUrl` absent: the queues live in PostgreSQL. */
  queue: { redisUrl: string | undefined };
  /** Where the head of the audit goes each day; absent: nowhere. */
  auditHeads: { file: string | undefined; url: string | undefined };
  dataDir: string;
  logLevel: Environment["LOG_LEVEL"];
  telegram: TelegramConfig | undefined;
  zalo: ZaloConfig | undefined;
  zaloBot: ZaloBotConfig | undefined;
  /** Hosts on which Zalo keeps what people send, and those below them. */
  zaloFileHosts: string[];
  /** Where clamd listens; absent: nobody searches files for malware. */
  clamd: string | undefined;
  /** Absent: staff sign in by the assistant's links alone. */
  openId: OpenIdConfig | undefined;
  /** 32 bytes that seal what is secret in the database; absent: derived from what it seals for. */
  secretKey: Uint8Array | undefined;
  /** The same, and after it those that it took the place of: what they sealed can still be opened. */
  secretKeys: Uint8Array[];
}

interface TelegramConfig {
  token: string;
  secret: string | undefined;
  apiRoot: string;
  proxy: string | undefined;
}

export function buildConfig(environment: Environment): Config {
  return {
    http: {
      host: environment.HOST,
      port: environment.PORT,
      publicUrl: environment.PUBLIC_URL,
      metricsToken: environment.METRICS_TOKEN,
      trustedProxies: environment.TRUSTED_PROXIES,
      widgetOrigins: environment.WIDGET_ORIGINS,
    },
    database: { url: environment.DATABASE_URL },
    queue: { redisUrl: environment.REDIS_URL },
    auditHeads: { file: environment.AUDIT_HEADS_FILE, url: environment.AUDIT_HEADS_URL },
    dataDir: resolve(environment.MOTCUA_DATA_DIR),
    logLevel: environment.LOG_LEVEL,
    telegram: environment.TELEGRAM_BOT_TOKEN
      ? {
          token: environment.TELEGRAM_BOT_TOKEN,
          secret: environment.TELEGRAM_WEBHOOK_SECRET,
          apiRoot: environment.TELEGRAM_API_ROOT,
          proxy: environment.TELEGRAM_PROXY,
        }
      : undefined,
    zalo: buildZaloConfig(environment),
    zaloBot: buildZaloBotConfig(environment),
    zaloFileHosts: environment.ZALO_FILE_HOSTS,
    clamd: environment.CLAMD,
    openId: buildOpenIdConfig(environment),
    secretKey: environment.MOTCUA_SECRET_KEY,
    secretKeys: [environment.MOTCUA_SECRET_KEY ?? [], ...environment.MOTCUA_FORMER_KEYS].flat(),
  };
}
