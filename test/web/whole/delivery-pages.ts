import type { Page } from "playwright-core";
import { serve } from "../../../src/serve.ts";
import { createJusticeOffice } from "../../support/justice-office.ts";
import { hostileText, longName, openServed, type WholePlace } from "../../support/page-suite.ts";

const now = new Date("2026-11-23T01:00:00Z");

/** Who is reached and what goes out: a person who blocked the assistant, one on Zalo, a message nobody could carry. */
export const deliveryPages: WholePlace = {
  pages: [
    { name: "Gửi tin", address: "/lamviec/guitin", as: "quan" },
    { name: "Cần gọi", address: "/lamviec/guitin/can-goi", as: "quan", isHostile: true },
    { name: "Người nhận", address: "/lamviec/guitin/nguoi", as: "quan", isHostile: true },
    { name: "Không có người nhận", address: "/lamviec/guitin/nguoi?tim=khongco", as: "quan" },
    { name: "Một người nhận", address: "/lamviec/guitin/nguoi/minh", as: "quan", isHostile: true },
    { name: "Tin hàng loạt", address: "/lamviec/guitin/hang-loat", as: "quan", isHostile: true },
    {
      name: "Xem trước tin hàng loạt",
      address: "/lamviec/guitin/hang-loat",
      as: "quan",
      isHostile: true,
      through: (page) => writeBroadcast(page, `Họp lúc 8 giờ ${hostileText}`),
    },
    {
      name: "Tin hàng loạt còn lỗi",
      address: "/lamviec/guitin/hang-loat",
      as: "quan",
      status: 422,
      isHostile: true,
      through: (page) => writeBroadcast(page, hostileText.repeat(40)),
    },
    {
      name: "Diễn thử",
      address: "/lamviec/dienthu?tu=2026-11-23&den=2026-11-25",
      as: "lan",
      isHostile: true,
    },
    {
      name: "Diễn thử không được",
      address: "/lamviec/dienthu?tu=2026-11-23&den=2026-12-30",
      as: "quan",
      status: 422,
    },
    { name: "Không phải của mình", address: "/lamviec/guitin", as: "minh", status: 403 },
  ],
  async open() {
    const office = await createJusticeOffice(() => now);
    // No workers: nothing but what a page does may change what is looked at.
    const serving = await serve(office.app, office.config, "web");
    const since = new Date("2026-11-20T01:00:00Z");
    const { database } = office.app;
    await database.query("update staff_member set full_name = $1 where username = 'binh'", [
      `${longName} ${hostileText}`,
    ]);
    await database.query("update staff_member set full_name = $1 where username = 'minh'", [
      `Lê Văn Minh ${hostileText}`,
    ]);
    await database.query(
      `insert into conversation (channel, external_id, speaker, created_at, updated_at, unreachable_since, unreachable_reason)
       values ('telegram', '77', 'minh', $1, $1, $1, 'blocked by the person (403: Forbidden)'),
              ('zalo', '5001', 'citizen', $1, $1, null, null), ('web', 'secretsecret', 'citizen', $1, $1, null, null)`,
      [since],
    );
    await database.query(
      "insert into zalo_reach (user_id, is_reachable, last_interaction_at, free_replies_left) values ('5001', true, $1, 6)",
      [since],
    );
    await database.query(
      `insert into outbox (conversation_id, reply, status, created_at, due_at, reason, is_important)
       select id, $1, 'undeliverable', $2, $2, 'blocked by the person (403: Forbidden)', true
       from conversation where external_id = '77'`,
      [JSON.stringify({ blocks: [{ kind: "paragraph", text: `Việc sắp quá hạn ${hostileText}` }] }), now],
    );
    await database.query(
      `insert into broadcast (audience, text, started_by, created_at, status) values ('{"kind":"staff"}', $1, 'quan', $2, 'paused')`,
      [`${hostileText} ${longName}`, now],
    );
    await office.file();
    return openServed(serving, { app: office.app, now: () => now, town: office });
  },
};

async function writeBroadcast(page: Page, text: string): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  await page.locator("textarea[name=text]").fill(text);
  await page.locator("form:has(textarea[name=text]) button").last().click();
  await page.waitForURL("**/xem-truoc");
}
