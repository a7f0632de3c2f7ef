import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReplyTemplateStore } from "../../../src/persistence/reply-template-store.ts";
import { createSignInStore } from "../../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../../src/serve.ts";
import { createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { visitorOf, type Visitor } from "../../support/http-visitor.ts";

let town: FeedbackTown;
let serving: Serving;
let hoa: Citizen;
let lan: Visitor;
let minh: Visitor;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "all");
  hoa = await town.citizen("Hoa");
  [lan, minh] = [await signedIn("lan"), await signedIn("minh")];
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

async function signedIn(username: string): Promise<Visitor> {
  const visitor = visitorOf(serving.url!);
  const link = await createSignInStore(town.test.app.database).issue(username, town.now);
  await visitor.submit(`/vao/${link}`, {});
  return visitor;
}

const textOf = async (visitor: Visitor, address: string) => (await visitor.get(address)).text();

async function formOf(visitor: Visitor, fields: Record<string, string>) {
  const page = await textOf(visitor, "/lamviec");
  return { token: /name="token" value="([^"]+)"/.exec(page)![1]!, ...fields };
}

/** The first events of a page that stays open. */
async function hear(visitor: Visitor, address: string): Promise<string> {
  const reader = (await visitor.get(address)).body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

describe("beside a case", () => {
  it("lie what was said about it, and the cases that are about the same, each leading there", async () => {
    const first = await hoa.files("Đèn đường trước số 5 phố Huế hỏng đã ba hôm");
    const mai = await town.citizen("Mai");
    const second = await mai.files("Đèn đường trước số 5 phố Huế hỏng đã ba hôm nay");
    const page = await textOf(minh, `/lamviec/phananh/${second.code}`);
    expect(page).toContain("Cuộc trò chuyện với người gửi");
    expect(page).toMatch(
      new RegExp(`Có thể trùng với(?:(?!</section>).)*href="/lamviec/phananh/${first.code}"`, "s"),
    );
  });

  it("lies no talk with somebody who is to stay unknown", async () => {
    const { code } = await hoa.files("Cán bộ tiếp dân nói năng chưa đúng mực");
    await town.test.app.database.query("update feedback set privacy = 'anonymous' where code = $1", [code]);
    const page = await textOf(minh, `/lamviec/phananh/${code}`);
    expect(page).not.toContain("Cuộc trò chuyện với người gửi");
    expect(page).toContain("Lịch sử");
  });

  it("is said who else has it open, and that it changed since", async () => {
    const { code, version } = await hoa.files("Hẹn trả kết quả chậm");
    expect(await textOf(minh, `/lamviec/phananh/${code}`)).not.toContain("Đang mở phản ánh này");
    expect(await textOf(lan, `/lamviec/phananh/${code}`)).toContain("Đang mở phản ánh này: Lê Minh.");
    expect(await hear(minh, `/lamviec/phananh/${code}/song`)).toContain(
      `{"others":"Đang mở phản ánh này: Trần Thị Lan.","version":${version}}`,
    );
    town.now = new Date(town.now.getTime() + 61_000);
    expect(await textOf(lan, `/lamviec/phananh/${code}`)).not.toContain("Đang mở phản ánh này");
  });

  it("are texts to begin an answer with, filled with what is known, their last version alone", async () => {
    const { code } = await hoa.files("Làm giấy khai sinh mất bao lâu");
    const write = (work: Parameters<typeof town.test.app.database.transaction>[0]) =>
      town.test.app.database.transaction(work);
    const draft = { outcome: "answer", field: null, name: "Cảm ơn", text: "Bản đầu {ma}" } as const;
    await write((sql) => createReplyTemplateStore(sql).keep(draft, "quan", town.now));
    const [kept] = await createReplyTemplateStore(town.test.app.database).list();
    await write((sql) =>
      createReplyTemplateStore(sql).keep(
        { ...draft, line: kept!.line, text: "Về phản ánh {ma} nhận ngày {ngay_nhan}: " },
        "quan",
        town.now,
      ),
    );
    const page = await textOf(minh, `/lamviec/phananh/${code}`);
    const [, link] = /href="([^"]+mau=\d+[^"]*)"[^>]*>\s*Cảm ơn/.exec(page)!;
    const begun = await textOf(minh, link!.replaceAll("&amp;", "&").split("#")[0]!);
    expect(begun).toContain(`Về phản ánh ${code} nhận ngày 23/11/2026:`);
    expect(begun).not.toContain("Bản đầu");
    expect(
      (await createReplyTemplateStore(town.test.app.database).history(kept!.line)).map(({ text }) => text),
    ).toEqual(["Về phản ánh {ma} nhận ngày {ngay_nhan}:", "Bản đầu {ma}"]);
  });
});

describe("the queue", () => {
  it("is told of every change by code and version, and of nothing of other units", async () => {
    const { code, version } = await hoa.files("Vỉa hè bị chiếm");
    expect(await hear(minh, "/lamviec/phananh/moi?tim=via+he")).toContain(
      `event: queue\ndata: [["${code}","${version}"]]`,
    );
    await town.does(code, { kind: "accept" });
    expect(await hear(minh, "/lamviec/phananh/moi?tim=via+he")).not.toContain(`"${version}"]`);
    expect((await visitorOf(serving.url!).get("/lamviec/phananh/moi")).status).toBe(401);
  });

  it("keeps looks under a name, forgets them, and keeps nothing that it would not understand", async () => {
    const query = "tim=via+he&linhvuc=H%E1%BB%99+t%E1%BB%8Bch&to=//evil.example";
    await minh.submit("/lamviec/phananh/xem", await formOf(minh, { name: "Vỉa hè", query }));
    const page = await textOf(minh, "/lamviec/phananh");
    expect(page).toContain('href="/lamviec/phananh?tim=via+he&amp;linhvuc=H%E1%BB%99+t%E1%BB%8Bch"');
    expect(page).not.toContain("evil.example");
    expect(await textOf(lan, "/lamviec/phananh")).not.toContain("Vỉa hè</a>");
    const shown = await textOf(minh, "/lamviec/phananh?tim=via+he&linhvuc=H%E1%BB%99+t%E1%BB%8Bch");
    const [, forget] = /action="([^"]+\/bo)"/.exec(shown)!;
    await lan.submit(forget!, await formOf(lan, {}));
    expect(await textOf(minh, "/lamviec/phananh")).toContain("Vỉa hè</a>");
    await minh.submit(forget!, await formOf(minh, {}));
    expect(await textOf(minh, "/lamviec/phananh")).not.toContain("Vỉa hè</a>");
  });

  it("shows one field alone when asked", async () => {
    const { code } = await hoa.files("Xin cấp lại giấy khai sinh bị chậm");
    const field = (await town.find(code)).field;
    expect(field).toBe("Hộ tịch");
    expect(await textOf(minh, "/lamviec/phananh?linhvuc=H%E1%BB%99+t%E1%BB%8Bch")).toContain(code);
    expect(await textOf(minh, "/lamviec/phananh?linhvuc=C%C3%B4ng+ch%E1%BB%A9ng")).not.toContain(code);
  });
});
