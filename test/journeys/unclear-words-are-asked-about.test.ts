import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { hasChromium, openBrowser } from "../support/browser.ts";
import { choicesOf } from "../../src/conversation/choose-button.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const hoa = () => personTalkingTo(test.app);
const buttonsOf = (replies: Reply[]) => choicesOf(replies) ?? [];
/** Feedback and a dossier in one line. */
const twoWishes = `tôi muốn góp ý, với lại hồ sơ của tôi tới đâu rồi`;
const offered = ["Xem tình trạng hồ sơ", "Gửi phản ánh, kiến nghị"];

describe("words with two meanings", () => {
  it("are asked about with two buttons, and nothing else is said", async () => {
    const replies = await hoa().says(twoWishes);
    expect(wordsOf(replies)).toBe(
      "Anh/chị muốn việc nào ạ?\n[Xem tình trạng hồ sơ] [Gửi phản ánh, kiến nghị]",
    );
    expect(buttonsOf(replies).every(({ say }) => say.length <= 64)).toBe(true);
  });

  it.each([["1"], ["cái đầu"], ["Xem tình trạng hồ sơ"], ["/tracuu"]])(
    "go on with the dossier when “%s” is typed",
    async (typed) => {
      const person = hoa();
      await person.says(twoWishes);
      expect(wordsOf(await person.says(typed))).toContain("mã hồ sơ");
    },
  );

  it("go on as feedback with what was already written", async () => {
    const person = hoa();
    const [, feedback] = buttonsOf(await person.says(`${twoWishes}, ghế chờ bị gãy`));
    expect(wordsOf(await person.presses(feedback!.say))).toContain("Việc này thuộc lĩnh vực");
    for (const answer of ["Không rõ", "bỏ qua", "bỏ qua"]) await person.says(answer);
    expect(wordsOf(await person.says("ẩn danh"))).toContain("ghế chờ bị gãy");
  });

  it("are let go when something else is asked", async () => {
    const person = hoa();
    await person.says(twoWishes);
    expect(wordsOf(await person.says("/thongke quy1 2021"))).toContain("2.654");
    expect(wordsOf(await person.says("còn quý trước?"))).toContain("Quý IV/2020");
  });
});

describe("words that mean nothing here", () => {
  it("are answered with what can be said, the likeliest readings, and a person", async () => {
    const replies = await hoa().says("trích lục với ngoại hạng kết quả sao");
    expect(wordsOf(replies)).toContain("Trợ lý chưa hiểu ý anh/chị.");
    const labels = buttonsOf(replies).map(({ label }) => label);
    expect(labels).toHaveLength(4);
    expect(labels.at(-1)).toBe("Gặp cán bộ");
  });

  it("are what the pressed reading is about", async () => {
    const person = hoa();
    const replies = await person.says("trích lục với ngoại hạng kết quả sao");
    const procedures = buttonsOf(replies).find(({ label }) => label === "Hỏi thủ tục")!;
    expect(wordsOf(await person.presses(procedures.say))).toContain("trích lục");
  });

  it("lead to a person by the last button, or by its number", async () => {
    const byHuman = wordsOf(await hoa().says("/gapnguoi"));
    const person = hoa();
    await person.says("hôm nay trời đẹp quá nhỉ");
    expect(wordsOf(await person.says("4"))).toBe(byHuman);
  });

  it("do not make the talk forget its topic", async () => {
    const person = hoa();
    await person.says("/thongke quy1 2021");
    await person.says("hôm nay trời đẹp quá nhỉ");
    expect(wordsOf(await person.says("còn quý trước?"))).toContain("Quý IV/2020");
  });

  it("offer English speakers the same in English", async () => {
    const person = hoa();
    await person.says("/lang en");
    const replies = await person.says("lovely weather today");
    expect(buttonsOf(replies).at(-1)?.label).toBe("Talk to an officer");
  });

  it("are forgotten after half an hour: a press is then the plain command", async () => {
    const person = hoa();
    const buttons = buttonsOf(await person.says("hôm nay trời đẹp quá nhỉ"));
    now = new Date(now.getTime() + 31 * 60_000);
    expect(wordsOf(await person.presses(buttons[0]!.say))).toContain("mã hồ sơ");
  });
});

describe.runIf(hasChromium)("on the web page", () => {
  let serving: Serving;
  beforeAll(async () => void (serving = await serve(test.app, test.config, "all")));
  afterAll(() => serving[Symbol.asyncDispose]());

  it("someone is asked which of two they mean, and presses it", async () => {
    const browser = await openBrowser();
    const page = await browser.newPage();
    await page.goto(serving.url!);
    await page.getByRole("textbox").fill(twoWishes);
    await page.keyboard.press("Enter");
    const last = page.locator("#log .replied").last();
    await last.getByText("Anh/chị muốn việc nào ạ?").waitFor();
    expect(await last.getByRole("button").allInnerTexts()).toEqual(offered);
    await last.getByRole("button", { name: offered[0]! }).click();
    await page.locator("#log .replied").last().getByText("mã hồ sơ").first().waitFor();
    await browser.close();
  });
});
