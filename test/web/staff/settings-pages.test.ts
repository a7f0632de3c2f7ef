import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../../src/serve.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { seenOf, signIn, type SignedIn } from "../../support/signed-in.ts";

const settings = "/lamviec/caidat";

let town: FeedbackTown;
let serving: Serving;
let hoa: Citizen;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  hoa = await town.citizen("Hoa");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(() => {
  town.now = at("2026-11-23 08:00");
});

const signedIn = (username: string) => signIn(username, town, serving);

async function addsUnit(quan: SignedIn, code: string, name: string, parent = "STP"): Promise<void> {
  const fields = { ma_don_vi: code, ten: name, ma_don_vi_cha: parent };
  const answer = await quan.sends(`${settings}/don-vi/moi`, `${settings}/don-vi/moi`, fields);
  expect(answer.status).toBe(303);
}

describe("the settings", () => {
  it("are seen by every member of staff and changed by administrators alone", async () => {
    const minh = await signedIn("minh");
    for (const part of [
      "",
      "/chinh-sach",
      "/phan-cong",
      "/thu-tuc",
      "/chi-tieu",
      "/mau",
      "/don-vi",
      "/can-bo",
      "/lich-su",
    ])
      expect((await minh.get(settings + part)).status).toBe(200);
    for (const page of ["/don-vi/moi", "/chinh-sach/them", "/chi-tieu/muc"])
      expect((await minh.get(settings + page)).status).toBe(403);
    const page = `${settings}/don-vi/muc/STP.HCTP`;
    expect(await minh.reads(page)).not.toContain("<textarea");
    expect((await minh.sends(page, page, { ten: "Phòng khác", seen: "{}" })).status).toBe(403);
    expect((await minh.sends(page, `${page}/withdraw`)).status).toBe(403);
    expect((await minh.sends(page, `${settings}/can-bo/muc/lan/tai-khoan/moi`)).status).toBe(403);
    expect((await minh.sends(page, `${settings}/can-bo/muc/lan/tai-khoan/nghi-viec`)).status).toBe(403);
    expect((await minh.sends(page, `${settings}/chinh-sach/them`, policy)).status).toBe(403);
  });
});

describe("one row changed in two tabs", () => {
  it("says who was faster and shows both values, and loses neither", async () => {
    const quan = await signedIn("quan");
    await addsUnit(quan, "STP.TAB", "Phòng Công chứng");
    const page = `${settings}/don-vi/muc/STP.TAB`;
    const seen = seenOf(await quan.reads(page))!;
    const fields = { ten: "Phòng Bổ trợ tư pháp", ma_don_vi_cha: "STP" };
    expect((await quan.sends(page, page, { ...fields, seen })).status).toBe(303);
    const late = await quan.sends(page, page, { ...fields, ten: "Phòng Công chứng số 1", seen });
    const told = await late.text();
    expect(late.status).toBe(409);
    expect(told).toContain("Đỗ Quân vừa sửa mục này");
    expect(told).toContain('value="Phòng Công chứng số 1"');
    expect(told).toContain("Hiện đang lưu: Phòng Bổ trợ tư pháp");
    const again = { ...fields, ten: "Phòng Công chứng số 1", seen: seenOf(told)! };
    expect((await quan.sends(page, page, again)).status).toBe(303);
    const kept = await quan.reads(page);
    expect(kept).toContain("<s>Phòng Bổ trợ tư pháp</s>");
    expect(kept).toContain("<strong>Phòng Công chứng số 1</strong>");
  });
});

