import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildConfig } from "../../src/config/config.ts";
import { type ConfigurationError, environmentSchema, readEnvironment } from "../../src/config/environment.ts";

function faultsOf(variables: Record<string, string>): string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return (error as ConfigurationError).faults;
  }
}

describe("the environment", () => {
  it("gives a complete configuration when nothing is set", () => {
    const config = buildConfig(readEnvironment({}));
    expect(config.http).toMatchObject({ host: "127.0.0.1", port: 8080, publicUrl: undefined });
    expect(config.database.url).toBeUndefined();
    expect(config.telegram).toBeUndefined();
    expect(config.dataDir).toMatch(/\.motcua$/);
  });

  it("names every fault at once, a sentence each", () => {
    const faults = faultsOf({ PORT: "eighty", DATABASE_URL: "mysql://db", LOG_LEVEL: "loud" });
    expect(faults).toHaveLength(3);
    expect(faults[0]).toBe("PORT must be a whole number.");
    expect(faults.every((fault) => fault.endsWith("."))).toBe(true);
  });

  it("takes an empty variable for an unset one", () => {
    expect(readEnvironment({ PORT: "", REDIS_URL: "" }).PORT).toBe(8080);
  });

  it("refuses a public Telegram webhook without its secret", () => {
    const faults = faultsOf({
      PUBLIC_URL: "https://motcua.example",
      TELEGRAM_BOT_TOKEN: `12345:${"a".repeat(35)}`,
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("TELEGRAM_WEBHOOK_SECRET");
  });

  it("connects a Zalo account and a bot, each when all it needs is there", () => {
    const account = { ZALO_APP_ID: "12345", ZALO_APP_SECRET: "a", ZALO_OA_SECRET_KEY: "k" };
    const config = buildConfig(readEnvironment({ ...account, ZALO_BOT_TOKEN: "12345:abcdef" }));
    expect(config.zalo).toMatchObject({ appId: "12345", apiRoot: "https://openapi.zalo.me" });
    expect(config.zaloBot).toMatchObject({ apiRoot: "https://bot-api.zaloplatforms.com" });
    expect(buildConfig(readEnvironment({}))).toMatchObject({ zalo: undefined, zaloBot: undefined });
  });

  it("names all that an incomplete Zalo account and a public bot lack", () => {
    const faults = faultsOf({
      PUBLIC_URL: "https://motcua.example",
      ZALO_OA_REFRESH_TOKEN: "r",
      ZALO_APP_ID: "12345",
      ZALO_BOT_TOKEN: "12345:abcdef",
    });
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual([
      "ZALO_APP_SECRET",
      "ZALO_OA_SECRET_KEY",
      "ZALO_BOT_SECRET",
    ]);
  });

  it("takes a secret key of 32 bytes, as hexadecimal digits or base64, and no other", () => {
    const key = Buffer.alloc(32, 7);
    for (const encoding of ["hex", "base64"] as const)
      expect(buildConfig(readEnvironment({ MOTCUA_SECRET_KEY: key.toString(encoding) })).secretKey).toEqual(
        key,
      );
    const [fault] = faultsOf({ MOTCUA_SECRET_KEY: key.toString("base64").slice(4) });
    expect(fault).toContain("MOTCUA_SECRET_KEY must be 32 bytes");
  });

  it("is listed name for name in .env.example", () => {
    const listed = readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm);
    expect([...listed].map((match) => match[1]!).toSorted()).toEqual(
      Object.keys(environmentSchema.shape).toSorted(),
    );
  });
});
