import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFeedbackPolicyStore } from "../../src/persistence/feedback-policy-store.ts";
import { personTalkingTo, wordsOf, type Person } from "../support/people.ts";
import { fileMatter, openRooms } from "../support/rooms.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
const now = new Date("2026-11-23T01:00:00Z");
let test: TestApp;
let minh: Person;
let thu: Person;
let lan: Person;
let binh: Person;

beforeAll(async () => {
  test = await createTestApp(() => now);
  const { app } = test;
  await openRooms(app);
  const talk = (as: string) => personTalkingTo(app, { as, name: as });
  [minh, thu, lan, binh] = [talk("minh"), talk("thu"), talk("lan"), talk("binh")];
});
afterAll(() => test[Symbol.asyncDispose]());

const file = () => fileMatter(test.app);

const statusOf = async (code: string) =>
  (
    await test.app.database.query<{
      status: string;
      version: number;
      officer: string | null;
      answer: string;
    }>(
      `select f.status, f.version, s.username as officer, f.answer from feedback f
       left join staff_member s on s.id = f.officer_id where f.code = $1`,
      [code],
    )
  )[0]!;

describe("an officer's list of work", () => {
  it("shows by when to take what nobody took yet, and by when to answer the rest", async () => {
    const code = await file();
    const list = wordsOf(await minh.says("việc của tôi hôm nay"));
    expect(list).toContain(
      "Việc cần làm: 0 quá hạn, 0 đến hạn hôm nay, 1 trong ba ngày làm việc tới (hiện 1/1)",
    );
    expect(list).toContain(
      `${code} · sắp đến hạn · hạn nhận 08:30 thứ Ba 24/11/2026 · Chờ bản sao trích lục quá lâu, số căn cước 079******234`,
    );
    const item = wordsOf(await minh.says("1"));
    expect(item).toContain("Nội dung: Chờ bản sao trích lục quá lâu, số căn cước 079******234");
    expect(item).toContain("Người gửi: Nguyễn Thị Hoa, 0900000001");
    expect(item).toContain("Nhận lúc 08:00 thứ Hai 23/11/2026");
    expect(item).toContain("[Nhận việc] [Sai phòng] [Soạn trả lời]");
    expect(wordsOf(await lan.says("/viec phong"))).toContain("Việc của Phòng Hành chính tư pháp: 0 quá hạn");
    expect(wordsOf(await binh.says("/viec"))).toContain("Không có việc nào");

    await minh.presses(`/viec nhan ${code}`);
    const none = wordsOf(await minh.says("/viec"));
    expect(none).toContain("Không có việc nào quá hạn hay sắp đến hạn");
    expect(none).toContain("Ngoài ra còn 1 việc có hạn xa hơn.\n[Xem tất cả]");
    expect(wordsOf(await minh.says("Xem tất cả"))).toContain(
      `${code} · còn hạn · hạn 17:00 thứ Hai 30/11/2026`,
    );
    await minh.presses(`/viec hoi ${code}`);
    await minh.says("Chị gửi giúp số biên nhận?");
    expect(wordsOf(await minh.presses("/viec toi tatca"))).toContain(`${code} · đang chờ`);
  });

  it("is for staff alone", async () => {
    expect(wordsOf(await personTalkingTo(test.app).says("/viec"))).toContain("dành cho cán bộ");
  });
});

