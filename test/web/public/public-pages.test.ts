import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "../../../src/domain/feedback/change-case.ts";
import { importRows } from "../../../src/imports/import-rows.ts";
import { createImportStore } from "../../../src/persistence/import-store.ts";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { createFeedbackTools } from "../../../src/turn-stores.ts";
import { visitorOf, type Visitor } from "../../support/http-visitor.ts";
import { createJusticeOffice, type JusticeOffice } from "../../support/justice-office.ts";

const now = new Date("2026-11-23T02:00:00Z");
const dossier = "000.00.16.H57-260803-0001";

let office: JusticeOffice;
let serving: Serving;
let published: string;
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
  serving = await serve(office.app, office.config, "web");
  await bringInDossiers();
  published = await answered({ content: "Chờ trích lục lâu", field: null });
  await publish(published, {});
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

async function bringInDossiers(): Promise<void> {
  const context = {
    store: createImportStore(office.app.database),
    now,
    source: "test",
    say: office.app.say,
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
      hinh_thuc: at < 2 ? "buu_chinh" : at < 12 ? "truc_tuyen" : "truc_tiep",
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
async function answered(change: Parameters<JusticeOffice["file"]>[0] = {}): Promise<string> {
  const code = await office.file(change);
  const minh = (await office.app.staff.findByUsername("minh"))!;
  for (const action of [
    { kind: "accept" } as const,
    { kind: "draft", text: "Kính gửi bà Nguyễn Thị Hoa, đã trả trích lục ngày 20/11." } as const,
    { kind: "answer" } as const,
  ])
    await office.app.database.transaction(async (sql) => {
      const outcome = await changeCase(
        { code, action, actor: { kind: "staff", staff: minh }, channel: "web", now } as never,
        await createFeedbackTools(sql, office.app.surroundings),
      );
      expect(outcome.kind).toBe("changed");
    });
  return code;
}

async function signedIn(username: string): Promise<Visitor & { token: string }> {
  const visitor = visitorOf(serving.url!);
  await visitor.submit(`/vao/${await createSignInStore(office.app.database).issue(username, now)}`, {});
  const token = /name="token" value="([^"]+)"/.exec(await (await visitor.get("/lamviec")).text())![1]!;
  return { ...visitor, token };
}

async function publish(code: string, change: Record<string, string>): Promise<Response> {
  const lan = await signedIn("lan");
  const words = {
    question: "Chờ trích lục quá lâu",
    answer: "Đã trả trích lục ngày 20/11.",
    ...change,
  };
  return lan.submit(`/lamviec/congkhai/${code}`, { ...words, token: lan.token });
}

const guest = () => visitorOf(serving.url!);
const ask = async (fields: Record<string, string>) => {
  const answer = await guest().submit("/tra-cuu", fields);
  return { status: answer.status, page: await answer.text(), kept: answer.headers.get("cache-control") };
};

describe("looking up", () => {
  it("tells by a dossier's code where it is, and not whose; nobody may keep the page", async () => {
    const { status, page, kept } = await ask({ code: dossier.toLowerCase(), digits: "" });
    expect([status, kept]).toEqual([200, "no-store"]);
    expect(page).toContain("Cấp bản sao trích lục hộ tịch");
    expect(page).not.toContain("Hoa");
  });

  it("tells whose it is for the last four digits, and counts wrong ones as the chat does", async () => {
    expect((await ask({ code: dossier, digits: "0123" })).page).toContain("Nguyễn Thị Hoa");
    for (const _try of [1, 2, 3, 4, 5])
      expect((await ask({ code: dossier, digits: "9999" })).status).toBe(404);
    const after = await ask({ code: dossier, digits: "0123" });
    expect(after.status).toBe(429);
    expect(after.page).not.toContain("Hoa");
    await office.app.database.query("delete from proof_attempt");
  });

  it("keeps no address of anybody who tries", async () => {
    await ask({ code: dossier, digits: "9999" });
    const [{ person }] = (await office.app.database.query<{ person: string }>(
      "select person from proof_attempt",
    )) as [{ person: string }];
    expect(person).toMatch(/^network:[\w-]{22}$/);
    await office.app.database.query("delete from proof_attempt");
  });

  it("tells of a case for its sender's digits alone, the same of another's, an anonymous one and none", async () => {
    const code = await office.file();
    const anonymous = await office.file({ privacy: "anonymous" });
    expect((await ask({ code, digits: "" })).status).toBe(422);
    expect((await ask({ code, digits: "0001" })).page).toContain(code);
    const refused = [
      await ask({ code, digits: "9999" }),
      await ask({ code: anonymous, digits: "0001" }),
      await ask({ code: "PA-2026-999999", digits: "0001" }),
    ];
    const told = refused.map(({ status, page }) => [status, page.replaceAll(/PA-2026-\d{6}/g, "")]);
    const plain = told.map(([status, page]) => [status, String(page).replaceAll(/value="\d{4}"/g, "")]);
    expect(new Set(plain.map(([status, page]) => `${status} ${page}`)).size).toBe(1);
    await office.app.database.query("delete from proof_attempt");
  });

  it.each(["", "xin chào", "PA-26-1"])("says what a code looks like: “%s”", async (code) => {
    const { status, page } = await ask({ code, digits: "" });
    expect(status).toBe(422);
    expect(page).toContain("Mã chưa đúng");
  });

  it("takes no form of another site", async () => {
    const other = await guest().submit("/tra-cuu", { code: dossier }, { origin: "https://evil.example" });
    expect(other.status).toBe(403);
  });
});

