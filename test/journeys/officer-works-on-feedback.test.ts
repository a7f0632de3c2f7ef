import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJusticeOffice, type JusticeOffice } from "../support/justice-office.ts";
import { wordsOf } from "../support/people.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
const now = new Date("2026-11-23T01:00:00Z");
let office: JusticeOffice;
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
});
afterAll(() => office[Symbol.asyncDispose]());

describe("a case on its way", () => {
  it("is taken, asked about, drafted, sent and closed", async () => {
    const code = await office.file();
    const { version } = await office.caseOf(code);
    expect(wordsOf(await office.minh.presses(`/viec nhan ${code} ${version}`))).toContain(
      `Anh/chị đã nhận ${code}. Hẹn trả lời 17:00 thứ Hai 30/11/2026.`,
    );
    await office.minh.presses(`/viec hoi ${code} ${version + 1}`);
    expect(wordsOf(await office.minh.says("Chị cho biết số biên nhận? Tôi muốn thống kê lại."))).toContain(
      "Đã gửi câu hỏi cho người phản ánh",
    );
    expect((await office.caseOf(code)).status).toBe("awaiting-citizen");
    await office.minh.presses(`/viec tiep ${code} ${version + 2}`);
    await office.minh.presses(`/viec soan ${code} ${version + 3}`);
    const draft = wordsOf(await office.minh.says("Bản sao đã có, mời chị đến nhận."));
    expect(draft).toContain("Đã lưu dự thảo");
    expect(draft).toContain("[Gửi trả lời]");
    expect(wordsOf(await office.minh.says("Gửi trả lời"))).toContain(`Đã gửi trả lời ${code}`);
    expect(await office.caseOf(code)).toMatchObject({
      status: "answered",
      answer: "Bản sao đã có, mời chị đến nhận.",
    });
    expect(wordsOf(await office.minh.says("Kết thúc"))).toContain(`Đã kết thúc ${code}`);
    expect(wordsOf(await office.minh.presses(`/viec lichsu ${code}`))).toContain(
      "hỏi người gửi · Lê Văn Minh",
    );
  });

  it("taken by two at once is one officer's, and the other reads whose and when", async () => {
    const code = await office.file();
    const { version } = await office.caseOf(code);
    const [first, second] = await Promise.all([
      office.minh.presses(`/viec nhan ${code} ${version}`),
      office.thu.presses(`/viec nhan ${code} ${version}`),
    ]);
    const words = [wordsOf(first), wordsOf(second)];
    expect(words.filter((text) => text.includes("Anh/chị đã nhận"))).toHaveLength(1);
    expect(words.filter((text) => text.includes("Việc này đã có người nhận lúc 08:00"))).toHaveLength(1);
    const events = await office.app.database.query(
      `select from feedback_event e join feedback f on f.id = e.feedback_id where f.code = $1 and e.kind = 'accepted'`,
      [code],
    );
    expect(events).toHaveLength(1);
  });

  it("changed meanwhile says so, and shows what may be done now", async () => {
    const code = await office.file();
    const { version } = await office.caseOf(code);
    await office.minh.presses(`/viec nhan ${code} ${version}`);
    await office.minh.presses(`/viec ghichu ${code} ${version + 1}`);
    await office.minh.says("gọi lại buổi chiều");
    expect(wordsOf(await office.thu.presses(`/viec saiphong ${code} ${version + 1}`))).toContain(
      `Việc ${code} vừa thay đổi lúc 08:00: ghi chú.`,
    );
    expect((await office.caseOf(code)).status).toBe("in-progress");
  });

  it("changed while its answer was being written keeps the words, and sends them all the same if wished", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec nhan ${code}`);
    await office.minh.presses(`/viec soan ${code}`);
    await office.thu.presses(`/viec ghichu ${code}`);
    await office.thu.says("Chị Hoa vừa gọi điện");
    const changed = wordsOf(await office.minh.says("Bản sao đã có, mời chị đến nhận."));
    expect(changed).toContain(`Việc ${code} vừa thay đổi lúc 08:00: ghi chú.`);
    expect(changed).toContain("Hạn trả lời: 17:00 thứ Hai 30/11/2026");
    expect(changed).toContain("Lời anh/chị đã viết vẫn còn: “Bản sao đã có, mời chị đến nhận.”");
    expect(wordsOf(await office.minh.says("Vẫn gửi"))).toContain("Đã lưu dự thảo");
    expect(wordsOf(await office.minh.presses("/viec dongy"))).toContain("Không có lời nào đang chờ gửi");
  });

  it("asks for no words that would be for nothing", async () => {
    const code = await office.file();
    const { version } = await office.caseOf(code);
    await office.minh.presses(`/viec nhan ${code} ${version}`);
    expect(wordsOf(await office.thu.presses(`/viec soan ${code} ${version}`))).toContain(
      "Việc này đã có người nhận lúc 08:00: Lê Văn Minh.",
    );
    expect(wordsOf(await office.minh.presses(`/viec molai ${code}`))).toContain("không thuộc phạm vi");
    await office.minh.presses(`/viec soan ${code}`);
    await office.minh.says("Đã xong.");
    await office.minh.presses(`/viec gui ${code}`);
    expect(wordsOf(await office.minh.presses(`/viec soan ${code}`))).toContain(
      `Không làm được vì ${code} đang ở bước`,
    );
  });

  it("of another unit, and one there is none of, are the same sentence", async () => {
    const code = await office.file();
    const sentence = "Không thấy việc nào có mã này trong phạm vi của anh/chị.";
    for (const say of [
      `/viec xem ${code}`,
      `/viec nhan ${code} 1`,
      `/viec lichsu ${code}`,
      `/viec chuyen ${code} 1`,
    ])
      expect(wordsOf(await office.binh.presses(say))).toContain(sentence);
    expect(wordsOf(await office.minh.presses("/viec nhan PA-2026-999999 1"))).toContain(sentence);
    expect(wordsOf(await office.minh.presses("/viec dongy"))).toContain("Không có lời nào đang chờ gửi");
    expect((await office.caseOf(code)).status).toBe("assigned");
  });

  it("closed meanwhile takes no button of before", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec soan ${code}`);
    await office.minh.says("Đã xong.");
    await office.minh.presses(`/viec gui ${code}`);
    expect(wordsOf(await office.minh.presses(`/viec gui ${code}`))).toMatch(/chưa có dự thảo|đang ở bước/);
    expect(wordsOf(await office.minh.presses(`/viec nhan ${code}`))).toContain(
      `Không làm được vì ${code} đang ở bước`,
    );
  });
});
