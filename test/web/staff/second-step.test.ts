import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defaultSettings } from "../../../src/domain/settings/settings.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { createKeyring, MissingKeyError } from "../../../src/persistence/keyring.ts";
import { createSecondStepStore } from "../../../src/persistence/second-step-store.ts";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../../support/feedback-town.ts";
import { visitorOf } from "../../support/http-visitor.ts";
import { signIn, type SignedIn } from "../../support/signed-in.ts";

const setting = "/lamviec/buoc-hai";
const asked = "/vao/buoc-hai";
const startsAt = "2026-11-23 08:00";

let town: FeedbackTown;
let serving: Serving;
beforeAll(async () => {
  town = await createFeedbackTown(startsAt, { MOTCUA_SECRET_KEY: "7".repeat(64) });
  serving = await serve(town.test.app, town.test.config, "web");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(async () => {
  town.now = at(startsAt);
  await town.test.app.database.query("delete from staff_second_step");
  await town.test.app.database.query("delete from staff_recovery_code");
  await demands("nobody");
});

const demands = (secondStep: "nobody" | "admins" | "everybody") =>
  town.test.app.settings.write(
    { identity: { ...defaultSettings.identity, secondStep } },
    { by: { kind: "operator", name: "test" }, channel: "test", at: town.now },
  );
const later = (seconds: number) => {
  town.now = new Date(town.now.getTime() + seconds * 1000);
};
const codeOf = (secret: string, shift = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: town.now.getTime() + shift * 1000 });
const events = async (username: string) =>
  (
    await town.test.app.database.query<{ kind: string }>(
      `select e.kind from staff_event e join staff_member s on s.id = e.staff_id
       where s.username = $1 and e.kind ~ 'step|recovery' order by e.id`,
      [username],
    )
  ).map(({ kind }) => kind);

/** Sets a second step up on the pages, as anybody does. */
async function sets(visitor: SignedIn) {
  const offer = await (await visitor.sends(setting, `${setting}/bat-dau`)).text();
  const secret = /<strong class="secret">([A-Z2-7 ]+)<\/strong>/.exec(offer)![1]!.replaceAll(" ", "");
  const kept = await visitor.sends(setting, `${setting}/xac-nhan`, { ma: codeOf(secret) });
  const codes = [...(await kept.text()).matchAll(/<code>([A-Z0-9-]+)<\/code>/g)].map(([, code]) => code!);
  later(30);
  return { secret, codes, offer };
}

/** Somebody who has come in by a link and is asked for more. */
async function atTheDoor(username: string) {
  const visitor = visitorOf(serving.url!);
  const link = await createSignInStore(town.test.app.database).issue(username, town.now);
  expect((await visitor.submit(`/vao/${link}`, {})).status).toBe(303);
  const page = await (await visitor.get(asked)).text();
  const token = /name="token" value="([^"]+)"/.exec(page)![1]!;
  return {
    ...visitor,
    tries: (code: string, back = "/lamviec") =>
      visitor.submit(asked, { token, ve: back, "ma-xac-thuc": code }),
  };
}

