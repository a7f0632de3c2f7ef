import { z } from "zod";
import { openIdContradictions, openIdVariables } from "./open-id-variables.ts";
import { keyContradictions, keyVariables } from "./key-variables.ts";
import { isNetwork, isOrigin, listOf, url } from "./readers.ts";
import { zaloContradictions, zaloVariables } from "./zalo-variables.ts";

// The only reader of process.env. `.env.example` lists exactly these names; a test holds them together.

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: "must be a whole number" })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error: `must be from ${min} to ${max}` });

export const environmentSchema = z.object({
  PORT: wholeNumber(0, 65_535).default(8080),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: url(["https", "http"]).optional(),
  TRUSTED_PROXIES: listOf(isNetwork, "must name addresses, networks as 10.0.0.0/8, or loopback").default([
    "loopback",
  ]),
  WIDGET_ORIGINS: listOf(
    isOrigin,
    "must name origins, as https://portal.example.vn, and nothing after the host",
  ).default([]),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w-]{16,256}$/, { error: "must be 16 to 256 of A-Z a-z 0-9 _ -" })
    .optional(),
  DATABASE_URL: url(["postgres", "postgresql"]).optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?(\+sentinel|\+cluster)?:\/\/[^/]/, {
      error:
        "must start with redis:// or rediss://, with +sentinel or +cluster before the colon where it is one",
    })
    .optional(),
  AUDIT_HEADS_FILE: z.string().optional(),
  AUDIT_HEADS_URL: url(["https", "http"]).optional(),
  CLAMD: z
    .string()
    .regex(/^(clamd:\/\/[^/\s]+|unix:\/\S+)$/, {
      error: "must be clamd://host:3310 or unix:/path/of/the/socket",
    })
    .optional(),
  MOTCUA_DATA_DIR: z.string().default(".motcua"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be one of trace, debug, info, warn, error, fatal, silent",
    })
    .default("info"),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, { error: "must look like 123456789:AA… as @BotFather gave it" })
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, { error: "must be 16 to 256 of A-Z a-z 0-9 _ -" })
    .optional(),
  TELEGRAM_PROXY: url(["https", "http"]).optional(),
  TELEGRAM_API_ROOT: url(["https", "http"]).default("https://api.telegram.org"),
  ...keyVariables,
  ...openIdVariables,
  ...zaloVariables,
});

export type Environment = z.infer<typeof environmentSchema>;

/** Every fault of the environment, one sentence each. */
export class ConfigurationError extends Error {
  override name = "ConfigurationError";
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((f) => `  - ${f}`).join("\n")}`);
    this.faults = faults;
  }
}

/** Reads and checks the environment. Throws ConfigurationError naming every fault at once; empty counts as unset. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = environmentSchema.safeParse(set);
  const faults = result.success
    ? contradictions(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  if (faults.length) throw new ConfigurationError(faults);
  return result.data!;
}

function contradictions(environment: Environment): string[] {
  const isWebhook = environment.TELEGRAM_BOT_TOKEN && environment.PUBLIC_URL;
  const telegram =
    isWebhook && !environment.TELEGRAM_WEBHOOK_SECRET
      ? [
          "TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_BOT_TOKEN and PUBLIC_URL are: it proves that calls come from Telegram.",
        ]
      : [];
  return [
    ...telegram,
    ...keyContradictions(environment),
    ...openIdContradictions(environment),
    ...zaloContradictions(environment),
  ];
}
