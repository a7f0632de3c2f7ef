import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/conversation/reply.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// Chị Hoa tells what she met at the office, step by step or all at once.

let town: FeedbackTown;
let hoa: Citizen;
let people = 0;

beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
});
afterAll(() => town[Symbol.asyncDispose]());
beforeEach(async () => {
  town.now = at("2026-11-23 08:00");
  // Nothing is like what was sent in the test before.
  await town.test.app.database.query("update feedback set status = 'closed', closed_at = received_at");
  people += 1;
  hoa = await town.citizen(`hoa${people}`);
});

const chairs = "Ghế chờ ở phòng hộ tịch bị gãy, người già phải đứng chờ";

/** The case of the code that some replies give. */
async function caseOf(replies: Reply[]) {
  const [code] = /PA-\d{4}-\d{6}/.exec(wordsOf(replies)) ?? [];
  expect(code).toBeDefined();
  return town.find(code!);
}

/** What a button that some replies show stands for. */
function press(replies: Reply[], label: string): string {
  const buttons = replies
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const button = buttons.find((one) => one.label === label);
  if (!button) throw new Error(`No button "${label}" among ${buttons.map((one) => one.label).join(", ")}`);
  expect(Buffer.byteLength(button.say)).toBeLessThanOrEqual(64);
  return button.say;
}

/** Says some things one after another; returns what is answered last. */
async function talk(who: Citizen, ...words: string[]): Promise<Reply[]> {
  let replies: Reply[] = [];
  for (const text of words) replies = await who.says(text);
  return replies;
}

