import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFeedbackPolicyStore } from "../../src/persistence/feedback-policy-store.ts";
import { createJusticeOffice, type JusticeOffice } from "../support/justice-office.ts";
import { wordsOf } from "../support/people.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
const now = new Date("2026-11-23T01:00:00Z");
let office: JusticeOffice;
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
});
afterAll(() => office[Symbol.asyncDispose]());

describe("more time", () => {
  it("is asked with a reason, granted in two taps, once", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec nhan ${code}`);
    expect(wordsOf(await office.minh.presses(`/viec giahan ${code}`))).toContain(
      "[3 ngày] [5 ngày] [10 ngày]",
    );
    await office.minh.says("3 ngày");
    await office.minh.says("   ");
    expect((await office.caseOf(code)).status).toBe("in-progress");
    expect(wordsOf(await office.minh.says("Chờ xác minh ở phường"))).toContain("Đã gửi đề nghị gia hạn");
    expect(wordsOf(await office.lan.presses(`/viec xem ${code}`))).toContain(
      "Xin gia hạn: 3 ngày làm việc: Chờ xác minh ở phường",
    );
    expect(wordsOf(await office.thu.presses(`/viec dongygiahan ${code}`))).toContain("không thuộc phạm vi");
    expect(wordsOf(await office.lan.says("Đồng ý gia hạn"))).toContain("hẹn mới 17:00 thứ Năm 03/12/2026");
    await office.minh.presses(`/viec giahan ${code} ${(await office.caseOf(code)).version} 3`);
    expect(wordsOf(await office.minh.says("thêm nữa"))).toContain("đã được gia hạn");
    const { version } = await office.caseOf(code);
    for (const days of ["30", "0", "2.5", "-1", "nhiều"])
      expect(wordsOf(await office.minh.presses(`/viec giahan ${code} ${version} ${days}`))).toContain(
        "thêm mấy ngày",
      );
  });

  it("may be denied, after which the deadline is what it was", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec nhan ${code}`);
    await office.minh.presses(`/viec giahan ${code} ${(await office.caseOf(code)).version} 5`);
    await office.minh.says("Chờ hồ sơ lưu trữ");
    expect(wordsOf(await office.minh.presses(`/viec giahan ${code}`))).toContain("không thuộc phạm vi");
    await office.lan.presses(`/viec xem ${code}`);
    expect(wordsOf(await office.lan.says("Không gia hạn"))).toContain("hạn vẫn là 17:00 thứ Hai 30/11/2026");
    expect(wordsOf(await office.lan.presses(`/viec dongygiahan ${code}`))).toContain(
      "Không có đề nghị gia hạn nào",
    );
  });
});

describe("a refusal and a forwarding", () => {
  it("are shown once more before they go out, and may be written anew", async () => {
    const code = await office.file();
    expect(wordsOf(await office.minh.presses(`/viec tuchoi ${code}`))).toContain("[Không thuộc thẩm quyền]");
    await office.minh.says("Không thuộc thẩm quyền");
    expect(wordsOf(await office.minh.says("Việc này thuộc UBND phường, mời chị liên hệ ở đó."))).toContain(
      "Người phản ánh sẽ đọc: “Việc này thuộc UBND phường, mời chị liên hệ ở đó.”",
    );
    expect((await office.caseOf(code)).status).toBe("assigned");
    await office.minh.says("Viết lại");
    await office.minh.says("Việc này thuộc UBND phường 1, mời chị đến 5 Lê Lợi.");
    expect(wordsOf(await office.minh.says("Đồng ý gửi"))).toContain(`Đã từ chối ${code}`);
    expect(await office.caseOf(code)).toMatchObject({
      status: "refused",
      answer: "Việc này thuộc UBND phường 1, mời chị đến 5 Lê Lợi.",
    });
  });

  it("outside needs the agency's name too", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec chuyenngoai ${code}`);
    expect(wordsOf(await office.minh.says("chuyển giúp"))).toContain("hai phần");
    await office.minh.says("Sở Xây dựng: việc này về giấy phép xây dựng");
    expect(wordsOf(await office.minh.says("Đồng ý gửi"))).toContain("Đã chuyển");
    expect((await office.caseOf(code)).status).toBe("forwarded");
  });
});

describe("a transfer", () => {
  it("goes to a room and a person there, or to whom the room has the least for", async () => {
    const code = await office.file();
    expect(wordsOf(await office.minh.presses(`/viec chuyen ${code}`))).toContain("[Phòng Lý lịch tư pháp]");
    expect(wordsOf(await office.minh.says("Phòng Lý lịch tư pháp"))).toContain(
      "[Để phòng phân công] [Đỗ Văn Bình]",
    );
    await office.minh.says("Để phòng phân công");
    expect(await office.caseOf(code)).toMatchObject({ status: "assigned", officer: "binh" });
    const [told] = await office.app.database.query<{ facts: { unitName: string } }>(
      "select facts from notice where kind = 'case-assigned' and facts ->> 'code' = $1 order by id desc limit 1",
      [code],
    );
    expect(told!.facts.unitName).toBe("Phòng Lý lịch tư pháp");
    expect(wordsOf(await office.minh.presses(`/viec xem ${code}`))).toContain("Không thấy việc nào");
  });

  it("to the wrong room goes back to the officer on duty, and is counted against its rule", async () => {
    const code = await office.file();
    expect(wordsOf(await office.minh.presses(`/viec saiphong ${code}`))).toContain("cán bộ trực");
    expect(await office.caseOf(code)).toMatchObject({ status: "classified", officer: "quan" });
    expect(await office.app.database.query("select wrong_count from routing_rule")).toEqual([
      { wrong_count: 1 },
    ]);
  });
});

describe("an answer that needs approval", () => {
  it("is submitted, returned, submitted again and sent by the head", async () => {
    const store = createFeedbackPolicyStore(office.app.database);
    const normal = (await store.list()).find(({ urgency }) => urgency === "normal")!;
    await store.add({ ...normal, needsApproval: true });
    const code = await office.file();
    await office.minh.presses(`/viec soan ${code}`);
    await office.minh.says("Nháp một");
    expect(wordsOf(await office.minh.presses(`/viec gui ${code}`))).toContain("cần lãnh đạo duyệt");
    expect(wordsOf(await office.minh.presses(`/viec trinh ${code}`))).toContain("Đã trình dự thảo");
    await office.lan.presses(`/viec tralai ${code}`);
    await office.lan.says("Thiếu căn cứ");
    await office.minh.presses(`/viec soan ${code}`);
    await office.minh.says("Nháp hai, căn cứ Luật Hộ tịch");
    await office.minh.presses(`/viec trinh ${code}`);
    await office.lan.presses(`/viec xem ${code}`);
    expect(wordsOf(await office.lan.says("Gửi trả lời"))).toContain("Đã gửi trả lời");
    expect(await office.caseOf(code)).toMatchObject({
      status: "answered",
      answer: "Nháp hai, căn cứ Luật Hộ tịch",
    });
  });
});

describe("reminders", () => {
  it("are put off without moving the deadline", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec nhan ${code}`);
    expect(wordsOf(await office.minh.presses(`/viec hoan ${code}`))).toContain("hạn không thay đổi");
    expect(wordsOf(await office.minh.presses(`/viec roi ${code}`))).toContain(
      "hạn 17:00 thứ Hai 30/11/2026 không thay đổi",
    );
    expect(wordsOf(await office.minh.presses("/viec roi PA-2026-999999"))).toContain("Không thấy việc nào");
  });
});
