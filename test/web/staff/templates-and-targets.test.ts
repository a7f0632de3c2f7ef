import { afterAll, beforeAll, expect, it } from "vitest";
import { serve, type Serving } from "../../../src/serve.ts";
import { createFeedbackTown, type FeedbackTown } from "../../support/feedback-town.ts";
import { signIn, type SignedIn } from "../../support/signed-in.ts";

const path = "/lamviec/caidat/mau";
const form = `${path}/moi`;
const written = {
  outcome: "answer",
  field: "Hộ tịch",
  name: "Cảm ơn và hẹn",
  text: "Về phản ánh {ma} nhận ngày {ngay_nhan}:\n\n{don_vi} trả lời như sau.",
  viec: "luu",
};

let town: FeedbackTown;
let serving: Serving;
let quan: SignedIn;
let code: string;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  code = (await (await town.citizen("Hoa")).files("Chờ trích lục quá lâu")).code;
  quan = await signIn("quan", town, serving);
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

/** The address of the text of this name. */
async function addressOf(name: string): Promise<string> {
  return new RegExp(`href="(${path}/muc/[^"]+)"[^>]*>\\s*${name}<`).exec(await quan.reads(path))![1]!;
}

it("a text is tried with a case before it is kept, and what it cannot fill is named", async () => {
  const tried = await quan.sends(form, form, { ...written, viec: "thu", thu: code.toLowerCase() });
  const page = await tried.text();
  expect(tried.status).toBe(200);
  expect(page).toContain(`Về phản ánh ${code} nhận ngày 23/11/2026:`);
  expect(page).toContain("Phòng Hành chính tư pháp trả lời như sau.");
  expect(page).toContain('value="Cảm ơn và hẹn"');
  expect(await quan.reads(path)).not.toContain("Cảm ơn và hẹn");
  const soonest = await quan.sends(form, form, { ...written, viec: "thu", thu: "" });
  expect(await soonest.text()).toContain(`Với phản ánh ${code}`);
  const unknown = await quan.sends(form, form, { ...written, viec: "thu", thu: "PA-2020-000001" });
  expect(await unknown.text()).toContain("Không có phản ánh nào như vậy");

  const faulty = await quan.sends(form, form, { ...written, text: "{ma} {luong}" });
  expect(faulty.status).toBe(422);
  expect(await faulty.text()).toContain("Trợ lý không biết điền: {luong}");
  expect((await quan.sends(form, form, { ...written, name: "m".repeat(81) })).status).toBe(422);
});

it("a kept text is offered on the page of a case; the next version takes its place, and the first stays to be read", async () => {
  expect((await quan.sends(form, form, written)).status).toBe(303);
  expect(await quan.reads(`/lamviec/phananh/${code}`)).toContain("Cảm ơn và hẹn");
  const page = await addressOf("Cảm ơn và hẹn");
  const opened = await quan.reads(page);
  const late = /name="seen" value="(\d+)"/.exec(opened)![1]!;
  expect((await quan.sends(page, page, { ...written, text: "Kính gửi {nguoi_gui}: …" })).status).toBe(303);
  const meanwhile = await quan.sends(page, page, { ...written, name: "Tên khác", seen: late });
  expect(meanwhile.status).toBe(409);
  const told = await meanwhile.text();
  expect(told).toContain('value="Tên khác"');
  expect(told).toContain("Kính gửi {nguoi_gui}: …");
  const kept = await quan.reads(page);
  expect(kept).toContain("<strong>Kính gửi {nguoi_gui}: …</strong>");
  expect(kept).toMatch(/<s>Về phản ánh \{ma\}[^<]+<\/s>/);
  expect(await quan.reads("/lamviec/caidat/lich-su?muc=mau")).toContain("“Cảm ơn và hẹn”");
});

it("a text that is no longer used is offered nowhere, and can be the beginning of a new one", async () => {
  expect((await quan.sends(form, form, { ...written, name: "Ngắn" })).status).toBe(303);
  const page = await addressOf("Ngắn");
  expect((await quan.sends(page, `${page}/thoi`)).status).toBe(303);
  const list = await quan.reads(path);
  expect(list).toContain("Mẫu đã thôi dùng (1)");
  expect(await quan.reads(`/lamviec/phananh/${code}`)).not.toContain("Ngắn");
  expect(await quan.reads(`${form}?tu=${page.split("/").at(-1)}`)).toContain('value="Ngắn"');
  await quan.sends(path, `${page}/thoi`);
  expect(await quan.reads(path)).toContain("đã có người thôi dùng trước");
});

it("officers read the texts, and administrators alone change them; each change is in the audit", async () => {
  const minh = await signIn("minh", town, serving);
  expect((await minh.get(path)).status).toBe(200);
  const page = await addressOf("Cảm ơn và hẹn");
  expect(await minh.reads(page)).not.toContain("<textarea");
  expect((await minh.get(form)).status).toBe(403);
  for (const action of [form, page, `${page}/thoi`])
    expect((await minh.sends(path, action, written)).status).toBe(403);
  const acts = await town.test.app.database.query<{ actor: string; detail: { columns: string[] } }>(
    "select actor, detail from audit_act where subject_kind = 'mau' order by id",
  );
  expect(acts.map(({ actor, detail }) => [actor, detail.columns.join()])).toEqual([
    ["quan", "name,outcome,field,text"],
    ["quan", "text"],
    ["quan", "name,outcome,field,text"],
    ["quan", "name,outcome,field,text"],
  ]);
});

it("targets are set, changed and ended, each version kept with who did it", async () => {
  const targetForm = `/lamviec/caidat/chi-tieu/muc`;
  const target = {
    indicator: "onTimeRate",
    unit: "",
    value: "95",
    from: "2026-01-01",
    to: "",
    source: "KH 1/KH-STP",
  };
  expect((await quan.sends(targetForm, targetForm, { ...target, value: "950" })).status).toBe(422);
  expect((await quan.sends(targetForm, targetForm, target)).status).toBe(303);
  const page = await quan.reads(`/lamviec/caidat/chi-tieu`);
  expect(page).toContain("KH 1/KH-STP");
  const id = /chi-tieu\/muc\?tu=(\d+)/.exec(page)![1]!;
  expect((await quan.sends(targetForm, targetForm, { ...target, id, value: "97,5" })).status).toBe(303);
  const late = await quan.sends(targetForm, targetForm, { ...target, id, value: "90" });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('value="90"');
  expect(await quan.reads(`/lamviec/caidat/chi-tieu?xem=tatca`)).toContain("bản cũ");
  const [, next] = /chi-tieu\/muc\?tu=(\d+)/.exec(await quan.reads(`/lamviec/caidat/chi-tieu`))!;
  expect((await quan.sends(targetForm, `/lamviec/caidat/chi-tieu/${next}/ket-thuc`)).status).toBe(303);
  const acts = await town.test.app.database.query(
    "select deed, actor, subject from audit_act where subject_kind = 'target' order by id",
  );
  expect(acts).toEqual([
    { deed: "target-set", actor: "quan", subject: id },
    { deed: "target-set", actor: "quan", subject: next },
    { deed: "target-ended", actor: "quan", subject: next },
  ]);
  const history = await quan.reads(`/lamviec/caidat/lich-su?muc=chi-tieu`);
  expect(history).toContain("<strong>97,5%</strong>");
});