describe("feedback step by step", () => {
  it("asks what, which field, where, who may know and how to reach them, and promises a date", async () => {
    const first = wordsOf(await hoa.says("tôi muốn góp ý"));
    expect(first).toContain("Anh/chị cho biết điều cần phản ánh, kiến nghị");
    expect(first).toContain("chưa gửi đi khi anh/chị chưa bấm Gửi");
    expect(wordsOf(await hoa.says(chairs))).toContain(
      "Việc này thuộc lĩnh vực Hộ tịch, phải không anh/chị?\n[Đúng, Hộ tịch]",
    );
    expect(wordsOf(await hoa.says("Đúng, Hộ tịch"))).toContain("Việc xảy ra ở đâu?");
    expect(wordsOf(await hoa.says("tầng 2, nhà A"))).toContain("Ai được biết anh/chị là người gửi?");
    expect(wordsOf(await hoa.says("2"))).toContain("Cơ quan trả lời anh/chị tại đây.");
    const summary = await hoa.says("Nguyễn Thị Hoa, 0905 123 456");
    expect(wordsOf(summary)).toContain(
      [
        `Nội dung: ${chairs}`,
        "Lĩnh vực: Hộ tịch",
        "Địa điểm: tầng 2, nhà A",
        "Ai biết người gửi: Chỉ cơ quan biết",
        "Trả lời: tại đây, Nguyễn Thị Hoa, 0905123456",
        "Chỉ cán bộ giải quyết của Sở Tư pháp biết nội dung và người gửi",
      ].join("\n"),
    );
    expect(wordsOf(summary)).toContain("Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15");
    const receipt = await hoa.says("Gửi");
    const matter = await caseOf(receipt);
    expect(wordsOf(receipt).split("\n").slice(0, 2)).toEqual([
      `Đã nhận phản ánh ${matter.code}.`,
      "Hẹn trả lời trước 17:00 thứ Hai 30/11/2026.",
    ]);
    expect(matter).toMatchObject({
      source: "other",
      kind: "report",
      content: chairs,
      field: "Hộ tịch",
      place: { words: "tầng 2, nhà A" },
      dossierCode: null,
      privacy: "agency",
      senderName: "Nguyễn Thị Hoa",
      senderPhone: "0905123456",
      unitCode: "STP.HCTP",
      joinedToId: null,
    });
    expect(wordsOf(await hoa.says("Vì sao ngày này?"))).toContain(
      "Thời hạn 5 ngày làm việc; ngày nhận không tính.",
    );
  });

  it("goes back a question at a time, changes one answer, and asks again only what is open", async () => {
    await talk(hoa, "/phananh", chairs, "Hộ tịch", "tầng 2");
    expect(wordsOf(await hoa.says("quay lại"))).toContain("Việc xảy ra ở đâu?");
    expect(wordsOf(await hoa.says("quay lại"))).toContain("thuộc lĩnh vực");
    expect(wordsOf(await hoa.says("quay lại"))).toContain("Anh/chị viết lại nội dung");
    expect(wordsOf(await hoa.says("quay lại"))).toContain("Đây là câu đầu tiên.");
    expect(wordsOf(await hoa.says(`${chairs}, kể cả phụ nữ có thai`))).toContain("Ai được biết");
    await talk(hoa, "chỉ cơ quan biết", "Trả lời tại đây là đủ");
    expect(wordsOf(await hoa.says("sửa"))).toContain("[Nội dung] [Lĩnh vực] [Địa điểm]");
    expect(wordsOf(await hoa.says("Địa điểm"))).toContain("Việc xảy ra ở đâu?");
    const summary = wordsOf(await hoa.says("tầng 3"));
    expect(summary).toContain("Địa điểm: tầng 3");
    expect(summary).toContain("kể cả phụ nữ có thai");
    expect(wordsOf(await hoa.says("sua linh vuc"))).toContain("thuộc lĩnh vực");
    expect(wordsOf(await hoa.says("không rõ"))).toContain("Lĩnh vực: không rõ");
    expect(await caseOf(await hoa.says("đồng ý"))).toMatchObject({ field: null, place: { words: "tầng 3" } });
  });

  it("publishes no name it was not given, and asks for none of who stays anonymous", async () => {
    await talk(hoa, "/phananh", chairs, "Hộ tịch", "bỏ qua");
    expect(wordsOf(await hoa.says("công khai tên"))).toContain("Anh/chị cho biết họ tên để công khai.");
    expect(wordsOf(await hoa.says("không"))).toContain("Công khai tên thì cần họ tên.");
    expect(wordsOf(await hoa.says("0905 123 45"))).toContain("cần 10 chữ số");
    const summary = wordsOf(await hoa.says("tôi là Nguyễn Thị Hoa"));
    expect(summary).toContain("Trả lời: tại đây, Nguyễn Thị Hoa");
    expect(summary).toContain("cả hai có thể được công khai");
    const anonymous = wordsOf(await hoa.says("ẩn danh"));
    expect(anonymous).toContain("Trả lời: tại đây\nSở Tư pháp chỉ biết nội dung.");
    expect(await caseOf(await hoa.says("Gửi"))).toMatchObject({
      privacy: "anonymous",
      senderName: null,
      senderPhone: null,
      person: `test-${hoa.name}:${hoa.name}`,
    });
  });
});

