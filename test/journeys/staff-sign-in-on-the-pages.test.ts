import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/conversation/reply.ts";
import { createStaffAccountStore } from "../../src/persistence/staff-account-store.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { visitorOf, type Visitor } from "../support/http-visitor.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";

let town: FeedbackTown;
let serving: Serving;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "all");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(() => {
  town.now = at("2026-11-23 08:00");
});

const linkIn = (replies: Reply[]) =>
  new URL(replies.flatMap(({ blocks }) => blocks).find((block) => block.kind === "link")!.url).pathname;
const linkOf = async (as: string) =>
  linkIn(await personTalkingTo(town.test.app, { as }).says("/trangquantri"));
const browser = () => visitorOf(serving.url!);

const tokenFor = async (visitor: Visitor) =>
  /name="token" value="([^"]+)"/.exec(await (await visitor.get("/lamviec/phien")).text())?.[1] ?? "";
/** As the form on a page does, with its token. */
const sends = async (visitor: Visitor, path: string) =>
  visitor.submit(path, { token: await tokenFor(visitor) });

async function signedIn(as: string) {
  const visitor = browser();
  const link = await linkOf(as);
  await visitor.get(link);
  expect((await visitor.submit(link, {})).status).toBe(303);
  return visitor;
}

describe("a link to sign in by", () => {
  it("is for staff", async () => {
    expect(wordsOf(await personTalkingTo(town.test.app).says("/trangquantri"))).toContain("dành cho cán bộ");
    expect(linkIn(await personTalkingTo(town.test.app, { as: "minh" }).says("mở trang làm việc"))).toMatch(
      /^\/vao\//,
    );
  });

  it("says whose it is, is not used up by looking, and signs in once", async () => {
    const link = await linkOf("minh");
    const visitor = browser();
    for (let look = 0; look < 2; look++) expect(await (await visitor.get(link)).text()).toContain("Lê Minh");
    expect((await visitor.submit(link, {})).headers.get("location")).toBe("/lamviec");
    expect(await (await visitor.get("/lamviec")).text()).toContain("Chào Lê Minh");
    const again = await browser().submit(link, {});
    expect([again.status, await again.text()]).toEqual([
      410,
      expect.stringContaining("đã dùng hoặc đã hết hạn"),
    ]);
  });

  it("is over after ten minutes, and when a newer one is asked for", async () => {
    const old = await linkOf("minh");
    const newer = await linkOf("minh");
    expect((await browser().get(old)).status).toBe(410);
    town.now = at("2026-11-23 08:10");
    expect((await browser().submit(newer, {})).status).toBe(410);
  });

  it.each(["/vao/x", `/vao/${"A".repeat(43)}`])("is none of ours: %s", async (link) => {
    expect((await browser().get(link)).status).toBe(410);
  });

  it("is not pressed by another site", async () => {
    const link = await linkOf("minh");
    expect((await browser().submit(link, {}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await browser().submit(link, {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });
});

describe("a session", () => {
  it("ends by signing out, and no other does", async () => {
    const [phone, desk] = [await signedIn("minh"), await signedIn("minh")];
    expect((await sends(phone, "/ra")).status).toBe(303);
    expect((await phone.get("/lamviec")).status).toBe(401);
    expect((await desk.get("/lamviec")).status).toBe(200);
  });

  it("is ended from another place, and only by whoever it belongs to", async () => {
    const [minh, lan] = [await signedIn("minh"), await signedIn("lan")];
    const [session] = await createSignInStore(town.test.app.database).sessionsOf("lan", town.now);
    await sends(minh, `/lamviec/phien/${session!.id}/ket-thuc`);
    expect((await lan.get("/lamviec")).status).toBe(200);
    const other = await signedIn("lan");
    await sends(other, `/lamviec/phien/${session!.id}/ket-thuc`);
    expect((await lan.get("/lamviec")).status).toBe(401);
    expect((await sends(minh, "/lamviec/phien/abc/ket-thuc")).status).toBe(404);
  });

  it("ends after eight idle hours, and after seven days of work", async () => {
    const idle = await signedIn("minh");
    town.now = at("2026-11-23 16:00");
    expect((await idle.get("/lamviec")).status).toBe(401);
    town.now = at("2026-11-23 08:00");
    const busy = await signedIn("minh");
    for (let hours = 0; hours < 7 * 24; hours += 6) {
      town.now = new Date(at("2026-11-23 08:00").getTime() + hours * 3_600_000);
      expect((await busy.get("/lamviec")).status).toBe(200);
    }
    town.now = at("2026-11-30 08:00");
    expect((await busy.get("/lamviec")).status).toBe(401);
  });

  it("ends the moment its owner is revoked", async () => {
    const minh = await signedIn("minh");
    await createStaffAccountStore(town.test.app.database).revoke("minh", "quan", town.now);
    expect((await minh.get("/lamviec")).status).toBe(401);
  });

  it("is written down at its beginning and its end, and its token is nowhere", async () => {
    const quan = await signedIn("quan");
    await sends(quan, "/ra");
    const written = await town.test.app.database.query(
      `select e.kind from staff_event e join staff_member s on s.id = e.staff_id where s.username = 'quan' order by e.id`,
    );
    expect(written).toEqual([{ kind: "signed-in" }, { kind: "signed-out" }]);
    const tokens = await town.test.app.database.query<{ digest: string }>(
      "select token_digest as digest from staff_session union select token_digest from sign_in_link",
    );
    expect(tokens.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
  });
});

describe("the board of the queues", () => {
  it("is for administrators", async () => {
    expect((await browser().get("/lamviec/hangdoi")).status).toBe(401);
    expect((await browser().get("/lamviec/hangdoi/api/queues")).status).toBe(401);
    const minh = await signedIn("minh");
    expect((await minh.get("/lamviec/hangdoi")).status).toBe(403);
    expect((await minh.get("/lamviec/hangdoi/api/queues")).status).toBe(403);
  });

  it("shows each queue, from this origin alone, and takes no order of another site", async () => {
    const quan = await signedIn("quan");
    expect(await (await quan.get("/lamviec")).text()).toContain('href="/lamviec/hangdoi"');
    const page = await quan.get("/lamviec/hangdoi");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const script = /src="(static\/js\/main[^"]+)"/.exec(await page.text())![1]!;
    expect((await quan.get(`/lamviec/hangdoi/${script}`)).status).toBe(200);
    const { queues } = (await (await quan.get("/lamviec/hangdoi/api/queues?activeQueue=&page=1")).json()) as {
      queues: { name: string }[];
    };
    expect(queues.map(({ name }) => name)).toEqual(["motcua-delivery", "motcua-imports", "motcua-upkeep"]);
    const order = "/lamviec/hangdoi/api/queues/motcua-delivery/add";
    expect(
      (await quan.submit(order, {}, { origin: "https://evil.example", "sec-fetch-site": "cross-site" }))
        .status,
    ).toBe(403);
  });
});