describe("published feedback", () => {
  it("is nothing until a leader lets it out, in words without numbers and names", async () => {
    const code = await answered();
    expect((await guest().get(`/y-kien/${code}`)).status).toBe(404);
    expect((await (await signedIn("minh")).get(`/lamviec/congkhai/${code}`)).status).toBe(403);
    const form = await (await (await signedIn("lan")).get(`/lamviec/congkhai/${code}`)).text();
    expect(form).toContain("079******234");
    expect(form).toContain("Kính gửi bà […]");
    expect((await publish(code, { question: "Số căn cước 079201001234" })).status).toBe(422);
    const named = await publish(code, { answer: "Kính gửi bà NGUYỄN THỊ  HOA" });
    expect(await named.text()).toContain("Còn tên người gửi");
    expect((await guest().get(`/y-kien/${code}`)).status).toBe(404);
    expect((await publish(code, {})).status).toBe(303);
    const page = await (await guest().get(`/y-kien/${code}`)).text();
    expect(page).toContain("Chờ trích lục quá lâu");
    expect(page).not.toContain("Hoa");
    const lan = await signedIn("lan");
    await lan.submit(`/lamviec/congkhai/${code}/rut`, { token: lan.token });
    expect((await guest().get(`/y-kien/${code}`)).status).toBe(404);
    expect(await (await guest().get("/y-kien")).text()).not.toContain(code);
    const acts = await office.app.database.query(
      "select deed, actor from audit_act where subject = $1 and deed like 'feedback-%' order by id",
      [code],
    );
    expect(acts).toEqual([
      { deed: "feedback-published", actor: "lan" },
      { deed: "feedback-taken-back", actor: "lan" },
    ]);
  });

  it("that is not answered, or another unit's, cannot be let out", async () => {
    const code = await office.file();
    expect((await publish(code, {})).status).toBe(422);
    await office.app.database.query(
      "update feedback set unit_id = (select id from unit where code = 'LL') where code = $1",
      [code],
    );
    expect((await publish(code, {})).status).toBe(404);
  });

  it("is found with marks or without", async () => {
    expect(await (await guest().get("/y-kien?tim=TRICH+luc")).text()).toContain(published);
    expect(await (await guest().get("/y-kien?tim=máy+bay")).text()).toContain("Không tìm thấy");
  });

  it("counts each visitor's “tôi cũng gặp” once, and not very many of one network", async () => {
    const path = `/y-kien/${published}/cung-gap`;
    const visitor = guest();
    const first = await visitor.submit(path, {});
    expect(first.headers.get("location")).toContain("da=counted");
    expect((await visitor.submit(path, {})).headers.get("location")).toContain("da=repeated");
    expect(await (await visitor.get(`/y-kien/${published}`)).text()).toContain("1 người cùng gặp");
    for (let times = 1; times < 30; times++) await guest().submit(path, {});
    expect((await guest().submit(path, {})).headers.get("location")).toContain("da=too-many");
    expect(await (await visitor.get(`/y-kien/${published}`)).text()).toContain("30 người cùng gặp");
    expect((await guest().submit(path, {}, { origin: "https://evil.example" })).status).toBe(403);
  });
});

describe("published figures", () => {
  const quarter = "/so-lieu/2026/quy-3";

  it("are of quarters that are over", async () => {
    const list = await (await guest().get("/so-lieu")).text();
    expect(list).toContain(quarter);
    expect(list).not.toContain("/so-lieu/2026/quy-4");
    expect((await guest().get("/so-lieu/2026/quy-4")).status).toBe(404);
    expect((await guest().get("/so-lieu/2019/quy-1")).status).toBe(404);
  });

  it("say whether they were signed off, and give away no small count", async () => {
    const page = await (await guest().get(quarter)).text();
    expect(page).toContain("chưa ký chốt");
    const facts = page.replaceAll(/<[^>]+>/g, " ");
    expect(facts).toMatch(/Tiếp nhận\s+30/);
    expect(facts).toMatch(/Nộp qua bưu chính\s+không nêu/);
    expect(facts).toMatch(/Nộp trực tuyến\s+không nêu/);
    expect(facts).toMatch(/Nộp trực tiếp\s+18/);
    expect(facts).toMatch(/Giải quyết quá hạn\s+không nêu/);
    expect(facts).not.toMatch(/96,67/);
  });

  it("may be kept by browsers for some minutes", async () => {
    expect((await guest().get(quarter)).headers.get("cache-control")).toBe("public, max-age=300");
  });
});

describe("the pages for everybody", () => {
  it("are told to search engines, and nothing else is", async () => {
    const robots = await (await guest().get("/robots.txt")).text();
    expect(robots).toContain("Disallow: /\n");
    expect(robots).not.toContain("tra-cuu");
  });

  it("are in English for whoever chooses it", async () => {
    const visitor = guest();
    expect((await visitor.get("/cach-tinh?lang=en")).headers.get("location")).toBe("/cach-tinh");
    expect(await (await visitor.get("/cach-tinh")).text()).toContain("How figures are reckoned");
  });
});