describe("a case on its way", () => {
  it("is taken, asked about, drafted, sent and closed", async () => {
    const code = await file();
    const { version } = await statusOf(code);
    expect(wordsOf(await minh.presses(`/viec nhan ${code} ${version}`))).toContain(
      `Anh/chị đã nhận ${code}. Hẹn trả lời 17:00 thứ Hai 30/11/2026.`,
    );
    await minh.presses(`/viec hoi ${code} ${version + 1}`);
    expect(wordsOf(await minh.says("Chị cho biết số biên nhận? Tôi muốn thống kê lại."))).toContain(
      "Đã gửi câu hỏi cho người phản ánh",
    );
    expect((await statusOf(code)).status).toBe("awaiting-citizen");
    await minh.presses(`/viec tiep ${code} ${version + 2}`);
    await minh.presses(`/viec soan ${code} ${version + 3}`);
    const draft = wordsOf(await minh.says("Bản sao đã có, mời chị đến nhận."));
    expect(draft).toContain("Đã lưu dự thảo");
    expect(draft).toContain("[Gửi trả lời]");
    expect(wordsOf(await minh.says("Gửi trả lời"))).toContain(`Đã gửi trả lời ${code}`);
    expect(await statusOf(code)).toMatchObject({
      status: "answered",
      answer: "Bản sao đã có, mời chị đến nhận.",
    });
    expect(wordsOf(await minh.says("Kết thúc"))).toContain(`Đã kết thúc ${code}`);
    expect(wordsOf(await minh.presses(`/viec lichsu ${code}`))).toContain("hỏi người gửi · Lê Văn Minh");
  });

  it("taken by two at once is one officer's, and the other reads whose and when", async () => {
    const code = await file();
    const { version } = await statusOf(code);
    const [first, second] = await Promise.all([
      minh.presses(`/viec nhan ${code} ${version}`),
      thu.presses(`/viec nhan ${code} ${version}`),
    ]);
    const words = [wordsOf(first), wordsOf(second)];
    expect(words.filter((text) => text.includes("Anh/chị đã nhận"))).toHaveLength(1);
    expect(words.filter((text) => text.includes("Việc này đã có người nhận lúc 08:00"))).toHaveLength(1);
    const events = await test.app.database.query(
      `select from feedback_event e join feedback f on f.id = e.feedback_id where f.code = $1 and e.kind = 'accepted'`,
      [code],
    );
    expect(events).toHaveLength(1);
  });

  it("changed meanwhile says so, and shows what may be done now", async () => {
    const code = await file();
    const { version } = await statusOf(code);
    await minh.presses(`/viec nhan ${code} ${version}`);
    await minh.presses(`/viec ghichu ${code} ${version + 1}`);
    await minh.says("gọi lại buổi chiều");
    expect(wordsOf(await thu.presses(`/viec saiphong ${code} ${version + 1}`))).toContain(
      `Việc ${code} vừa thay đổi lúc 08:00: ghi chú.`,
    );
    expect((await statusOf(code)).status).toBe("in-progress");
  });

  it("of another unit, and one there is none of, are the same sentence", async () => {
    const code = await file();
    const sentence = "Không thấy việc nào có mã này trong phạm vi của anh/chị.";
    for (const say of [
      `/viec xem ${code}`,
      `/viec nhan ${code} 1`,
      `/viec lichsu ${code}`,
      `/viec chuyen ${code} 1`,
    ])
      expect(wordsOf(await binh.presses(say))).toContain(sentence);
    expect(wordsOf(await minh.presses("/viec nhan PA-2026-999999 1"))).toContain(sentence);
    expect(wordsOf(await minh.presses("/viec dongy"))).toContain(sentence);
    expect((await statusOf(code)).status).toBe("assigned");
  });

  it("closed meanwhile takes no button of before", async () => {
    const code = await file();
    await minh.presses(`/viec soan ${code}`);
    await minh.says("Đã xong.");
    await minh.presses(`/viec gui ${code}`);
    expect(wordsOf(await minh.presses(`/viec gui ${code}`))).toMatch(/chưa có dự thảo|đang ở bước/);
    expect(wordsOf(await minh.presses(`/viec nhan ${code}`))).toContain(
      `Không làm được vì ${code} đang ở bước`,
    );
  });
});

describe("more time", () => {
  it("is asked with a reason, granted in two taps, once", async () => {
    const code = await file();
    await minh.presses(`/viec nhan ${code}`);
    expect(wordsOf(await minh.presses(`/viec giahan ${code}`))).toContain("[3 ngày] [5 ngày] [10 ngày]");
    await minh.says("3 ngày");
    await minh.says("   ");
    expect((await statusOf(code)).status).toBe("in-progress");
    expect(wordsOf(await minh.says("Chờ xác minh ở phường"))).toContain("Đã gửi đề nghị gia hạn");
    expect(wordsOf(await lan.presses(`/viec xem ${code}`))).toContain(
      "Xin gia hạn: 3 ngày làm việc: Chờ xác minh ở phường",
    );
    expect(wordsOf(await thu.presses(`/viec dongygiahan ${code}`))).toContain("không thuộc phạm vi");
    expect(wordsOf(await lan.says("Đồng ý gia hạn"))).toContain("hẹn mới 17:00 thứ Năm 03/12/2026");
    await minh.presses(`/viec giahan ${code} ${(await statusOf(code)).version} 3`);
    expect(wordsOf(await minh.says("thêm nữa"))).toContain("đã được gia hạn");
    expect(wordsOf(await minh.presses(`/viec giahan ${code} 99 30`))).toContain("thêm mấy ngày");
  });
});