describe("units", () => {
  it("never stand above themselves", async () => {
    const quan = await signedIn("quan");
    await addsUnit(quan, "STP.A", "Phòng A");
    await addsUnit(quan, "STP.A1", "Tổ A1", "STP.A");
    const page = `${settings}/don-vi/muc/STP.A`;
    const answer = await quan.sends(page, page, { ten: "Phòng A", ma_don_vi_cha: "STP.A1" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('class="fault"');
  });

  it("are closed only when nothing hangs on them, and take nobody then", async () => {
    const quan = await signedIn("quan");
    await addsUnit(quan, "STP.B", "Phòng B");
    await addsUnit(quan, "STP.B1", "Tổ B1", "STP.B");
    const [page, below] = [`${settings}/don-vi/muc/STP.B`, `${settings}/don-vi/muc/STP.B1`];
    await quan.sends(page, `${page}/withdraw`);
    expect(await quan.reads(page)).toContain("Chưa đóng được");
    await quan.sends(below, `${below}/withdraw`);
    await quan.sends(page, `${page}/withdraw`);
    expect(await quan.reads(`${settings}/don-vi?tim=phong+b`)).toContain("đã đóng");
    const someone = { tai_khoan: "binh", ho_ten: "Bình", vai_tro: "can_bo", ma_don_vi: "STP.B" };
    const answer = await quan.sends(`${settings}/can-bo/moi`, `${settings}/can-bo/moi`, someone);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Đơn vị này đã đóng");
  });

  it("take no code that is taken, and escape what is written", async () => {
    const quan = await signedIn("quan");
    const fields = { ma_don_vi: "STP.HCTP", ten: "<b>Phòng</b>", ma_don_vi_cha: "STP" };
    const answer = await quan.sends(`${settings}/don-vi/moi`, `${settings}/don-vi/moi`, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Mã này đã có");
    await addsUnit(quan, "STP.HTML", "<b>Phòng</b>");
    const page = await quan.reads(`${settings}/don-vi/muc/STP.HTML`);
    expect(page).toContain("&lt;b>Phòng&lt;/b>");
    expect(page).not.toContain("<b>Phòng");
  });
});

describe("routing rules", () => {
  it("are added, tried, put in another order by buttons, and paused", async () => {
    const quan = await signedIn("quan");
    await addsUnit(quan, "STP.LLTP", "Phòng Lý lịch tư pháp");
    const list = `${settings}/phan-cong`;
    const rule = { tu_khoa: "lý lịch tư pháp; án tích", ma_don_vi: "STP.LLTP" };
    expect((await quan.sends(`${list}/moi`, `${list}/moi`, rule)).status).toBe(303);
    const tried = await quan.reads(`${list}?thu=${encodeURIComponent("xin cap ly lich tu phap")}`);
    expect(tried).toContain(
      "Quy tắc thứ 2 đang dùng bắt được vì “lý lịch tư pháp”; phản ánh về Phòng Lý lịch tư pháp",
    );
    expect(await quan.reads(`${list}?thu=chim+bay`)).toContain("Không quy tắc nào bắt được");
    await quan.sends(list, `${list}/muc/2/up`);
    expect(await quan.reads(`${list}/muc/1`)).toContain("án tích");
    await quan.sends(list, `${list}/muc/1/up`);
    expect(await quan.reads(list)).toContain("đã ở đầu hoặc cuối");
    await quan.sends(`${list}/muc/1`, `${list}/muc/1/withdraw`);
    expect(await quan.reads(`${list}?thu=xin+cap+ly+lich+tu+phap`)).toContain("Không quy tắc nào bắt được");
  });

  it("without any condition are refused with what was written", async () => {
    const quan = await signedIn("quan");
    const answer = await quan.sends(`${settings}/phan-cong/moi`, `${settings}/phan-cong/moi`, {
      tu_khoa: " ",
      ma_don_vi: "STP.HCTP",
    });
    expect(answer.status).toBe(422);
  });
});

describe("the catalogue of procedures", () => {
  it("is added to, found by what people call it, and withdrawn from what the assistant tells", async () => {
    const quan = await signedIn("quan");
    const fields = {
      ma_thu_tuc: "2.001.KS",
      ten: "Đăng ký khai sinh",
      linh_vuc: "Hộ tịch",
      ten_thuong_goi: "làm giấy khai sinh\nkhai sinh cho con",
      thoi_han: "1",
      muc_do: "toan_trinh",
      lien_thong: "khong",
      thanh_phan_ho_so: "Tờ khai; Giấy chứng sinh",
      cong_khai: "1",
    };
    const form = `${settings}/thu-tuc/moi`;
    const wrong = await quan.sends(form, form, { ...fields, thoi_han: "một ngày" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="một ngày"');
    expect((await quan.sends(form, form, fields)).status).toBe(303);
    expect(await quan.reads(`${settings}/thu-tuc?tim=khai+sinh+cho+con`)).toContain("Đăng ký khai sinh");
    const page = `${settings}/thu-tuc/muc/2.001.KS`;
    await quan.sends(page, `${page}/withdraw`);
    const [row] = await town.test.app.database.query<{ is_published: boolean }>(
      "select is_published from procedure where code = '2.001.KS'",
    );
    expect(row!.is_published).toBe(false);
    expect(await quan.reads(page)).toContain("ngừng công khai");
  });
});

const policy = {
  urgency: "normal",
  field: "",
  kind: "",
  accept: "8",
  acceptUnit: "h",
  answer: "3",
  answerUnit: "d",
  approval: "1",
  extensions: "1",
  pauses: "2",
  pauseDays: "5",
  half: "1",
  beforeDays: "1, 3",
  beforeHours: "2",
  atDue: "1",
  head: "4",
  headUnit: "h",
  leader: "1",
  leaderUnit: "d",
  office: "",
  officeUnit: "d",
  basis: "QĐ 7/QĐ-UBND",
  from: "2026-11-23",
};

describe("policies", () => {
  it("are followed by new versions, while promises keep theirs", async () => {
    const { code, dueAt } = await hoa.files("Đèn đường hỏng");
    const quan = await signedIn("quan");
    const form = `${settings}/chinh-sach/them`;
    const latest = await latestVersion();
    const saved = await quan.sends(settings, form, { ...policy, seen: String(latest) });
    expect(saved.status).toBe(303);
    expect((await town.find(code)).dueAt).toEqual(dueAt);
    const [kept] = await town.test.app.database.query<{ reminders: unknown }>(
      "select reminders from feedback_policy where legal_basis = 'QĐ 7/QĐ-UBND'",
    );
    expect(kept!.reminders).toEqual({
      offsets: [
        { name: "half", of: "time-left" },
        { name: "3d-before", workingDays: 3 },
        { name: "day-before", workingDays: 1 },
        { name: "2h-before", workingHours: 2 },
        { name: "at-due", workingHours: 0 },
      ],
      ladder: [
        { rung: "head", workingHours: 4 },
        { rung: "leader", workingDays: 1 },
      ],
    });
    town.now = at("2026-11-23 09:00");
    expect((await hoa.files("Vỉa hè bị chiếm")).dueAt).toEqual(at("2026-11-26 17:00"));
    const late = await quan.sends(settings, form, { ...policy, answer: "4", seen: String(latest) });
    expect(late.status).toBe(409);
    const told = await late.text();
    expect(told).toContain('value="4"');
    expect(told).toContain("Hiện đang lưu: 3 ngày làm việc");
  });

  it("say what cannot be read, field by field, and what a day would be promised, with its working", async () => {
    const quan = await signedIn("quan");
    const wrong = await quan.sends(settings, `${settings}/chinh-sach/them`, {
      ...policy,
      answer: "năm ngày",
      basis: "",
      head: "bốn",
    });
    expect(wrong.status).toBe(422);
    expect((await wrong.text()).match(/class="fault"/g)).toHaveLength(3);
    const tried = await quan.reads(`${settings}/chinh-sach?ngay=2027-02-01&gio=18:00&khan=urgent`);
    expect(tried).toContain("Thời hạn");
    expect(tried).toContain('<ol class="steps">');
  });
});

async function latestVersion(): Promise<number> {
  const [row] = await town.test.app.database.query<{ version: number }>(
    `select max(version) as version from feedback_policy
     where urgency = 'normal' and field_id is null and kind is null`,
  );
  return row!.version;
}

describe("the history", () => {
  it("tells each change with who, and from what to what", async () => {
    const quan = await signedIn("quan");
    await addsUnit(quan, "STP.SU", "Phòng Sử");
    const page = await quan.reads(`${settings}/lich-su?muc=don-vi`);
    expect(page).toContain("STP.SU");
    expect(page).toContain("Đỗ Quân");
    expect(page).toContain("<strong>Phòng Sử</strong>");
  });
});