describe("feedback all at once", () => {
  it("takes dossier, privacy and number from the last clauses and asks only for the rest", async () => {
    await hoa.says("phản ánh: đèn hành lang tầng 2 hỏng, hồ sơ H57.16-261101-0001, ẩn danh");
    await hoa.says("không rõ");
    const summary = wordsOf(await hoa.says("bỏ qua"));
    expect(summary).toContain("Nội dung: đèn hành lang tầng 2 hỏng\n");
    expect(summary).toContain("Về hồ sơ: H57.16-261101-0001");
    expect(summary).toContain("Ai biết người gửi: Ẩn danh");
  });

  it("is a proposal when it proposes", async () => {
    await talk(hoa, "kiến nghị: bố trí thêm ghế ngồi cho người già, chỉ cơ quan biết, sđt 0905123456");
    const summary = await talk(hoa, "hộ tịch", "bỏ qua");
    expect(wordsOf(summary)).toContain("Trả lời: tại đây, 0905123456");
    expect(await caseOf(await hoa.says("Gửi"))).toMatchObject({
      kind: "proposal",
      content: "bố trí thêm ghế ngồi cho người già",
      senderPhone: "0905123456",
    });
  });

  it("confirms a dossier code found in the text, and asks anew for one with a slip", async () => {
    await talk(hoa, "/phananh", "Hồ sơ H57.16-261101-0001 của tôi nộp đã lâu chưa trả", "hộ tịch");
    expect(wordsOf(await hoa.says("bỏ qua"))).toContain(
      "Phản ánh này về hồ sơ H57.16-261101-0001, phải không",
    );
    expect(wordsOf(await hoa.says("đúng"))).toContain("Ai được biết");
    await talk(hoa, "huỷ", "/phananh", "Hồ sơ H57.16-261301-0001 của tôi nộp đã lâu chưa trả", "hộ tịch");
    const asked = wordsOf(await hoa.says("bỏ qua"));
    expect(asked).toContain("Mã hồ sơ trong nội dung chưa đúng dạng.");
    expect(asked).toContain("Phần giữa là ngày nhận viết 6 chữ số");
    expect(wordsOf(await hoa.says("H57.16-261131-0001"))).toContain("Mã anh/chị gửi chưa đúng dạng");
    expect(wordsOf(await hoa.says("h57.16 261101 0001"))).toContain("Ai được biết");
  });

  it("works in English", async () => {
    await talk(hoa, "/lang en");
    expect(wordsOf(await hoa.says("/feedback"))).toContain("Tell us what happened");
    await talk(hoa, "The chairs at counter 3 are broken and old people must stand", "not sure", "skip");
    expect(wordsOf(await hoa.says("anonymous"))).toContain("Please look it over before it is sent:");
    expect(wordsOf(await hoa.says("Send"))).toContain("You will be answered by 17:00 Monday 30/11/2026.");
  });
});

describe("a question in the midst of it", () => {
  it("is answered, and the form comes back with the question that was open", async () => {
    await talk(hoa, "/phananh", chairs, "Hộ tịch");
    const [answer, again] = await hoa.presses("/lienhe");
    expect(wordsOf([answer!])).toContain("Giờ làm việc");
    expect(wordsOf([again!])).toContain("Việc xảy ra ở đâu?");
    expect(wordsOf(await hoa.presses("/lang en"))).toContain("Where did it happen?");
    await hoa.presses("/lang vi");
    expect(wordsOf(await hoa.says("thống kê quý 1"))).toContain("Ai được biết");
    expect(wordsOf(await hoa.says("sửa địa điểm"))).toContain("Việc xảy ra ở đâu?");
  });
});

describe("feedback left unsent", () => {
  it("is shown after a break and goes on where it stood", async () => {
    await talk(hoa, "/phananh", chairs, "Hộ tịch");
    town.now = at("2026-11-25 09:00");
    const shown = await hoa.says("tầng 2 nhà A");
    expect(wordsOf(shown)).toContain("Anh/chị đang viết dở một phản ánh, lần cuối lúc 23/11/2026 08:00.");
    expect(wordsOf(shown)).toContain(chairs);
    expect(wordsOf(await hoa.says("Tiếp tục"))).toContain("Việc xảy ra ở đâu?");
    expect(wordsOf(await hoa.says("xin chào"))).toContain("Ai được biết");
  });

  it("is shown before anything else is begun, which waits beside it", async () => {
    await talk(hoa, "/phananh", chairs);
    town.now = at("2026-11-25 09:00");
    const shown = await hoa.says("phản ánh: máy lấy số bị hỏng từ sáng");
    expect(wordsOf(shown)).toContain("Vừa nhận thêm: “máy lấy số bị hỏng từ sáng”");
    await hoa.presses(press(shown, "Bỏ, gửi việc mới"));
    const summary = await talk(hoa, "không rõ", "bỏ qua", "ẩn danh");
    expect(wordsOf(summary)).toContain("Nội dung: máy lấy số bị hỏng từ sáng\n");
  });

  it("is forgotten after a week", async () => {
    await talk(hoa, "/phananh", chairs);
    town.now = at("2026-11-30 08:01");
    expect(wordsOf(await hoa.says("tầng 2 nhà A"))).toContain("Trợ lý chưa hiểu ý anh/chị.");
    expect(wordsOf(await hoa.says("/phananh"))).toContain("Anh/chị cho biết điều cần phản ánh");
  });
});

