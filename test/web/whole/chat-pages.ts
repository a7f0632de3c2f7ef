import type { Page } from "playwright-core";
import type { Block } from "../../../src/conversation/reply.ts";
import { openTestWeb, type TestWeb } from "../../support/http-web.ts";
import { hostileText, longName, type WholePlace } from "../../support/page-suite.ts";

const answer: Block[] = [
  { kind: "paragraph", text: `Anh/chị cần mang theo ${hostileText}` },
  {
    kind: "facts",
    facts: [
      { label: "Nơi nhận", value: longName },
      { label: "Hẹn trả", value: "24/11/2026 17:00" },
    ],
  },
  { kind: "list", items: ["Tờ khai theo mẫu", "Căn cước của người yêu cầu"] },
];

let web: TestWeb;

/** The chat, by itself and framed; and what is said when something of ours does not work. */
export const chatPages: WholePlace = {
  pages: [
    { name: "Trò chuyện", address: "/" },
    { name: "Khung trò chuyện", address: "/khung-tro-chuyen" },
    { name: "Mã liên kết", address: "/lien-ket/ABCD2345" },
    {
      name: "Trò chuyện minh hoạ",
      address: () => {
        web.isDemonstration = true;
        return "/";
      },
    },
    { name: "Một cuộc trò chuyện", address: "/", isHostile: true, through: (page) => ask(page) },
    { name: "Lỗi của hệ thống", address: "/y-kien", status: 500 },
    {
      name: "Cơ sở dữ liệu không trả lời",
      address: () => {
        web.isDatabaseAway = true;
        return "/";
      },
      status: 503,
    },
  ],
  async open() {
    web = await openTestWeb({ widgetOrigins: ["https://cong.example.vn"] });
    web.answers(() => [{ blocks: answer }]);
    return web;
  },
};

async function ask(page: Page): Promise<void> {
  await page.locator("#message").fill("Cần giấy tờ gì?");
  await page.locator("#message").press("Enter");
  await page.getByText("Tờ khai theo mẫu").waitFor();
}