describe("a second step", () => {
  it("is set up with a picture and a key in words, and its recovery codes are shown once", async () => {
    const quan = await signIn("quan", town, serving);
    expect(await quan.reads("/lamviec")).toContain("chưa có xác thực hai bước");
    const { secret, codes, offer } = await sets(quan);
    expect(offer).toContain("data:image/svg+xml;base64,");
    expect(new Set(codes).size).toBe(10);
    const page = await quan.reads(setting);
    expect(page).toContain("Mã dự phòng còn lại");
    expect(codes.filter((code) => page.includes(code))).toEqual([]);
    expect(await quan.reads("/lamviec")).not.toContain("chưa có xác thực hai bước");
    const kept = JSON.stringify(await town.test.app.database.query("select * from staff_second_step"));
    expect(kept).toMatch(/enc:[0-9a-f]{8}:/);
    expect(kept).not.toContain(secret);
    expect(
      JSON.stringify(await town.test.app.database.query("select * from staff_recovery_code")),
    ).not.toContain(codes[0]!.replace("-", ""));
  });

  it("is not there before its first code was right", async () => {
    const quan = await signIn("quan", town, serving);
    await quan.sends(setting, `${setting}/bat-dau`);
    const wrong = await quan.sends(setting, `${setting}/xac-nhan`, { ma: "000000" });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("Mã chưa đúng")]);
    expect((await (await signIn("quan", town, serving)).get("/lamviec")).status).toBe(200);
  });

  it("is asked for at the next signing in, before anything else is shown", async () => {
    const { secret } = await sets(await signIn("quan", town, serving));
    const door = await atTheDoor("quan");
    const away = await door.get("/lamviec/phananh?trang=2");
    expect([away.status, away.headers.get("location")]).toEqual([
      303,
      `${asked}?ve=%2Flamviec%2Fphananh%3Ftrang%3D2`,
    ]);
    expect((await door.get("/lamviec", { accept: "application/json" })).status).toBe(403);
    expect((await door.get("/lamviec/hangdoi/api/queues")).status).toBe(403);
    const passed = await door.tries(codeOf(secret), "/lamviec/phananh?trang=2");
    expect([passed.status, passed.headers.get("location")]).toEqual([303, "/lamviec/phananh?trang=2"]);
    expect((await door.get("/lamviec")).status).toBe(200);
    expect(await events("quan")).toContain("second-step-passed");
  });

  it("leads nowhere but to the pages of the staff", async () => {
    const { secret } = await sets(await signIn("quan", town, serving));
    const door = await atTheDoor("quan");
    for (const back of ["https://evil.example", "//evil.example", "/lamviec\\@evil.example", "/lamvieckhac"])
      expect(await (await door.get(`${asked}?ve=${encodeURIComponent(back)}`)).text()).toContain(
        'name="ve" value="/lamviec"',
      );
    expect((await door.tries(codeOf(secret), "//evil.example")).headers.get("location")).toBe("/lamviec");
  });

  it("takes the code of the step before and after, each once, and no other", async () => {
    const { secret } = await sets(await signIn("quan", town, serving));
    const door = await atTheDoor("quan");
    expect((await door.tries(codeOf(secret, -60))).status).toBe(422);
    expect((await door.tries(codeOf(secret, 60))).status).toBe(422);
    const ahead = codeOf(secret, 30);
    expect((await door.tries(ahead)).status).toBe(303);
    expect((await (await atTheDoor("quan")).tries(ahead)).status).toBe(422);
    expect((await (await atTheDoor("quan")).tries(codeOf(secret))).status).toBe(422);
    later(60);
    expect((await (await atTheDoor("quan")).tries(codeOf(secret))).status).toBe(303);
  });

  it("takes a recovery code once", async () => {
    const { codes } = await sets(await signIn("quan", town, serving));
    expect((await (await atTheDoor("quan")).tries(codes[3]!.toLowerCase())).status).toBe(303);
    expect((await (await atTheDoor("quan")).tries(codes[3]!)).status).toBe(422);
    expect(await events("quan")).toContain("recovery-code-used");
  });

  it("is locked after five wrong codes, says until when, and for longer the next time", async () => {
    const quan = await signIn("quan", town, serving);
    const { secret } = await sets(await signIn("minh", town, serving));
    const door = await atTheDoor("minh");
    for (const left of [4, 3, 2, 1])
      expect(await (await door.tries("000000")).text()).toContain(`còn ${left} lần thử`);
    expect(await (await door.tries("000000")).text()).toContain("tạm khoá đến 23/11/2026 08:15");
    expect(await (await door.tries(codeOf(secret))).text()).toContain("tạm khoá đến 23/11/2026 08:15");
    expect(await quan.reads("/lamviec/caidat/can-bo/muc/minh")).toContain("đang khoá đến 23/11/2026 08:15");
    later(15 * 60);
    for (let wrong = 0; wrong < 5; wrong++) await door.tries("000000");
    later(29 * 60);
    expect((await door.tries(codeOf(secret))).status).toBe(422);
    later(60);
    expect((await door.tries(codeOf(secret))).status).toBe(303);
    expect((await events("minh")).filter((kind) => kind === "second-step-locked")).toHaveLength(2);
  });

  it("is asked for anew before a sensitive deed, which then is done with all that was written", async () => {
    const quan = await signIn("quan", town, serving);
    const { secret } = await sets(quan);
    const page = "/lamviec/caidat/can-bo/muc/minh";
    const deed = `${page}/tai-khoan/thu-hoi`;
    const minh = await signIn("minh", town, serving);
    later(15 * 60);
    const stopped = await (await quan.sends(page, deed, { ghi: "vì mất máy" })).text();
    expect(stopped).toContain("Việc này cần xác thực lại");
    expect(stopped).toContain('name="ghi" value="vì mất máy"');
    expect((await minh.get("/lamviec")).status).toBe(200);
    expect((await quan.sends(page, deed, { "ma-xac-thuc": "000000" })).status).toBe(422);
    expect((await minh.get("/lamviec")).status).toBe(200);
    expect((await quan.sends(page, deed, { "ma-xac-thuc": codeOf(secret) })).status).toBe(303);
    expect((await minh.get("/lamviec")).status).toBe(401);
  });

  it("where it is demanded is set up before anything else", async () => {
    await demands("admins");
    const link = await createSignInStore(town.test.app.database).issue("quan", town.now);
    const visitor = visitorOf(serving.url!);
    await visitor.submit(`/vao/${link}`, {});
    expect((await visitor.get("/lamviec")).headers.get("location")).toBe(setting);
    expect(await (await visitor.get(setting)).text()).toContain("Cơ quan yêu cầu");
    expect((await (await signIn("minh", town, serving)).get("/lamviec")).status).toBe(200);
  });

  it("is reset by an administrator, and the person sets it up anew", async () => {
    const quan = await signIn("quan", town, serving);
    await sets(await signIn("minh", town, serving));
    const page = "/lamviec/caidat/can-bo/muc/minh";
    expect((await quan.sends(page, `${page}/tai-khoan/dat-lai-buoc-hai`)).status).toBe(303);
    expect((await (await signIn("minh", town, serving)).get("/lamviec")).status).toBe(200);
    expect((await events("minh")).at(-1)).toBe("second-step-reset");
  });

  it("cannot be set up where the server has no key", async () => {
    const keyless = createSecondStepStore({ ...town.test.app.database, keyring: createKeyring([]) });
    expect(keyless.isAvailable).toBe(false);
    await expect(keyless.offer("quan")).rejects.toThrow(MissingKeyError);
  });
});