describe("a press", () => {
  it("on Gửi a second time does nothing twice and says the same code", async () => {
    const summary = await talk(hoa, "/phananh", chairs, "Hộ tịch", "bỏ qua", "ẩn danh");
    const send = press(summary, "Gửi");
    const { code } = await caseOf(await hoa.presses(send));
    const again = wordsOf(await hoa.presses(send));
    expect(again).toContain(`Phản ánh này đã được gửi từ trước với mã ${code}.`);
    expect(again).toContain("Hẹn trả lời trước 17:00 thứ Hai 30/11/2026.");
    town.now = at("2026-12-15 08:00");
    expect(wordsOf(await hoa.presses(send))).toContain(code);
    const rows = await town.test.app.database.query("select from feedback where person like $1", [
      `test-${hoa.name}:%`,
    ]);
    expect(rows).toHaveLength(1);
  });

  it("on a button of feedback that was cancelled says so", async () => {
    const summary = await talk(hoa, "/phananh", chairs, "Hộ tịch", "bỏ qua", "ẩn danh");
    expect(wordsOf(await hoa.says("Huỷ"))).toContain("Đã huỷ phản ánh đang viết; chưa có gì được gửi đi.");
    for (const label of ["Gửi", "Sửa", "Huỷ"])
      expect(wordsOf(await hoa.presses(press(summary, label)))).toContain("nút không còn dùng được");
    expect(wordsOf(await hoa.says("tầng 2"))).toContain("Trợ lý chưa hiểu ý anh/chị.");
  });

  it("on Gửi of somebody else's sends nothing", async () => {
    const summary = await talk(hoa, "/phananh", chairs, "Hộ tịch", "bỏ qua", "ẩn danh");
    const nam = await town.citizen(`nam${people}`);
    expect(wordsOf(await nam.presses(press(summary, "Gửi")))).toContain("nút không còn dùng được");
    expect(wordsOf(await hoa.says("Gửi"))).toContain("Đã nhận phản ánh");
    expect(wordsOf(await nam.presses(press(summary, "Gửi")))).toContain("nút không còn dùng được");
  });

  it("on Gửi of the summary before, when something is open again, asks for that", async () => {
    const summary = await talk(hoa, "/phananh", chairs, "Hộ tịch", "bỏ qua", "ẩn danh");
    await hoa.says("công khai tên");
    expect(wordsOf(await hoa.presses(press(summary, "Gửi")))).toContain("họ tên để công khai");
  });
});

describe("a changed message", () => {
  it("changes the answer it gave, though more was said since, and both versions stay", async () => {
    const { app } = town.test;
    const address = { channel: `test-${hoa.name}`, conversationId: hoa.name, speakAs: "citizen" };
    await hoa.says("/phananh");
    await app.handleMessage({
      ...address,
      id: "noi-dung",
      content: { kind: "text", text: "Ghế gãy" },
      sentAt: app.clock(),
    });
    await talk(hoa, "Hộ tịch", "tầng 2");
    const edited = wordsOf(await hoa.sends({ kind: "edit", of: "noi-dung", text: chairs }));
    expect(edited).toContain("Đã đọc nội dung anh/chị vừa sửa.");
    expect(edited).toContain("Ai được biết");
    expect(wordsOf(await hoa.says("ẩn danh"))).toContain(`Nội dung: ${chairs}`);
    const kept = await app.database.query<{ words: string }>(
      `select content ->> 'text' as words from inbound_message m join conversation c on c.id = m.conversation_id
       where c.external_id = $1 and content ->> 'text' in ('Ghế gãy', $2) order by m.id`,
      [hoa.name, chairs],
    );
    expect(kept.map(({ words }) => words)).toEqual(["Ghế gãy", chairs]);
  });

  it("from before the form changes nothing of it", async () => {
    await talk(hoa, "/phananh", chairs);
    expect(wordsOf(await hoa.sends({ kind: "edit", of: "unknown", text: "Hộ tịch" }))).toContain(
      "thuộc lĩnh vực",
    );
  });
});
