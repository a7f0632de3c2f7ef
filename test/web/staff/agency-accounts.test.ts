import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve, type Serving } from "../../../src/serve.ts";
import { openAccountProvider, type AccountProvider } from "../../support/account-provider.ts";
import { visitorOf, type Visitor } from "../../support/http-visitor.ts";
import { createTestApp, type TestApp } from "../../support/test-app.ts";

const start = "/vao/tai-khoan";
let test: TestApp;
let serving: Serving;
let provider: AccountProvider;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const client = { id: "motcua", secret: "a secret of this test", redirectUri: `${url}${start}/ve` };
  provider = await openAccountProvider(
    {
      hien: { email: "Hien@sotuphap.example", email_verified: true },
      la: { email: "nguoi.la@sotuphap.example", email_verified: true },
      gia: { email: "hien@sotuphap.example", email_verified: false },
      chung: { email: "vanthu@sotuphap.example", email_verified: true },
    },
    client,
  );
  test = await createTestApp(() => new Date("2026-11-23T01:00:00Z"), {
    PORT: String(port),
    PUBLIC_URL: url,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  });
  await test.app.database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
  await test.app.database.query(
    `insert into staff_member (username, full_name, role, unit_id, email, left_at)
     select s.name, 'Bùi Thu Hiền', 'officer', unit.id, s.mail, s.left_at from unit, (values
       ('hien', 'hien@sotuphap.example', null::timestamptz), ('hien.cu', 'hien@sotuphap.example', now()),
       ('van', 'vanthu@sotuphap.example', null), ('thu', 'vanthu@sotuphap.example', null)) as s (name, mail, left_at)`,
  );
  serving = await serve(test.app, test.config, "web");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The way there and back; the address that the provider sends one back to. */
async function travel(visitor: Visitor, login: string): Promise<string> {
  const away = (await visitor.get(start)).headers.get("location")!;
  const back = await provider.visit(away, login);
  return back.slice(url.length);
}

it("signs in whom the agency's provider vouches for, by e-mail in any case", async () => {
  const visitor = visitorOf(url);
  expect(await (await visitor.get("/vao")).text()).toContain(`href="${start}"`);
  const answer = await visitor.get(await travel(visitor, "hien"));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/lamviec"]);
  expect(await (await visitor.get("/lamviec")).text()).toContain("Bùi Thu Hiền");
});

it.each([
  ["somebody who is not on the staff", "la"],
  ["an address that the provider did not verify", "gia"],
  ["an address that two have", "chung"],
])("refuses %s, and says what to do", async (_who, login) => {
  const visitor = visitorOf(url);
  const answer = await visitor.get(await travel(visitor, login));
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("chưa có trong danh sách cán bộ");
  expect((await visitor.get("/lamviec")).status).toBe(401);
});

it("takes no answer twice, none begun in another browser, and none that was changed on the way", async () => {
  const visitor = visitorOf(url);
  const back = await travel(visitor, "hien");
  expect((await visitorOf(url).get(back)).status).toBe(410);
  const other = visitorOf(url);
  await other.get(start);
  expect((await other.get(back)).status).toBe(410);
  expect((await visitor.get(back.replace(/code=[^&]+/, "code=guessed"))).status).toBe(410);
  expect((await visitor.get(back)).status).toBe(410);
  expect((await visitor.get("/lamviec")).status).toBe(401);
});

it("says so when somebody gave it up", async () => {
  const visitor = visitorOf(url);
  const away = new URL((await visitor.get(start)).headers.get("location")!);
  const state = away.searchParams.get("state");
  const back = `${start}/ve?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`;
  const answer = await visitor.get(back);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain("đăng nhập lại từ đầu");
});
