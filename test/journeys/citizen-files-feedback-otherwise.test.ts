import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Attachment, InboundContent } from "../../src/conversation/inbound-message.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// What else may come while feedback is written: files, places, nonsense, and matters that are not taken as feedback.

let town: FeedbackTown;
let hoa: Citizen;
let people = 0;

beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
});
afterAll(() => town[Symbol.asyncDispose]());
beforeEach(async () => {
  town.now = at("2026-11-23 08:00");
  await town.test.app.database.query("update feedback set status = 'closed', closed_at = received_at");
  people += 1;
  hoa = await town.citizen(`hoa${people}`);
});

const chairs = "Ghế chờ ở phòng hộ tịch bị gãy, người già phải đứng chờ";

async function talk(who: Citizen, ...words: string[]): Promise<Reply[]> {
  let replies: Reply[] = [];
  for (const text of words) replies = await who.says(text);
  return replies;
}

let files = 0;
function photos(
  count: number,
  more: Partial<Extract<InboundContent, { kind: "media" }>> = {},
): InboundContent {
  const attachments = Array.from({ length: count }, (): Attachment => {
    files += 1;
    return { kind: "photo", ref: `telegram:${files}` };
  });
  return { kind: "media", attachments, ...more };
}

/** How many files went with the only case of a person. */
async function filesOf(who: Citizen): Promise<number> {
  const rows = await town.test.app.database.query(
    `select from feedback f join feedback_attachment a on a.feedback_id = f.id where f.person = $1`,
    [`test-${who.name}:${who.name}`],
  );
  return rows.length;
}

describe("files", () => {
  it("are taken with the first words, while it is written, after the summary and after it was sent", async () => {
    await hoa.sends(photos(1, { text: `phản ánh: ${chairs}` }));
    const voice = { kind: "voice" as const, ref: "telegram:voice" };
    const binary = {
      kind: "file" as const,
      ref: "telegram:bin",
      name: "core.bin",
      mediaType: "application/octet-stream",
    };
    const again = wordsOf(await hoa.sends({ kind: "media", attachments: [voice, binary] }));
    expect(again).toContain("Đã nhận 3 tệp kèm theo.");
    expect(again).toContain("thuộc lĩnh vực Hộ tịch");
    await talk(hoa, "đúng", "bỏ qua", "ẩn danh");
    expect(wordsOf(await hoa.sends(photos(1)))).toContain("Tệp kèm theo: 4");
    await hoa.says("Gửi");
    expect(await filesOf(hoa)).toBe(4);
    expect(wordsOf(await hoa.sends(photos(1)))).toContain("Đã gửi bổ sung phản ánh");
    await hoa.sends(photos(1, { text: "thêm ảnh cái ghế nữa" }));
    expect(await filesOf(hoa)).toBe(6);
  });

  it("alone are not enough: words are asked for", async () => {
    await hoa.says("/phananh");
    expect(wordsOf(await hoa.sends(photos(1)))).toContain("Anh/chị viết thêm vài lời");
    expect(wordsOf(await hoa.says(chairs))).toContain("thuộc lĩnh vực");
  });

  it("of an album are kept in silence after the first, ten of forty, and that is said once", async () => {
    await talk(hoa, "/phananh", chairs);
    const said: string[] = [];
    for (let photo = 1; photo <= 40; photo += 1)
      said.push(wordsOf(await hoa.sends(photos(1, { album: "forty" }))));
    expect(said.flatMap((words, at) => (words ? [at + 1] : []))).toEqual([1, 11]);
    expect(said[10]).toContain("tối đa 10 tệp: 10 tệp đầu đã được giữ");
    await talk(hoa, "đúng", "bỏ qua", "ẩn danh", "Gửi");
    expect(await filesOf(hoa)).toBe(10);
  });

  it("are ten of forty in one message too", async () => {
    await hoa.says("/phananh");
    expect(wordsOf(await hoa.sends(photos(40, { text: chairs })))).toContain("tối đa 10 tệp");
    expect(wordsOf(await talk(hoa, "đúng", "bỏ qua", "ẩn danh"))).toContain("Tệp kèm theo: 10");
  });

  it("sent with words that answer no question add the words to the matter", async () => {
    await talk(hoa, "/phananh", chairs);
    expect(wordsOf(await hoa.sends(photos(1, { text: "ghế số 3 đây" })))).toContain(
      "Đã ghi thêm lời vừa rồi",
    );
    expect(wordsOf(await talk(hoa, "đúng", "bỏ qua", "ẩn danh"))).toContain(
      `Nội dung: ${chairs} ghế số 3 đây`,
    );
  });
});

