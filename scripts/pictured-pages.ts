import type { Page } from "playwright-core";
import type { App } from "../src/app.ts";
import { upkeepCasesOf } from "../src/case-upkeep.ts";
import { changeCase } from "../src/domain/feedback/change-case.ts";
import { createFeedbackTools } from "../src/turn-stores.ts";

interface View {
  theme: "light" | "dark";
  width: number;
  height: number;
}

export interface PicturedPage {
  /** The picture's file is called so. */
  name: string;
  /** Who is signed in; nobody when left out. */
  as?: string;
  address: string;
  /** How it is shown in the documentation; not at all when left out. */
  inDocumentation?: View;
  /** What is done there before. */
  through?: (page: Page) => Promise<unknown>;
}

const desk: View = { theme: "light", width: 1280, height: 800 };
const phone: View = { theme: "light", width: 390, height: 780 };
const settings = "/lamviec/caidat";

/** An officer takes a case of the demonstration on and drafts its answer; gives its code. */
export async function workOnACase(app: App, now: Date): Promise<string> {
  await upkeepCasesOf(app);
  const [row] = await app.database.query<{ code: string; username: string }>(
    `select f.code, s.username from feedback f join staff_member s on s.unit_id = f.unit_id and s.role = 'officer'
     where f.status = 'assigned' and f.code is not null order by f.received_at desc, f.code limit 1`,
  );
  const staff = (await app.staff.findByUsername(row!.username))!;
  for (const action of [
    { kind: "accept" } as const,
    {
      kind: "note",
      text: "Đã gọi điện cho người gửi lúc 8 giờ 30, hẹn trả lời trong ngày (minh hoạ).",
    } as const,
    {
      kind: "draft",
      text: "Kính gửi ông/bà,\n\nHồ sơ đã có kết quả ngày 20/11/2026 và đang chờ nhận tại quầy số 3. Mong ông/bà thông cảm vì sự chậm trễ.\n\nTrân trọng (minh hoạ).",
    } as const,
  ])
    await app.database.transaction(async (sql) => {
      const change = {
        code: row!.code,
        action,
        actor: { kind: "staff", staff },
        channel: "web",
        now,
      } as const;
      const outcome = await changeCase(change, await createFeedbackTools(sql, app.surroundings));
      if (outcome.kind !== "changed") throw new Error(`${action.kind}: ${outcome.kind}`);
    });
  return row!.code;
}

async function askForFigures(page: Page): Promise<void> {
  await page.locator("select[name=speaker]").selectOption("lanhdao");
  await page.locator("form:has(select[name=speaker]) button").click();
  await page.getByRole("button", { name: "Thống kê quý I/2021" }).click();
  await page.locator("#log .replied").first().waitFor();
}

