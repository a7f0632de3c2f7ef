import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { hasChromium, openBrowser } from "../support/browser.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// A case from its filing to its end and beyond, in three browsers: a citizen's, an officer's and the head of room's.

let test: TestApp;
let serving: Serving;
let browser: Browser;
beforeAll(async () => {
  // Monday morning, in working time.
  test = await createTestApp(() => new Date("2026-11-23T02:00:00Z"));
  await loadDemonstrationInto(test.app);
  serving = await serve(test.app, test.config, "all");
  if (hasChromium) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await serving[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

async function sitDown(as?: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(serving.url!);
  if (as) {
    await page.getByRole("combobox").selectOption(as);
    await page.getByRole("button", { name: "Đổi vai" }).click();
    await say(page, "/viec");
    await hears(page, "Việc cần làm");
  }
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
}

/** Waits until something said to the person holds these words, and returns all of it. */
async function hears(page: Page, words: string): Promise<string> {
  const reply = page.locator("#log .replied").filter({ hasText: words }).last();
  await reply.waitFor();
  return reply.innerText();
}

/** Waits until it was said that often. */
async function hearsTimes(page: Page, words: string, times: number): Promise<void> {
  await page
    .locator("#log .replied")
    .filter({ hasText: words })
    .nth(times - 1)
    .waitFor();
}

async function press(page: Page, label: string): Promise<void> {
  await page.locator("#log .replied").getByRole("button", { name: label, exact: true }).last().click();
}

describe.runIf(hasChromium)("a case on the web", () => {
  it("is filed, told to the officer, taken, answered, rated, reopened, answered again and closed", async () => {
    const [hoa, officer, head] = [await sitDown(), await sitDown("canbo1"), await sitDown("truongphong")];

    await say(hoa, "phản ánh: chờ bản sao trích lục khai sinh đã quá ngày hẹn mà không ai trả lời");
    await hears(hoa, "lĩnh vực");
    await press(hoa, "Đúng, Hộ tịch");
    await hears(hoa, "Việc xảy ra ở đâu?");
    await press(hoa, "Bỏ qua");
    await hears(hoa, "Có thể đã có người phản ánh việc này");
    await press(hoa, "Việc khác, gửi mới");
    await hears(hoa, "Ai được biết");
    await press(hoa, "Ẩn danh");
    await hears(hoa, "Luật Bảo vệ dữ liệu cá nhân");
    await press(hoa, "Gửi");
    const receipt = await hears(hoa, "Đã nhận phản ánh");
    const code = /PA-2026-\d{6}/.exec(receipt)![0];
    expect(receipt).toContain("Hẹn trả lời trước 17:00 thứ Hai 30/11/2026");

    const news = await hears(officer, `Việc mới: phản ánh ${code}, hẹn trả lời 17:00 thứ Hai 30/11/2026.`);
    expect(news).toContain("chờ bản sao trích lục khai sinh");
    await press(officer, "Nhận việc");
    await hears(officer, `Anh/chị đã nhận ${code}`);
    expect(await hears(hoa, "tiếp nhận")).toContain(code);

    await press(officer, "Hỏi người gửi");
    await hears(officer, `gửi câu hỏi cho người phản ánh ${code}`);
    await say(officer, "Chị cho biết số biên nhận?");
    await hears(hoa, "Chị cho biết số biên nhận?");
    await press(hoa, "Trả lời");
    await say(hoa, "Biên nhận số 12, nộp ngày 2/11.");
    expect(await hears(officer, "Biên nhận số 12, nộp ngày 2/11.")).toContain("vừa bổ sung thông tin");

    await press(officer, "Soạn trả lời");
    await say(officer, "Bản sao đã in xong, mời chị đến quầy 3.");
    await hears(officer, "Đã lưu dự thảo");
    await press(officer, "Gửi trả lời");
    await hears(officer, `Đã gửi trả lời ${code}`);
    await hears(hoa, "Bản sao đã in xong, mời chị đến quầy 3.");
    await press(officer, "Kết thúc");

    await hears(hoa, "hài lòng");
    await press(hoa, "Chưa hài lòng");
    await press(hoa, "Đề nghị xem lại");
    await say(hoa, "Đến quầy 3 vẫn chưa có.");
    expect(await hears(head, `Người gửi đề nghị xem lại ${code}`)).toContain("Đến quầy 3 vẫn chưa có.");
    await press(head, "Xem xét lại");
    await say(head, "Quầy 3 chưa nhận được bản sao, xin lỗi chị.");
    await hears(head, `Đã nhận xem xét lại ${code}`);
    expect(await hears(hoa, "xem xét lại")).toContain("30/11/2026");

    await hearsTimes(officer, `Việc mới: phản ánh ${code}`, 2);
    await press(officer, "Nhận việc");
    await hearsTimes(officer, `Anh/chị đã nhận ${code}`, 2);
    await press(officer, "Soạn trả lời");
    await hearsTimes(officer, `gửi nội dung trả lời ${code}`, 2);
    await say(officer, "Bản sao đã gửi bưu điện tới nhà chị hôm nay.");
    await hearsTimes(officer, "Đã lưu dự thảo", 2);
    await press(officer, "Gửi trả lời");
    await hears(hoa, "Bản sao đã gửi bưu điện tới nhà chị hôm nay.");
    await hearsTimes(officer, `Đã gửi trả lời ${code}`, 2);
    await press(officer, "Kết thúc");
    await hearsTimes(officer, `Đã kết thúc ${code}`, 2);
    const [matter] = await test.app.database.query<{ status: string; round: number }>(
      "select status, round from feedback where code = $1",
      [code],
    );
    expect(matter).toEqual({ status: "closed", round: 2 });
    const events = await test.app.database.query<{ kind: string }>(
      `select e.kind from feedback_event e join feedback f on f.id = e.feedback_id
       where f.code = $1 and e.kind <> 'deadline-moved' order by e.id`,
      [code],
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      "filed",
      "accepted",
      "citizen-asked",
      "information-added",
      "drafted",
      "answered",
      "closed",
      "rated",
      "reopening-requested",
      "reopened",
      "accepted",
      "drafted",
      "answered",
      "closed",
    ]);
    expect(await officer.locator("#log").innerText()).not.toMatch(/web:|Hoa/);
  }, 120_000);
});