describe("a place", () => {
  it("may be shared at any time, and told in words besides", async () => {
    await hoa.says("/phananh");
    await hoa.sends({
      kind: "position",
      latitude: 16.0471,
      longitude: 108.2062,
      title: "Trung tâm hành chính",
    });
    const summary = wordsOf(await talk(hoa, chairs, "đúng", "ẩn danh"));
    expect(summary).toContain("Địa điểm: Trung tâm hành chính – 16.0471, 108.2062");
    expect(wordsOf(await talk(hoa, "sửa địa điểm", "tầng 2"))).toContain(
      "Địa điểm: tầng 2 – 16.0471, 108.2062",
    );
  });

  it.each([
    ["Paris", 48.8566, 2.3522],
    ["Bangkok", 13.7563, 100.5018],
  ])("in %s is not taken", async (_, latitude, longitude) => {
    await talk(hoa, "/phananh", chairs, "đúng");
    expect(wordsOf(await hoa.sends({ kind: "position", latitude, longitude }))).toContain(
      "nằm ngoài Việt Nam",
    );
    expect(wordsOf(await talk(hoa, "bỏ qua", "ẩn danh"))).toContain("Địa điểm: không rõ");
  });
});

describe("words that cannot be taken as they are", () => {
  it("are asked for in letters when they have none", async () => {
    await hoa.says("/phananh");
    for (const text of ["😡😡😡", "???", "12345"])
      expect(wordsOf(await hoa.says(text))).toContain("Anh/chị viết giúp bằng chữ");
    expect(wordsOf(await hoa.says("   "))).toContain("Anh/chị cho biết điều cần phản ánh");
  });

  it("are asked for shorter beyond 5.000 characters, and an edit of them is taken", async () => {
    const { app } = town.test;
    await hoa.says("/phananh");
    const long = "Cán bộ hẹn nhiều lần. ".repeat(500).trim();
    await app.handleMessage({
      channel: `test-${hoa.name}`,
      conversationId: hoa.name,
      id: "long",
      content: { kind: "text", text: long },
      sentAt: app.clock(),
    });
    expect(wordsOf(await hoa.hears())).toContain("Nội dung dài 10.999 ký tự".replace(".", ""));
    expect(wordsOf(await hoa.sends({ kind: "edit", of: "long", text: chairs }))).toContain("thuộc lĩnh vực");
  });

  it("go on telling the matter when they are long and answer no question", async () => {
    await talk(hoa, "/phananh", chairs);
    const more = "Tôi đã báo bảo vệ từ tuần trước mà chưa thấy ai sửa";
    expect(wordsOf(await hoa.says(more))).toContain("Đã ghi thêm lời vừa rồi vào nội dung");
    const summary = await talk(hoa, "đúng", "bỏ qua", "ẩn danh");
    expect(wordsOf(summary)).toContain(`Nội dung: ${chairs} ${more}`);
    expect(wordsOf(await hoa.says("hả"))).toContain("Anh/chị bấm Gửi nếu đã đủ");
    expect(wordsOf(await hoa.says("Chiều nay tôi quay lại vẫn thấy như cũ, rất bất tiện"))).toContain(
      "như cũ",
    );
  });
});

describe("a matter that is not taken as feedback", () => {
  const guided = async () =>
    (
      await town.test.app.database.query<{ kind: string }>(
        "select kind from guidance where person = $1 order by id",
        [`test-${hoa.name}:${hoa.name}`],
      )
    ).map(({ kind }) => kind);

  it.each([
    ["tôi tố cáo trưởng phòng nhận hối lộ", "denunciation", "Luật Tố cáo 2018"],
    ["tôi muốn khiếu nại quyết định số 12/QĐ-STP", "complaint", "Luật Khiếu nại 2011"],
    ["có người chụp tài liệu mật đưa lên mạng", "state-secret", "Luật Bảo vệ bí mật nhà nước 2018"],
    ["cháy nhà ở cạnh sở, cứu với", "emergency", "113 (công an), 114 (cứu hoả, cứu nạn), 115 (cấp cứu)"],
  ])("%s: is told where it belongs, and that this was said is kept", async (text, kind, words) => {
    expect(wordsOf(await hoa.says(text))).toContain(words);
    await hoa.says("/phananh");
    const inForm = wordsOf(await hoa.says(text));
    expect(inForm).toContain(words);
    expect(inForm).toContain("[Không phải, tôi chỉ góp ý]");
    expect(await guided()).toEqual([kind, kind]);
    expect(wordsOf(await hoa.says("/phananhtoi"))).toContain("chưa gửi phản ánh nào");
  });

  it("goes on as feedback when the person says that it is", async () => {
    await hoa.says("phản ánh: nghe nói có người đòi tiền ở quầy 3");
    expect(wordsOf(await hoa.says("Không phải, tôi chỉ góp ý"))).toContain("thuộc lĩnh vực nào?");
    await talk(hoa, "không rõ", "bỏ qua");
    expect(wordsOf(await hoa.says("ẩn danh"))).toContain("Nội dung: nghe nói có người đòi tiền ở quầy 3");
  });

  it("is nothing that is quoted or denied", async () => {
    for (const text of [
      'phản ánh: bảng chữ "nơi nhận đơn tố cáo" ở sảnh bị rơi',
      "tôi không tố cáo ai, chỉ góp ý là phòng chờ thiếu ghế",
    ]) {
      expect(wordsOf(await hoa.says(text))).toContain("thuộc lĩnh vực");
      await hoa.says("huỷ");
    }
    expect(await guided()).toEqual([]);
  });

  it("does not drop what was being written", async () => {
    await talk(hoa, "/phananh", chairs, "đúng");
    const replies = await hoa.says("/tocao");
    expect(wordsOf(replies)).toContain("Luật Tố cáo 2018");
    expect(wordsOf(replies)).toContain("Việc xảy ra ở đâu?");
    expect(wordsOf(await hoa.says("có người bị ngất xỉu ở tầng 2"))).toContain("anh/chị gọi ngay 113");
    expect(wordsOf(await hoa.says("ẩn danh"))).toContain("Địa điểm: có người bị ngất xỉu ở tầng 2");
  });
});

