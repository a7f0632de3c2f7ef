import { afterAll, beforeAll } from "vitest";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { createFeedbackTown, type FeedbackTown } from "../../support/feedback-town.ts";
import { hostileText, itIsAWholePage, longName } from "../../support/page-suite.ts";

let town: FeedbackTown;
let serving: Serving;
let busyCase: string;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "all");
  const hoa = await town.citizen("Hoa");
  const { code } = await hoa.files(`${hostileText} ${longName} yêu cầu nộp thêm giấy tờ.`);
  busyCase = code;
  await town.does(code, { kind: "accept" });
  await town.does(code, { kind: "note", text: `Đã gọi điện cho bộ phận một cửa ${hostileText}` });
  await town.does(code, { kind: "draft", text: `Kính gửi bà Hoa, cơ quan đã kiểm tra… ${hostileText}` });
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

itIsAWholePage(
  [
    { name: "Hôm nay", address: "/lamviec", as: "minh", isHostile: true },
    { name: "Hàng đợi phản ánh", address: "/lamviec/phananh", as: "lan", isHostile: true },
    { name: "Hàng đợi không có gì", address: "/lamviec/phananh?tim=khongco", as: "lan" },
    { name: "Một phản ánh", address: () => `/lamviec/phananh/${busyCase}`, as: "lan", isHostile: true },
    { name: "Nơi đang đăng nhập", address: "/lamviec/phien", as: "lan" },
    { name: "Không có trang này", address: "/lamviec/khongco", status: 404 },
  ],
  {
    url: () => serving.url!,
    signInLink: async (username) =>
      `/vao/${await createSignInStore(town.test.app.database).issue(username, town.now)}`,
  },
);
