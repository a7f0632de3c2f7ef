import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BadInputError, CannotRunError } from "../../src/commands/command-error.ts";
import { authorizeAccount } from "../../src/commands/zalo.ts";
import { ZaloTrial } from "../channels/zalo/zalo-trial.ts";
import { tokenPath } from "../support/fake-zalo.ts";

let trial: ZaloTrial;
beforeEach(async () => {
  trial = await ZaloTrial.start();
  trial.open({ refreshToken: undefined });
});
afterEach(() => trial[Symbol.asyncDispose]());

const redirectUri = "https://motcua.example/";

/** The operator goes to the consent page, and brings back what `answer` makes of it. */
const authorize = (answer: (consent: URLSearchParams, code: string) => string) =>
  authorizeAccount(trial.zalo, {
    redirectUri,
    ask: async (question) => {
      const url = new URL(/https?:\S+permission\S+/.exec(question)![0]);
      expect(url.searchParams.get("app_id")).toBe(trial.fake.grants.appId);
      expect(url.searchParams.get("redirect_uri")).toBe(redirectUri);
      const code = trial.fake.grants.consent(url.searchParams.get("code_challenge")!);
      return answer(url.searchParams, code);
    },
  });

describe("motcua zalo authorize", () => {
  it("takes the address the browser ends at", async () => {
    await authorize((consent, code) => `${redirectUri}?oa_id=1&code=${code}&state=${consent.get("state")}`);
    expect(await trial.zalo.accountName()).toBe("Sở Tư pháp");
  });

  it("takes the code alone", async () => {
    await authorize((_, code) => ` ${code}\n`);
    expect(await trial.zalo.accountName()).toBe("Sở Tư pháp");
  });

  it.each<[string, (code: string) => string]>([
    ["nothing", () => ""],
    ["a wrong code", () => "code-of-mine"],
    ["an address without a code", () => redirectUri],
    ["an address of another round", (code) => `${redirectUri}?code=${code}&state=old`],
  ])("refuses %s and keeps nothing", async (_, answer) => {
    await expect(authorize((_consent, code) => answer(code))).rejects.toThrow(BadInputError);
    expect(trial.store.kept).toBeUndefined();
  });

  it("says when Zalo is away", async () => {
    trial.fake.failNext(tokenPath, { kind: "drop" });
    await expect(authorize((_, code) => code)).rejects.toThrow(CannotRunError);
  });
});
