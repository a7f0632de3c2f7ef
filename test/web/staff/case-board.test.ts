import { afterAll, beforeAll, expect, it } from "vitest";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { hasChromium, openBrowser } from "../../support/browser.ts";
import { createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { signIn, type SignedIn } from "../../support/signed-in.ts";

const board = "/lamviec/phananh/bang";

let town: FeedbackTown;
let serving: Serving;
let hoa: Citizen;
let minh: SignedIn;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  hoa = await town.citizen("Hoa");
  minh = await signIn("minh", town, serving);
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

/** The column that a case stands in; undefined: it is not on the board. */
function columnOf(code: string, page: string): string | undefined {
  const [before, after] = page.split(`id="${code}"`);
  return after === undefined ? undefined : /.*data-column="([^"]+)"/s.exec(before!)?.[1];
}

it("each case stands in the column of what is done with it, and in no other", async () => {
  const { code } = await hoa.files("Chờ trích lục quá lâu");
  const at = async () => columnOf(code, await minh.reads(board));
  expect(await at()).toBe("to-accept");
  await town.does(code, { kind: "accept" });
  expect(await at()).toBe("in-work");
  await town.does(code, { kind: "ask-citizen", question: "Bà nộp ở đâu?" });
  expect(await at()).toBe("waiting");
  await town.does(code, { kind: "resume" });
  await town.does(code, { kind: "draft", text: "Đã trả trích lục." });
  expect(await at()).toBe("in-work");
  await town.does(code, { kind: "submit" });
  expect(await at()).toBe("to-decide");
  expect((await minh.reads(board)).split(`id="${code}"`)).toHaveLength(2);
  await town.does(code, { kind: "answer" }, "lan");
  expect(await at()).toBe("ended");
});

it("what a card offers is done from the board, under the search that it was shown with", async () => {
  const { code, version } = await hoa.files("Vỉa hè bị chiếm");
  const searched = `${board}?tim=via+he`;
  const page = await minh.reads(searched);
  expect(page).toContain(`formaction="/lamviec/phananh/${code}/nhan"`);
  expect(page).toContain(`href="/lamviec/phananh/${code}?viec=chuyen#viec-chuyen"`);
  const answer = await minh.sends(searched, `/lamviec/phananh/${code}/nhan`, {
    ve: searched,
    version: String(version),
  });
  expect(answer.headers.get("location")).toBe(searched);
  expect(columnOf(code, await minh.reads(searched))).toBe("in-work");
  const elsewhere = await minh.sends(searched, "/lamviec/phananh/giao", {
    ve: "https://vi-du.example",
    unit: "STP",
  });
  expect(elsewhere.headers.get("location")).toBe("/lamviec/phananh");
  const given = await minh.sends(searched, "/lamviec/phananh/giao", { ve: searched, unit: "STP", code });
  expect(given.headers.get("location")).toBe(searched);
  expect(columnOf(code, await minh.reads(board))).toBeUndefined();
  expect(columnOf(code, await (await signIn("quan", town, serving)).reads(board))).toBe("to-accept");
});

it.runIf(hasChromium)(
  "a card dragged to a column is worked on as its button says, and one that may not go there stays with a sentence",
  async () => {
    const { code } = await hoa.files("Đèn đường hỏng");
    await using browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(
      `${serving.url}/vao/${await createSignInStore(town.test.app.database).issue("minh", town.now)}`,
    );
    await page.getByRole("main").getByRole("button").first().click();
    await page.goto(`${serving.url}${board}?tim=den+duong`);
    const card = page.locator(`#${code}`);
    await card.dragTo(page.locator("[data-column=to-decide] h2"));
    await page.locator("#viec-giahan[open]").waitFor();
    await page.goto(`${serving.url}${board}?tim=den+duong`);
    await card.dragTo(page.locator("[data-column=waiting] h2"));
    await page.getByText("không chuyển sang cột đó được").waitFor();
    await card.dragTo(page.locator("[data-column=in-work] h2"));
    await page.locator(`[data-column=in-work] #${code}`).waitFor();
    expect(page.url()).toBe(`${serving.url}${board}?tim=den+duong`);
    expect(await town.test.app.database.query("select status from feedback where code = $1", [code])).toEqual(
      [{ status: "in-progress" }],
    );
  },
);
