import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Channel } from "../../src/conversation/delivery/channel.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => new Date("2021-03-16T02:00:00Z"));
  await test.app.database.query(
    `with u as (insert into unit (code, name) values ('H57.16', 'Sở Tư pháp') returning id)
     insert into staff_member (username, full_name, role, unit_id) select 'lan.tran', 'Trần Thị Lan', 'leader', id from u`,
  );
});
afterAll(() => test[Symbol.asyncDispose]());

/** What the assistant says to words in a group that is bound to `speakAs`. */
async function askInGroup(text: string, speakAs?: string): Promise<string> {
  const heard: Reply[] = [];
  const channel: Channel = {
    name: "group",
    send: async ({ reply }) => {
      heard.push(reply);
      return { kind: "sent" };
    },
  };
  await test.app.handleMessage({
    id: randomUUID(),
    channel: "group",
    conversationId: "-100",
    content: { kind: "text", text },
    sentAt: test.app.clock(),
    isInGroup: true,
    ...(speakAs && { speakAs }),
  });
  await test.app.deliver(new Map([["group", channel]]));
  return wordsOf(heard);
}

describe("the assistant in a group", () => {
  it.each([
    "/thongke quy1",
    "Quý I nhận bao nhiêu hồ sơ?",
    "/thutuc",
    "/help",
    "Cơ quan ở đâu?",
    "/start ABCD2345",
  ])("answers %s, which is for everyone", async (text) => {
    const answer = await askInGroup(text);
    expect(answer.length).toBeGreaterThan(20);
    expect(answer).not.toContain("nhắn riêng");
  });

  it.each([
    "H57.16-210315-0012",
    "/tracuu",
    "/phananh",
    "Tôi muốn phản ánh cống tắc",
    "/viec",
    "/lienket ABCD2345",
    "Tôi tố cáo cán bộ nhận hối lộ",
  ])("asks whoever says %s to do so in private", async (text) => {
    expect(await askInGroup(text)).toContain("nhắn riêng cho trợ lý");
  });

  it("shows nobody the work of the one whom the group is bound to", async () => {
    expect(await askInGroup("/viec", "lan.tran")).toContain("nhắn riêng cho trợ lý");
  });
});
