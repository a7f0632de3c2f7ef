import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

describe("chị Hoa, who asks about a procedure", () => {
  it("x", async () => {
    const hoa = personTalkingTo(test.app);
    for (const text of [
      "làm lý lịch tư pháp hết bao nhiêu tiền",
      "còn bao lâu thì sao",
      "nộp online được không",
      "đăng ký kết hôn cần gì",
      "/thutuc",
      "1",
      "luat su",
      "làm lý lịch tư pháp cần gì, bao lâu, bao nhiêu tiền, nộp ở đâu, online được không",
    ]) {
      console.log(`>>> ${text}\n${wordsOf(await hoa.says(text))}\n`);
    }
    expect(1).toBe(1);
  });
});
