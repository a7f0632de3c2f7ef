import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// Chị Hoa follows what she reported; anh Nam is curious about it.

let town: FeedbackTown;
let hoa: Citizen;
let nam: Citizen;

beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  hoa = await town.citizen("hoa");
  nam = await town.citizen("nam");
});
afterAll(() => town[Symbol.asyncDispose]());

describe("the cases of a person", () => {
  it("are none at first, and filing is one press away", async () => {
    expect(wordsOf(await hoa.says("/phananhtoi"))).toBe(
      "Anh/chị chưa gửi phản ánh nào từ kênh này.\n[Gửi phản ánh]",
    );
  });

  it("are listed newest first, five a page, with state and date, and opened by a press", async () => {
    const codes: string[] = [];
    for (let number = 1; number <= 7; number += 1) {
      town.now = at(`2026-11-23 08:0${number}`);
      codes.push((await hoa.files(`Việc thứ ${number}: chờ bản sao trích lục khai sinh đã quá lâu`)).code);
    }
    const first = wordsOf(await hoa.says("phản ánh của tôi tới đâu rồi"));
    expect(first).toContain("Anh/chị đã gửi 7 phản ánh từ kênh này (trang 1/2).");
    expect(first).toContain(
      `${codes[6]} (23/11/2026): Việc thứ 7: chờ bản sao trích lục khai sinh đã quá lâu – đã giao đơn vị, hẹn 17:00 thứ Hai 30/11/2026`,
    );
    expect(first.indexOf(codes[6]!)).toBeLessThan(first.indexOf(codes[2]!));
    expect(first).not.toContain(codes[1]!);
    const second = wordsOf(await hoa.says("Trang sau"));
    expect(second).toContain(codes[0]!);
    expect(second).not.toContain(codes[2]!);
    expect(wordsOf(await hoa.presses("/phananhtoi trang 99"))).toBe(second);
    expect(wordsOf(await hoa.presses(`/traphananh ${codes[0]}`))).toContain(
      `Phản ánh ${codes[0]} đã được giao cho Phòng Hành chính tư pháp.`,
    );
  });
});

describe("one case", () => {
  it("says where it is, what comes next and how its date was reached, naming no officer", async () => {
    const { code } = await hoa.files("Chị cán bộ hẹn nhiều lần mà chưa trả bản sao");
    await town.does(code, { kind: "accept" });
    const shown = wordsOf(await hoa.says(code.toLowerCase().replaceAll("-", " ")));
    expect(shown).toContain(`Phản ánh ${code} đang được Phòng Hành chính tư pháp giải quyết.`);
    expect(shown).toContain("Hẹn trả lời: 17:00 thứ Hai 30/11/2026 (còn 5 ngày làm việc)");
    const why = wordsOf(await hoa.says("Vì sao ngày này?"));
    expect(why).toContain("Nhận lúc 08:07 thứ Hai 23/11/2026.");
    expect(why).toContain("Thời hạn 5 ngày làm việc; ngày nhận không tính.");
    expect(why).toContain("Hẹn 17:00 thứ Hai 30/11/2026.");
    expect(why).toContain("Căn cứ: Nghị định 20/2008/NĐ-CP");
    const history = wordsOf(await hoa.presses(`/traphananh ${code} lichsu`));
    expect(history).toContain("23/11/2026 08:07 – anh/chị gửi phản ánh");
    expect(history).toContain("23/11/2026 08:07 – cán bộ tiếp nhận và bắt đầu giải quyết");
    expect(shown + why + history).not.toMatch(/Minh|minh/);
  });

  it("is unknown to everyone else, as if it did not exist", async () => {
    const { code } = await hoa.files("Việc riêng của tôi");
    const unknown = wordsOf(await nam.says("PA-2026-999999"));
    expect(unknown).toContain("Không thấy phản ánh này trong các phản ánh anh/chị đã gửi từ kênh này.");
    for (const wish of ["/traphananh", "/bosung", "/rutphananh", "/molai", "/danhgia"])
      expect(wordsOf(await nam.presses(`${wish} ${code}`))).toBe(unknown);
    expect(wordsOf(await nam.presses(`/traphananh ${code} lichsu`))).toBe(unknown);
  });

  it.each(["PA-2026-1234567", "PA-26-123", "PA 123", "PA-2O26-000123", "/traphananh PA-2026"])(
    "asked for by %s, which no code can be, is asked for anew",
    async (typed) => {
      expect(wordsOf(await nam.says(typed))).toContain("Mã này chưa đúng dạng một mã phản ánh");
    },
  );

  it("is found by a code with long dashes or without its zeros", async () => {
    const known = wordsOf(await hoa.says("PA-2026-000001"));
    expect(known).toContain("PA-2026-000001 đã được giao");
    expect(wordsOf(await hoa.says("PA–2026–000001"))).toBe(known);
    expect(wordsOf(await hoa.says("phản ánh pa 2026/1 sao rồi"))).toBe(known);
  });
});
