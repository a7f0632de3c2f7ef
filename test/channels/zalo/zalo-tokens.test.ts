import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ZaloAwayError } from "../../../src/channels/zalo/zalo-client/zalo-errors.ts";
import { tokenPath, type FakeZalo } from "../../support/fake-zalo.ts";
import { ZaloTrial } from "./zalo-trial.ts";

let trial: ZaloTrial;
let fake: FakeZalo;

beforeEach(async () => {
  trial = await ZaloTrial.start();
  fake = trial.fake;
});
afterEach(() => trial[Symbol.asyncDispose]());

const name = () => trial.zalo.accountName();

describe("the tokens of an Official Account", () => {
  it("begin with the configured refresh token and are used until four fifths of their life", async () => {
    expect(await name()).toBe("Sở Tư pháp");
    trial.pass(19);
    await name();
    expect(fake.grants.granted).toBe(1);
    trial.pass(2);
    await name();
    expect(fake.grants.granted).toBe(2);
  });

  it("are renewed once however many ask, in however many processes", async () => {
    const other = trial.open();
    const third = trial.open();
    await Promise.all([trial.zalo, other, third].flatMap((zalo) => [zalo.accountName(), zalo.accountName()]));
    expect(fake.grants.granted).toBe(1);
    fake.grants.revokeAccess();
    await Promise.all([trial.zalo, other, third].flatMap((zalo) => [zalo.accountName(), zalo.accountName()]));
    expect(fake.grants.granted).toBe(2);
  });

  it("survive a process that starts anew, for the configured token counts once", async () => {
    await name();
    trial.open();
    await name();
    trial.pass(24);
    await name();
    expect(fake.grants.granted).toBe(2);
  });

  it("survive a database that goes away before the new pair is kept", async () => {
    trial.store.losesNext = true;
    await expect(name()).rejects.toThrow("away");
    expect(await name()).toBe("Sở Tư pháp");
    expect(fake.grants.granted).toBe(1);
  });

  it("survive a refresh that never reached Zalo", async () => {
    fake.failNext(tokenPath, { kind: "drop" }, { kind: "status", status: 503 }, { kind: "garbage" });
    for (let tries = 0; tries < 3; tries++) await expect(name()).rejects.toThrow(ZaloAwayError);
    expect(await name()).toBe("Sở Tư pháp");
  });

  it("serve on for hours when the answer to a refresh was lost, while an operator is called", async () => {
    await name();
    trial.pass(21);
    fake.failNext(tokenPath, { kind: "drop-after" });
    expect(await name()).toBe("Sở Tư pháp");
    expect(fake.grants.granted).toBe(2);
    trial.pass(0.1);
    expect(await name()).toBe("Sở Tư pháp");
    expect(await trial.zalo.tokens.renewWhenDue()).toMatchObject({ kind: "lapsing" });
    expect(trial.logged).toContainEqual(["warn", "Zalo's consent is running out"]);
    // Not with every message: the dead token is tried again only now and then.
    const errors = trial.logged.filter(([level]) => level === "error").length;
    await name();
    expect(trial.logged.filter(([level]) => level === "error")).toHaveLength(errors);
    trial.pass(5);
    await expect(name()).rejects.toThrow("motcua zalo authorize");
    expect(await trial.zalo.tokens.renewWhenDue()).toEqual({ kind: "unauthorized" });
  });

  it("serve on while Zalo's OAuth is away, and are renewed when it is back", async () => {
    await name();
    trial.pass(21);
    fake.failNext(tokenPath, { kind: "status", status: 503 });
    expect(await name()).toBe("Sở Tư pháp");
    expect(await name()).toBe("Sở Tư pháp");
    expect(fake.grants.granted).toBe(1);
    trial.pass(0.1);
    expect(await name()).toBe("Sở Tư pháp");
    expect(fake.grants.granted).toBe(2);
    expect(await trial.zalo.tokens.renewWhenDue()).toMatchObject({ kind: "ok" });
  });

  it("come back with a new consent", async () => {
    await name();
    fake.grants.revokeAll();
    await expect(name()).rejects.toThrow("motcua zalo authorize");
    const codeVerifier = "v".repeat(43);
    const url = trial.zalo.oauth.permissionUrl({
      redirectUri: "https://motcua.example/",
      state: "s",
      codeVerifier,
    });
    const code = fake.grants.consent(new URL(url).searchParams.get("code_challenge")!);
    await trial.zalo.tokens.adopt(await trial.zalo.oauth.exchangeCode({ code, codeVerifier }));
    expect(await name()).toBe("Sở Tư pháp");
  });

  it("come back with another configured refresh token", async () => {
    await name();
    fake.grants.revokeAll();
    await expect(name()).rejects.toThrow("motcua zalo authorize");
    trial.open({ refreshToken: fake.grants.handOut(fake.now) });
    expect(await name()).toBe("Sở Tư pháp");
  });

  it("are not fought over by processes with different configured tokens", async () => {
    await name();
    const restarted = trial.zalo;
    const newer = trial.open({ refreshToken: fake.grants.handOut(fake.now) });
    for (let round = 0; round < 3; round++)
      for (const zalo of [newer, restarted]) expect(await zalo.accountName()).toBe("Sở Tư pháp");
    expect(fake.grants.granted).toBe(2);
  });

  it("are warned of two weeks before the refresh token lapses", async () => {
    expect(await trial.zalo.tokens.renewWhenDue()).toMatchObject({ kind: "ok" });
    fake.failNext(tokenPath, { kind: "drop" });
    trial.pass(77 * 24);
    expect(await trial.zalo.tokens.renewWhenDue()).toMatchObject({ kind: "lapsing" });
    expect(trial.logged).toContainEqual(["warn", "Zalo's consent is running out"]);
  });

  it("are not there without any consent", async () => {
    trial.open({ refreshToken: undefined });
    await expect(name()).rejects.toThrow("motcua zalo authorize");
    expect(await trial.zalo.tokens.renewWhenDue()).toEqual({ kind: "unauthorized" });
  });
});
