import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJusticeOffice, type JusticeOffice } from "../support/justice-office.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
const now = new Date("2026-11-23T01:00:00Z");
let office: JusticeOffice;
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
});
afterAll(() => office[Symbol.asyncDispose]());

describe("an officer's list of work", () => {
  it("shows by when to take what nobody took yet, and by when to answer the rest", async () => {
    const code = await office.file();
    const list = wordsOf(await office.minh.says("việc của tôi hôm nay"));
    expect(list).toContain(
      "Việc cần làm: 0 quá hạn, 0 đến hạn hôm nay, 1 trong ba ngày làm việc tới (hiện 1/1)",
    );
    expect(list).toContain(
      `${code} · sắp đến hạn · hạn nhận 08:30 thứ Ba 24/11/2026 · Chờ bản sao trích lục quá lâu, số căn cước 079******234`,
    );
    const item = wordsOf(await office.minh.says("1"));
    expect(item).toContain("Nội dung: Chờ bản sao trích lục quá lâu, số căn cước 079******234");
    expect(item).toContain("Người gửi: Nguyễn Thị Hoa, 0900000001");
    expect(item).toContain("Nhận lúc 08:00 thứ Hai 23/11/2026");
    expect(item).toContain("[Nhận việc] [Sai phòng] [Soạn trả lời]");
    expect(wordsOf(await office.lan.says("/viec phong"))).toContain(
      "Việc của Phòng Hành chính tư pháp: 0 quá hạn",
    );
    expect(wordsOf(await office.binh.says("/viec"))).toContain("Không có việc nào");

    await office.minh.presses(`/viec nhan ${code}`);
    const none = wordsOf(await office.minh.says("/viec"));
    expect(none).toContain("Không có việc nào quá hạn hay sắp đến hạn");
    expect(none).toContain("Ngoài ra còn 1 việc có hạn xa hơn.\n[Xem tất cả]");
    expect(wordsOf(await office.minh.says("Xem tất cả"))).toContain(
      `${code} · còn hạn · hạn 17:00 thứ Hai 30/11/2026`,
    );
    await office.minh.presses(`/viec hoi ${code}`);
    await office.minh.says("Chị gửi giúp số biên nhận?");
    expect(wordsOf(await office.minh.presses("/viec toi tatca"))).toContain(`${code} · đang chờ`);
  });

  it("is for staff alone", async () => {
    expect(wordsOf(await personTalkingTo(office.app).says("/viec"))).toContain("dành cho cán bộ");
  });

  it("is a list of pages when it is long: each matter once, the earliest due first, always with how many there are", async () => {
    await office.app.database.query(
      `insert into assignment (code, content, assigned_on, due_on, officer_id, unit_id)
       select 'NV-' || lpad(n::text, 3, '0'), 'Báo cáo số ' || n, '2026-11-01', '2026-11-01'::date + n, s.id, s.unit_id
       from generate_series(1, 43) n, staff_member s where s.username = 'thu'`,
    );
    expect(wordsOf(await office.thu.says("/viec"))).toContain(
      "21 quá hạn, 1 đến hạn hôm nay, 3 trong ba ngày làm việc tới (hiện 10/25)",
    );
    const seen: string[] = [];
    let page = await office.thu.says("/viec toi tatca");
    for (const shown of [10, 20, 30, 40]) {
      expect(wordsOf(page)).toContain(`(hiện ${shown}/43)`);
      seen.push(...codesIn(page));
      page = await office.thu.says("Trang sau");
    }
    seen.push(...codesIn(page));
    expect(wordsOf(page)).toContain("(hiện 43/43)");
    expect(wordsOf(page)).not.toContain("Trang sau");
    expect(seen).toEqual(Array.from({ length: 43 }, (_, n) => `NV-${String(n + 1).padStart(3, "0")}`));
    expect(wordsOf(await office.thu.presses("/viec xem NV-022"))).toContain(
      "Nhiệm vụ NV-022, hạn 23/11/2026",
    );
    expect(wordsOf(await office.minh.presses("/viec xem NV-022"))).toContain("Báo cáo số 22");
    expect(wordsOf(await office.binh.presses("/viec xem NV-022"))).toContain("Không thấy việc nào");
    expect(wordsOf(await office.thu.says("/viec toi trang 0"))).toContain("(hiện 10/25)");
    expect(wordsOf(await office.thu.says("/viec toi trang 9999"))).toContain("(hiện 25/25)");
  });

  it("speaks English to who chose it", async () => {
    await office.thu.says("/lang en");
    expect(wordsOf(await office.thu.says("my work"))).toContain(
      "Your work: 21 late, 1 due today, 3 within three working days (showing 10 of 25).",
    );
    await office.thu.says("/lang vi");
  });
});

