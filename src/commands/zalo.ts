import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { createApp } from "../app.ts";
import type { Zalo } from "../channels/zalo/zalo.ts";
import { ZaloAwayError, ZaloRefusal } from "../channels/zalo/zalo-client/zalo-errors.ts";
import { buildConfig } from "../config/config.ts";
import { readEnvironment } from "../config/environment.ts";
import { createLog } from "../logging/logger.ts";
import { openZalo } from "../open-zalo.ts";
import { machineClock } from "./clock-option.ts";
import { BadInputError, CannotRunError } from "./command-error.ts";

export function addZalo(program: Command): void {
  program
    .command("zalo")
    .description("The Zalo Official Account.")
    .command("authorize")
    .description(
      "Have an administrator of the account allow the assistant to speak for it, and keep the tokens.",
    )
    .option(
      "--redirect <url>",
      "callback address entered for the app at developers.zalo.me (default: PUBLIC_URL)",
    )
    .action(async ({ redirect }: { redirect?: string }) => {
      const config = buildConfig(readEnvironment());
      const redirectUri = redirect ?? config.http.publicUrl;
      if (!config.zalo)
        throw new CannotRunError("Set ZALO_APP_ID, ZALO_APP_SECRET and ZALO_OA_SECRET_KEY first.");
      if (!redirectUri) throw new BadInputError("Name the app's callback address with --redirect.");
      await using app = await createApp(config, { clock: machineClock, log: createLog("warn") });
      await using zalo = openZalo(app, config)!;
      await authorizeAccount(zalo, { redirectUri, ask: askOnTerminal });
      process.stdout.write(`Allowed to speak for ${await zalo.accountName()}.\n`);
    });
}

export interface Dialogue {
  redirectUri: string;
  ask: (question: string) => Promise<string>;
}

/**
 * Walks an operator through the consent: shows where it is given, takes the address or code that comes of it, keeps the
 * tokens. Throws BadInputError for a code that is wrong, used or of another round, CannotRunError when Zalo is away.
 */
export async function authorizeAccount(zalo: Zalo, { redirectUri, ask }: Dialogue): Promise<void> {
  const state = randomBytes(16).toString("base64url");
  const codeVerifier = randomBytes(32).toString("base64url");
  const answer = await ask(
    "1. Open this address, signed in to Zalo as an administrator of the Official Account, and allow the app:\n" +
      `   ${zalo.oauth.permissionUrl({ redirectUri, state, codeVerifier })}\n` +
      "2. The browser then goes to the callback address. Paste that whole address (or the code in it) here: ",
  );
  const code = readCode(answer.trim(), state);
  try {
    await zalo.tokens.adopt(await zalo.oauth.exchangeCode({ code, codeVerifier }));
  } catch (error) {
    if (error instanceof ZaloRefusal)
      throw new BadInputError(`Zalo does not take this code (${error.code}: ${error.message}). Begin again.`);
    if (error instanceof ZaloAwayError)
      throw new CannotRunError(`Zalo cannot be reached: ${error.message}. Begin again.`);
    throw error;
  }
}

/** What is typed or piped in; nothing when the input ends first. */
async function askOnTerminal(question: string): Promise<string> {
  const input = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await Promise.race([input.question(question), once(input, "close").then(() => "")]);
  } finally {
    input.close();
  }
}

function readCode(answer: string, state: string): string {
  if (!URL.canParse(answer)) {
    if (!answer) throw new BadInputError("No code was given.");
    return answer;
  }
  const { searchParams } = new URL(answer);
  const code = searchParams.get("code");
  if (!code) throw new BadInputError("There is no code in this address.");
  if (searchParams.get("state") !== state)
    throw new BadInputError("This address belongs to another round of asking. Begin again.");
  return code;
}
