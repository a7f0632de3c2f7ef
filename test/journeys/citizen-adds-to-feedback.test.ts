import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InboundContent } from "../../src/conversation/inbound-message.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// What chị Hoa may still do with what she reported, while anh Minh works on it.

let town: FeedbackTown;
let hoa: Citizen;

beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  hoa = await town.citizen("hoa");
});
afterAll(() => town[Symbol.asyncDispose]());

const photo = (ref: string, more: { album?: string; text?: string } = {}): InboundContent => ({
  kind: "media",
  attachments: [{ kind: "photo", ref: `telegram:${ref}` }],
  ...more,
});

async function attachmentsOf(code: string): Promise<number> {
  const [row] = await town.test.app.database.query<{ count: number }>(
    `select count(*)::int as count from feedback_attachment a join feedback f on f.id = a.feedback_id where f.code = $1`,
    [code],
  );
  return row!.count;
}

describe("adding to a case", () => {
  it("sends words to the officer at once", async () => {
    const { code } = await hoa.files("Chờ bản sao trích lục quá lâu");
    expect(wordsOf(await hoa.presses(`/bosung ${code}`))).toContain(`nội dung bổ sung cho phản ánh ${code}`);
    expect(wordsOf(await hoa.says("Tôi nộp ngày 10/11, hồ sơ 000.00.16.H57-261110-0012"))).toContain(
      `Đã gửi bổ sung phản ánh ${code} cho Phòng Hành chính tư pháp.`,
    );
    expect(await town.history(code)).toEqual([
      "filed",
      "information-added: Tôi nộp ngày 10/11, hồ sơ 000.00.16.H57-261110-0012",
    ]);
    expect(await town.notices(code)).toContainEqual(expect.objectContaining({ kind: "case-information" }));
  });

  it("gathers pictures, an album in one answer, until words come", async () => {
    const { code } = await hoa.files("Đèn khu trả kết quả hỏng");
    await hoa.presses(`/bosung ${code}`);
    expect(wordsOf(await hoa.sends(photo("a1", { album: "a" })))).toContain("Đã nhận 1 tệp, chưa gửi đi.");
    expect(await hoa.sends(photo("a2", { album: "a" }))).toEqual([]);
    expect(wordsOf(await hoa.sends(photo("b", { text: "chụp sáng nay" })))).toContain(
      "Lời kèm theo: chụp sáng nay",
    );
    await hoa.says("Đèn thứ hai từ cửa vào");
    expect(await town.history(code)).toEqual([
      "filed",
      "information-added: chụp sáng nay\nĐèn thứ hai từ cửa vào",
    ]);
    expect(await attachmentsOf(code)).toBe(3);
  });

  it("sends pictures without a word when told to, once however often it is pressed", async () => {
    const { code } = await hoa.files("Ghế chờ bị gãy");
    await hoa.presses(`/bosung ${code}`);
    await hoa.sends(photo("c"));
    await hoa.presses(`/bosung ${code} gui`);
    expect(wordsOf(await hoa.presses(`/bosung ${code} gui`))).toContain("nội dung bổ sung");
    expect((await town.history(code)).filter((what) => what.startsWith("information-added"))).toHaveLength(1);
    expect(await attachmentsOf(code)).toBe(1);
    expect(wordsOf(await hoa.presses(`/traphananh ${code} lichsu`))).toContain("anh/chị gửi thêm ảnh, tệp");
    await hoa.says("huỷ");
  });

  it("takes a shared position, and leaves nothing behind when it is cancelled", async () => {
    const { code } = await hoa.files("Biển chỉ đường sai");
    await hoa.presses(`/bosung ${code}`);
    await hoa.sends({ kind: "position", latitude: 15.88, longitude: 108.33 });
    expect(await town.history(code)).toContain("information-added: Vị trí: 15.88, 108.33");
    await hoa.presses(`/bosung ${code}`);
    expect(wordsOf(await hoa.says("huỷ"))).toContain("Đã dừng.");
    expect(wordsOf(await hoa.says("xin chào"))).not.toContain("Đã gửi");
    expect(await town.history(code)).toHaveLength(2);
  });

  it("answers the officer's question, which ends the waiting", async () => {
    const { code } = await hoa.files("Bị hẹn lại nhiều lần");
    await town.does(code, { kind: "accept" });
    await town.does(code, { kind: "ask-citizen", question: "Anh/chị đến quầy số mấy?" });
    await town.passes();
    const asked = wordsOf(await hoa.hears());
    expect(asked).toContain(`Phòng Hành chính tư pháp cần hỏi thêm anh/chị về phản ánh ${code}:`);
    expect(asked).toContain("Anh/chị đến quầy số mấy?");
    expect(asked).toContain("Anh/chị trả lời giúp trước 17:00 thứ Hai 30/11/2026.");
    expect(asked).toContain("[Trả lời]");
    expect(wordsOf(await hoa.presses(`/traphananh ${code}`))).toContain(
      "đang chờ anh/chị trả lời câu hỏi của Phòng Hành chính tư pháp",
    );
    expect(wordsOf(await hoa.presses(`/bosung ${code}`))).toContain("Anh/chị đến quầy số mấy?");
    town.now = at("2026-11-24 09:00");
    const lost = wordsOf(await hoa.says("Quầy 3"));
    expect(lost).toContain(`Phản ánh ${code} đang chờ câu trả lời của anh/chị`);
    await hoa.says("Trả lời");
    expect(wordsOf(await hoa.says("Quầy 3"))).toContain("Đã gửi câu trả lời của anh/chị");
    expect((await town.find(code)).status).toBe("in-progress");
    expect(await town.notices(code)).toContainEqual(
      expect.objectContaining({ kind: "case-pause-ended", status: "cancelled" }),
    );
  });

  it("is refused in a clear sentence once the case has ended", async () => {
    const { code } = await hoa.files("Việc sẽ trả lời ngay");
    await hoa.presses(`/bosung ${code}`);
    await town.does(code, { kind: "answer", text: "Đã xử lý xong." });
    expect(wordsOf(await hoa.says("Tôi bổ sung thêm"))).toContain(
      `Phản ánh ${code} không còn được giải quyết nên không bổ sung được.`,
    );
    expect(wordsOf(await hoa.presses(`/bosung ${code}`))).toContain("không bổ sung được");
  });
});