describe("a matter that is known already", () => {
  const lamp = "đèn hành lang tầng 2 khu tiếp dân hỏng cả tuần nay";

  async function files(who: Citizen, privacy: string): Promise<string> {
    await talk(who, `phản ánh: ${lamp}`, "hộ tịch", "tầng 2", privacy);
    if (privacy !== "ẩn danh") await who.says("Trần Văn Nam, 0905123456");
    const [code] = /PA-\d{4}-\d{6}/.exec(wordsOf(await who.says("Gửi"))) ?? [];
    return code!;
  }

  it("is joined by who met it too: an own code, an own promise, and no word of who else", async () => {
    const nam = await town.citizen(`nam${people}`);
    const code = await files(nam, "chỉ cơ quan biết");
    const shown = wordsOf(
      await talk(hoa, "góp ý: den hanh lang tang 2 khu tiep dan hong, toi qua", "hộ tịch", "tầng 2"),
    );
    expect(shown).toBe(
      `Có thể đã có người phản ánh việc này:\n“${lamp}” – Hộ tịch, gửi ngày 23/11/2026\n[Tôi cũng gặp] [Việc khác, gửi mới]`,
    );
    await hoa.says("Tôi cũng gặp");
    expect(wordsOf(await hoa.says("ẩn danh"))).toContain("phản ánh của anh/chị có mã và hẹn trả lời riêng");
    const receipt = wordsOf(await hoa.says("Gửi"));
    const [own] = /PA-\d{4}-\d{6}/.exec(receipt) ?? [];
    expect(own).not.toBe(code);
    expect(receipt).toContain("Hẹn trả lời trước 17:00 thứ Hai 30/11/2026.");
    expect((await town.find(own!)).joinedToId).toBe((await town.find(code)).id);
    const again = wordsOf(await talk(hoa, `phản ánh: ${lamp}`, "hộ tịch", "tầng 2"));
    expect(again).toContain(`Anh/chị đã gửi việc này ngày 23/11/2026: ${own}.`);
    expect(again).not.toContain("Tôi cũng gặp");
  });

  it("is another matter when the person says so", async () => {
    await files(await town.citizen(`nam${people}`), "chỉ cơ quan biết");
    await talk(hoa, `phản ánh: ${lamp}`, "hộ tịch", "tầng 2", "Việc khác, gửi mới", "ẩn danh");
    const [own] = /PA-\d{4}-\d{6}/.exec(wordsOf(await hoa.says("Gửi"))) ?? [];
    expect((await town.find(own!)).joinedToId).toBeNull();
  });

  it("is not told of when another sent it anonymously", async () => {
    await files(await town.citizen(`nam${people}`), "ẩn danh");
    expect(wordsOf(await talk(hoa, `phản ánh: ${lamp}`, "hộ tịch", "tầng 2"))).toContain("Ai được biết");
  });

  it("cannot be joined by a code that was not shown", async () => {
    const code = await files(await town.citizen(`nam${people}`), "ẩn danh");
    await talk(hoa, "phản ánh: máy lấy số bị hỏng", "hộ tịch", "tầng 2", "ẩn danh");
    await hoa.presses(`/phananh #trung ${code}`);
    const [own] = /PA-\d{4}-\d{6}/.exec(wordsOf(await hoa.says("Gửi"))) ?? [];
    expect((await town.find(own!)).joinedToId).toBeNull();
  });

  it("of one's own gets what was written added to it", async () => {
    const code = await files(hoa, "ẩn danh");
    const shown = await talk(hoa, `phản ánh: ${lamp}, tối nay vẫn thế`, "hộ tịch", "tầng 2");
    expect(wordsOf(shown)).toContain(`[Bổ sung vào ${code}] [Việc khác, gửi mới]`);
    expect(wordsOf(await hoa.says(`Bổ sung vào ${code}`))).toContain(`Đã gửi bổ sung phản ánh ${code}`);
    const [event] = await town.test.app.database.query<{ reason: string }>(
      `select e.reason from feedback_event e join feedback f on f.id = e.feedback_id
       where f.code = $1 and e.kind = 'information-added'`,
      [code],
    );
    expect(event!.reason).toBe(`${lamp}, tối nay vẫn thế`);
    expect(wordsOf(await hoa.says("tầng 2"))).toContain("chưa hiểu");
  });
});