/** Every page that is looked at, with the demonstration's data. */
export async function picturedPages(app: App, busy: string): Promise<PicturedPage[]> {
  const [dossier] = await app.database.query<{ code: string }>(
    "select code from dossier where resolved_at is null and officer_id is not null order by due_at, code limit 1",
  );
  const [assignment] = await app.database.query<{ code: string; username: string }>(
    "select a.code, s.username from assignment a join staff_member s on s.id = a.officer_id order by a.code limit 1",
  );
  return [
    { name: "sign-in", address: "/vao" },
    { name: "today", as: "truongphong", address: "/lamviec?cua=donvi", inDocumentation: phone },
    { name: "today-own", as: "canbo1", address: "/lamviec" },
    { name: "assignment", as: assignment!.username, address: `/lamviec/viec/${assignment!.code}` },
    { name: "queue", as: "lanhdao", address: "/lamviec/phananh", inDocumentation: desk },
    { name: "queue-empty", as: "lanhdao", address: "/lamviec/phananh?tim=khongco" },
    { name: "board", as: "lanhdao", address: "/lamviec/phananh/bang" },
    { name: "case", as: "lanhdao", address: `/lamviec/phananh/${busy}`, inDocumentation: desk },
    { name: "dossiers", as: "lanhdao", address: "/lamviec/hoso" },
    { name: "dossier", as: "lanhdao", address: `/lamviec/hoso/${dossier!.code}` },
    {
      name: "figures",
      as: "lanhdao",
      address: "/lamviec/solieu?ky=quy1/2021",
      inDocumentation: { ...desk, height: 1000 },
    },
    { name: "figures-list", as: "lanhdao", address: "/lamviec/solieu/hoso?ky=quy1/2021&so=late" },
    { name: "imports", as: "quantri", address: "/lamviec/nhap" },
    {
      name: "calendar",
      as: "quantri",
      address: "/lamviec/lich?nam=2026",
      inDocumentation: { ...desk, theme: "dark" },
    },
    { name: "hours", as: "quantri", address: "/lamviec/lich/gio" },
    { name: "settings", as: "quantri", address: settings },
    {
      name: "policies",
      as: "quantri",
      address: `${settings}/chinh-sach?ngay=2026-11-25&gio=18:00&khan=normal`,
    },
    { name: "policy-new", as: "quantri", address: `${settings}/chinh-sach/them?tu=1` },
    { name: "routing", as: "quantri", address: `${settings}/phan-cong?thu=trich+luc` },
    { name: "routing-rule", as: "quantri", address: `${settings}/phan-cong/muc/1` },
    { name: "templates", as: "quantri", address: `${settings}/mau` },
    { name: "template-new", as: "quantri", address: `${settings}/mau/moi` },
    { name: "safety", as: "quantri", address: "/lamviec/an-toan" },
    { name: "approvals", as: "quantri", address: "/lamviec/duyet" },
    { name: "procedures", as: "quantri", address: `${settings}/thu-tuc` },
    { name: "targets", as: "quantri", address: `${settings}/chi-tieu` },
    { name: "target-new", as: "quantri", address: `${settings}/chi-tieu/muc` },
    { name: "units", as: "quantri", address: `${settings}/don-vi` },
    { name: "staff", as: "quantri", address: `${settings}/can-bo` },
    { name: "staff-member", as: "quantri", address: `${settings}/can-bo/muc/canbo1` },
    { name: "history", as: "quantri", address: `${settings}/lich-su` },
    { name: "deliveries", as: "quantri", address: "/lamviec/guitin" },
    { name: "call-list", as: "quantri", address: "/lamviec/guitin/can-goi" },
    { name: "people", as: "quantri", address: "/lamviec/guitin/nguoi" },
    { name: "person", as: "quantri", address: "/lamviec/guitin/nguoi/canbo1" },
    { name: "broadcasts", as: "quantri", address: "/lamviec/guitin/hang-loat" },
    { name: "rehearsal", as: "lanhdao", address: "/lamviec/dienthu?tu=2026-11-24&den=2026-11-26" },
    { name: "sessions", as: "lanhdao", address: "/lamviec/phien" },
    { name: "not-found", as: "lanhdao", address: "/lamviec/khongco" },
    { name: "public-home", address: "/cong-khai", inDocumentation: phone },
    { name: "look-up", address: "/tra-cuu" },
    {
      name: "look-up-found",
      address: "/tra-cuu",
      through: async (page) => {
        await page.locator("input[name=code]").last().fill(dossier!.code);
        await page.locator("input[name=code]").last().press("Enter");
        await page.getByText(dossier!.code).last().waitFor();
      },
    },
    { name: "published", address: "/y-kien" },
    { name: "public-figures", address: "/so-lieu" },
    { name: "public-quarter", address: "/so-lieu/2021/quy-1" },
    { name: "definitions", address: "/cach-tinh" },
    { name: "privacy", address: "/quyen-rieng-tu" },
    { name: "chat", address: "/" },
    { name: "chat-figures", address: "/", inDocumentation: { ...desk, height: 860 }, through: askForFigures },
  ];
}
