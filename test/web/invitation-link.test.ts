import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestWeb, type TestWeb } from "../support/http-web.ts";

let web: TestWeb;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web[Symbol.asyncDispose]());

it("shows the chat with the code ready to be sent, and sends nothing by itself", async () => {
  const response = await web.visitor().get("/lien-ket/ABCD2345");
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toMatch(/<textarea[^>]*>\/lienket ABCD2345<\/textarea>/);
  expect(page).not.toContain("aria-invalid");
  expect(web.heard).toEqual([]);
});

it.each(["ABCD", "ABCD23456", "<script>", "ABCD%0A23"])("does not know a link with %s", async (code) => {
  expect((await web.visitor().get(`/lien-ket/${encodeURIComponent(code)}`)).status).toBe(404);
});