describe("withdrawing a case", () => {
  it("is confirmed first, keeps the reason and tells the officer", async () => {
    const { code } = await hoa.files("Tôi đã nhận được giấy tờ");
    expect(wordsOf(await hoa.presses(`/rutphananh ${code}`))).toContain(`Anh/chị muốn rút phản ánh ${code}?`);
    expect((await town.find(code)).status).toBe("assigned");
    expect(wordsOf(await hoa.says("Đã nhận được sáng nay"))).toContain(
      "Lý do anh/chị nêu: Đã nhận được sáng nay",
    );
    expect(wordsOf(await hoa.says("đồng ý"))).toContain(`Đã rút phản ánh ${code}.`);
    expect(await town.history(code)).toEqual(["filed", "withdrawn: Đã nhận được sáng nay"]);
    expect(await town.notices(code)).toContainEqual(expect.objectContaining({ kind: "case-withdrawn" }));
    expect(wordsOf(await hoa.presses(`/rutphananh ${code} dongy`))).toContain("đã được rút từ trước");
  });

  it("is left when the person thinks better of it", async () => {
    const { code } = await hoa.files("Chưa chắc có rút không");
    await hoa.presses(`/rutphananh ${code}`);
    expect(wordsOf(await hoa.says("Không rút"))).toContain(`Phản ánh ${code} đã được giao cho`);
    await hoa.presses(`/rutphananh ${code}`);
    expect(wordsOf(await hoa.says("không"))).toContain("Đã dừng.");
    expect((await town.find(code)).status).toBe("assigned");
  });

  it("is understood from plain words, and refused once the case is answered", async () => {
    const { code } = await hoa.files("Việc khác");
    expect(wordsOf(await hoa.says(`tôi muốn rút phản ánh ${code}`))).toContain("Anh/chị muốn rút phản ánh");
    await hoa.says("thôi");
    await town.does(code, { kind: "answer", text: "Đã xong." });
    expect(wordsOf(await hoa.presses(`/rutphananh ${code}`))).toContain(
      "đã giải quyết xong nên không rút được nữa",
    );
  });
});