describe("a refusal and a forwarding", () => {
  it("are shown once more before they go out, and may be written anew", async () => {
    const code = await file();
    expect(wordsOf(await minh.presses(`/viec tuchoi ${code}`))).toContain("[Không thuộc thẩm quyền]");
    await minh.says("Không thuộc thẩm quyền");
    expect(wordsOf(await minh.says("Việc này thuộc UBND phường, mời chị liên hệ ở đó."))).toContain(
      "Người phản ánh sẽ đọc: “Việc này thuộc UBND phường, mời chị liên hệ ở đó.”",
    );
    expect((await statusOf(code)).status).toBe("assigned");
    await minh.says("Viết lại");
    await minh.says("Việc này thuộc UBND phường 1, mời chị đến 5 Lê Lợi.");
    expect(wordsOf(await minh.says("Đồng ý gửi"))).toContain(`Đã từ chối ${code}`);
    expect(await statusOf(code)).toMatchObject({
      status: "refused",
      answer: "Việc này thuộc UBND phường 1, mời chị đến 5 Lê Lợi.",
    });
  });

  it("outside needs the agency's name too", async () => {
    const code = await file();
    await minh.presses(`/viec chuyenngoai ${code}`);
    expect(wordsOf(await minh.says("chuyển giúp"))).toContain("hai phần");
    await minh.says("Sở Xây dựng: việc này về giấy phép xây dựng");
    expect(wordsOf(await minh.says("Đồng ý gửi"))).toContain("Đã chuyển");
    expect((await statusOf(code)).status).toBe("forwarded");
  });
});

describe("a transfer", () => {
  it("goes to a room and a person there, or to whom the room has the least for", async () => {
    const code = await file();
    expect(wordsOf(await minh.presses(`/viec chuyen ${code}`))).toContain("[Phòng Lý lịch tư pháp]");
    expect(wordsOf(await minh.says("Phòng Lý lịch tư pháp"))).toContain("[Để phòng phân công] [Đỗ Văn Bình]");
    await minh.says("Để phòng phân công");
    expect(await statusOf(code)).toMatchObject({ status: "assigned", officer: "binh" });
    const [told] = await test.app.database.query<{ facts: { unitName: string } }>(
      "select facts from notice where kind = 'case-assigned' and facts ->> 'code' = $1 order by id desc limit 1",
      [code],
    );
    expect(told!.facts.unitName).toBe("Phòng Lý lịch tư pháp");
    expect(wordsOf(await minh.presses(`/viec xem ${code}`))).toContain("Không thấy việc nào");
  });

  it("to the wrong room goes back to the officer on duty, and is counted against its rule", async () => {
    const code = await file();
    expect(wordsOf(await minh.presses(`/viec saiphong ${code}`))).toContain("cán bộ trực");
    expect(await statusOf(code)).toMatchObject({ status: "classified", officer: "quan" });
    expect(await test.app.database.query("select wrong_count from routing_rule")).toEqual([
      { wrong_count: 1 },
    ]);
  });
});

describe("an answer that needs approval", () => {
  it("is submitted, returned, submitted again and sent by the head", async () => {
    const store = createFeedbackPolicyStore(test.app.database);
    const normal = (await store.list()).find(({ urgency }) => urgency === "normal")!;
    await store.add({ ...normal, needsApproval: true });
    const code = await file();
    await minh.presses(`/viec soan ${code}`);
    await minh.says("Nháp một");
    expect(wordsOf(await minh.presses(`/viec gui ${code}`))).toContain("cần lãnh đạo duyệt");
    expect(wordsOf(await minh.presses(`/viec trinh ${code}`))).toContain("Đã trình dự thảo");
    await lan.presses(`/viec tralai ${code}`);
    await lan.says("Thiếu căn cứ");
    await minh.presses(`/viec soan ${code}`);
    await minh.says("Nháp hai, căn cứ Luật Hộ tịch");
    await minh.presses(`/viec trinh ${code}`);
    await lan.presses(`/viec xem ${code}`);
    expect(wordsOf(await lan.says("Gửi trả lời"))).toContain("Đã gửi trả lời");
    expect(await statusOf(code)).toMatchObject({
      status: "answered",
      answer: "Nháp hai, căn cứ Luật Hộ tịch",
    });
  });
});

describe("reminders", () => {
  it("are put off without moving the deadline", async () => {
    const code = await file();
    await minh.presses(`/viec nhan ${code}`);
    expect(wordsOf(await minh.presses(`/viec hoan ${code}`))).toContain("hạn không thay đổi");
    expect(wordsOf(await minh.presses(`/viec roi ${code}`))).toContain(
      "hạn 17:00 thứ Hai 30/11/2026 không thay đổi",
    );
    expect(wordsOf(await minh.presses("/viec roi PA-2026-999999"))).toContain("Không thấy việc nào");
  });
});