function codesIn(replies: Reply[]): string[] {
  return wordsOf(replies).match(/NV-\d{3}(?= ·)/g) ?? [];
}

describe("who sent a matter", () => {
  it("is read by those who handle it when the sender wished it so, by nobody when they are anonymous", async () => {
    const agency = await office.file();
    expect(wordsOf(await office.thu.presses(`/viec xem ${agency}`))).toContain("Nguyễn Thị Hoa, 0900000001");
    const sealed = wordsOf(await office.quan.presses(`/viec xem ${agency}`));
    expect(sealed).toContain("Người gửi: chỉ đơn vị giải quyết được biết");
    expect(sealed).not.toMatch(/Hoa|0900000001/);
    const anonymous = await office.file({ privacy: "anonymous" });
    expect(wordsOf(await office.minh.presses(`/viec xem ${anonymous}`))).toContain("Người gửi: ẩn danh");
    const open = await office.file({ privacy: "public" });
    expect(wordsOf(await office.quan.presses(`/viec xem ${open}`))).toContain("Nguyễn Thị Hoa");
  });
});

describe("a substitute", () => {
  it("of another room works on what the absent person has, for as long as they are away", async () => {
    const code = await office.file();
    expect(wordsOf(await office.binh.presses(`/viec xem ${code}`))).toContain("Không thấy việc nào");
    await office.minh.says("/vang 23/11 24/11 binh");
    expect(wordsOf(await office.binh.says("/viec"))).toContain(code);
    expect(wordsOf(await office.binh.presses(`/viec nhan ${code}`))).toContain("Anh/chị đã nhận");
    expect((await office.caseOf(code)).officer).toBe("binh");
    const next = await office.file();
    expect((await office.caseOf(next)).officer).toBe("binh");
    await office.minh.says("/vang huy");
    const after = await office.file();
    expect(wordsOf(await office.binh.presses(`/viec xem ${after}`))).toContain("Không thấy việc nào");
  });

  it("of the head sees the room's work and decides in their place", async () => {
    const code = await office.file();
    await office.minh.presses(`/viec nhan ${code}`);
    await office.minh.presses(`/viec giahan ${code} ${(await office.caseOf(code)).version} 3`);
    await office.minh.says("Chờ xác minh ở phường");
    expect(wordsOf(await office.thu.presses(`/viec dongygiahan ${code}`))).toContain("không thuộc phạm vi");
    await office.lan.says("/vang 23/11 23/11 thu");
    expect(wordsOf(await office.thu.says("/viec phong"))).toContain("Việc của Phòng Hành chính tư pháp");
    expect(wordsOf(await office.thu.presses(`/viec dongygiahan ${code}`))).toContain("Đã đồng ý gia hạn");
    await office.lan.says("/vang huy");
    expect(wordsOf(await office.thu.says("/viec phong"))).not.toContain("Việc của Phòng");
  });
});

describe("a forged press", () => {
  it.each(["binh", "minh", "lan"] as const)(
    "of any words behind /viec by %s is answered, and never fails",
    async (who) => {
      const code = await office.file();
      const word = fc.oneof(
        fc.constantFrom(...deeds),
        fc.constantFrom(code, "PA-2026-999999", "NV-001", "HT", "trang", "tatca"),
        fc.constantFrom("-1", "0", "1", "2", "7", "1.5", "1e9", "999999999", "abusive"),
        fc.constantFrom("constructor", "__proto__", "toString", "'; drop table feedback; --"),
        fc.string({ maxLength: 20 }),
      );
      const words = fc.oneof(
        fc.tuple(
          fc.constantFrom(...deeds),
          fc.constant(code),
          fc.integer({ min: 0, max: 9 }).map(String),
          word,
        ),
        fc.array(word, { maxLength: 5 }),
      );
      await fc.assert(
        fc.asyncProperty(words, async (said) => {
          expect(await office[who].presses(`/viec ${said.join(" ")}`)).not.toEqual([]);
        }),
        { numRuns: 150 },
      );
      expect(
        await office.app.database.query("select failure from inbound_message where failure is not null"),
      ).toEqual([]);
      const { status, officer } = await office.caseOf(code);
      expect(who !== "binh" || (status === "assigned" && officer === "minh")).toBe(true);
    },
  );
});

const deeds = [
  "xem nhan saiphong tiep trinh gui dong dongygiahan tuchoigiahan hoi coquan giahan soan tralai tuchoi chuyenngoai",
  "ghichu molai khongmolai chuyen lichsu roi hoan toi phong dongy",
].flatMap((line) => line.split(" "));
