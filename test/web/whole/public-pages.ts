import type { Page } from "playwright-core";
import { changeCase } from "../../../src/domain/feedback/change-case.ts";
import { importRows } from "../../../src/imports/import-rows.ts";
import { createImportStore } from "../../../src/persistence/import-store.ts";
import { serve } from "../../../src/serve.ts";
import { createFeedbackTools } from "../../../src/turn-stores.ts";
import { createJusticeOffice, type JusticeOffice } from "../../support/justice-office.ts";
import { hostileText, longName, openServed, type WholePlace } from "../../support/page-suite.ts";

const now = new Date("2026-11-23T02:00:00Z");
const dossier = "000.00.16.H57-260803-0001";

let published = "";
let link = "";

/** The pages for everybody, and the door of the staff's. */
export const publicPages: WholePlace = {
  pages: [
    { name: "Cổng công khai", address: "/cong-khai" },
    { name: "Tra cứu", address: "/tra-cuu" },
    { name: "Tra được hồ sơ", address: "/tra-cuu", through: (page) => lookUp(page, dossier) },
    { name: "Tra mã sai", address: "/tra-cuu", status: 422, through: (page) => lookUp(page, "xin chào") },
    {
      name: "Tra sai bốn số",
      address: "/tra-cuu",
      status: 404,
      through: (page) => lookUp(page, dossier, "9999"),
    },
    { name: "Ý kiến đã trả lời", address: "/y-kien", isHostile: true },
    { name: "Không có ý kiến", address: "/y-kien?tim=khongco" },
    { name: "Một ý kiến", address: () => `/y-kien/${published}`, isHostile: true },
    { name: "Số liệu công khai", address: "/so-lieu" },
    { name: "Số liệu một quý", address: "/so-lieu/2026/quy-3" },
    { name: "Cách tính", address: "/cach-tinh" },
    { name: "Quyền riêng tư", address: "/quyen-rieng-tu" },
    { name: "Không có trang công khai", address: "/y-kien/PA-2026-999999", status: 404 },
    {
      name: "Công khai một phản ánh",
      address: () => `/lamviec/congkhai/${published}`,
      as: "lan",
      isHostile: true,
    },
    { name: "Đăng nhập", address: "/vao" },
    { name: "Đường dẫn đăng nhập", address: () => link, isHostile: true },
    { name: "Đường dẫn hết hạn", address: "/vao/khong-con-nua", status: 410 },
  ],
  async open() {
    const office = await createJusticeOffice(() => now);
    const serving = await serve(office.app, office.config, "web");
    await bringInDossiers(office);
    published = await answer(office);
    await office.app.database.query(
      `insert into feedback_publication (feedback_id, question, answer, published_at, published_by)
       select id, $2, $3, $4, 'lan' from feedback where code = $1`,
      [published, `Chờ trích lục lâu ${hostileText} ${longName}`, `Đã trả ngày 20/11. ${hostileText}`, now],
    );
    await office.app.database.query("update staff_member set full_name = $1 where username = 'binh'", [
      `${longName} ${hostileText}`,
    ]);
    const place = openServed(serving, { app: office.app, now: () => now, town: office });
    link = await place.signInLink!("binh");
    return place;
  },
};

async function lookUp(page: Page, code: string, digits = ""): Promise<void> {
  await page.locator("input[name=code]").last().fill(code);
  await page.locator("input[name=digits]").last().fill(digits);
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.locator("input[name=code]").last().press("Enter"),
  ]);
  await page.waitForLoadState();
}

async function bringInDossiers({ app }: JusticeOffice): Promise<void> {
  const context = {
    store: createImportStore(app.database),
    now,
    source: "test",
    say: app.say,
    isDemonstration: false,
  };
  await importRows(
    "thu-tuc",
    [{ ma_thu_tuc: "1.000001", ten: "Cấp bản sao trích lục hộ tịch", linh_vuc: "Hộ tịch" }],
    context,
  );
  await importRows(
    "ho-so",
    Array.from({ length: 30 }, (_nothing, at) => ({
      ma_ho_so: `000.00.16.H57-260803-${String(at + 1).padStart(4, "0")}`,
      ma_thu_tuc: "1.000001",
      ma_don_vi: "HT",
      hinh_thuc: at < 12 ? "truc_tuyen" : "truc_tiep",
      tiep_nhan: "2026-08-03 08:00",
      hen_tra: "2026-08-10",
      hoan_thanh: at === 0 ? "2026-08-20 09:00" : "2026-08-07 09:00",
      tra_ket_qua: "2026-08-21 09:00",
      nguoi_nop: "Nguyễn Thị Hoa",
      so_dien_thoai: "0900000123",
    })),
    context,
  );
}

/** A case that was answered. */
async function answer(office: JusticeOffice): Promise<string> {
  const code = await office.file({ content: `Chờ trích lục lâu ${hostileText}` });
  const minh = (await office.app.staff.findByUsername("minh"))!;
  for (const action of [
    { kind: "accept" } as const,
    { kind: "draft", text: "Kính gửi bà Hoa, đã trả trích lục ngày 20/11." } as const,
    { kind: "answer" } as const,
  ])
    await office.app.database.transaction(async (sql) => {
      const change = { code, action, actor: { kind: "staff", staff: minh }, channel: "web", now } as const;
      await changeCase(change, await createFeedbackTools(sql, office.app.surroundings));
    });
  return code;
}
