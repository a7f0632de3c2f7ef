import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proofTries } from "../../src/domain/people/second-proof.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Monday 15 March 2021, 08:00 in Vietnam.
let now = new Date("2021-03-15T01:00:00Z");
let test: TestApp;

const dossier = {
  ma_thu_tuc: "LLTP",
  ma_don_vi: "STP",
  hinh_thuc: "truc_tiep",
  nguoi_nop: "Nguyễn Thị Hoa",
  so_dien_thoai: "0900000123",
};
const dossiers = [
  {
    ...dossier,
    ma_ho_so: "000.00.16.H57-210310-0001",
    tiep_nhan: "10/03/2021 08:15",
    hen_tra: "22/03/2021 17:00",
    trang_thai: "dang_xu_ly",
  },
  {
    ...dossier,
    ma_ho_so: "000.00.16.H57-210301-0002",
    tiep_nhan: "01/03/2021 08:15",
    hen_tra: "11/03/2021 17:00",
    trang_thai: "dang_xu_ly",
  },
  {
    ...dossier,
    ma_ho_so: "H57.16-210310-0003",
    tiep_nhan: "10/03/2021 09:00",
    hen_tra: "15/03/2021 17:00",
    trang_thai: "cho_bo_sung",
  },
  {
    ...dossier,
    ma_ho_so: "H57.16-210310-0004",
    tiep_nhan: "10/03/2021 09:00",
    hen_tra: "24/03/2021 17:00",
    trang_thai: "cho_nghia_vu_tai_chinh",
  },
  {
    ...dossier,
    ma_ho_so: "H57.16-210310-0005",
    tiep_nhan: "10/03/2021 09:00",
    hoan_thanh: "12/03/2021 10:00",
    hen_tra: "24/03/2021 17:00",
    trang_thai: "da_co_ket_qua",
  },
];

beforeAll(async () => {
  test = await createTestApp(() => now);
  const options = {
    now: new Date("2021-03-12T01:00:00Z"),
    source: "ho-so.csv",
    isDemonstration: false,
    store: createImportStore(test.app.database),
    say: test.app.say,
  };
  await importRows("don-vi", [{ ma_don_vi: "STP", ten: "Sở Tư pháp" }], options);
  await importRows(
    "thu-tuc",
    [
      {
        ma_thu_tuc: "LLTP",
        ten: "Cấp Phiếu lý lịch tư pháp",
        linh_vuc: "Lý lịch tư pháp",
        thoi_han: "8",
        phi: "200.000 đồng",
        muc_do: "toan_trinh",
        lien_thong: "khong",
        cong_khai: "1",
      },
    ],
    options,
  );
  const { rejections } = await importRows("ho-so", dossiers, options);
  if (rejections[0]) throw new Error(rejections[0].reason);
});
afterAll(() => test[Symbol.asyncDispose]());

const citizen = () => personTalkingTo(test.app);

describe("a citizen who asks where a dossier is", () => {
  it("goes back to the dossier talked about before with “hồ sơ kia”", async () => {
    const hoa = citizen();
    await hoa.says("000.00.16.H57-210310-0001");
    await hoa.says("000.00.16.H57-210301-0002");
    expect(wordsOf(await hoa.says("thế còn hồ sơ kia"))).toContain("000.00.16.H57-210310-0001");
    expect(wordsOf(await hoa.says("the con ho so kia"))).toContain("000.00.16.H57-210301-0002");
    expect(wordsOf(await citizen().says("thế còn hồ sơ kia"))).toContain("cho biết mã hồ sơ");
  });

  it.each([
    ["the code alone", "000.00.16.H57-210310-0001"],
    ["a question without accents", "ho so 000.00.16.H57-210310-0001 toi dau roi a"],
    ["the command", "/tracuu 000.00.16.h57-210310-0001"],
  ])("with %s is told the stage, what comes next and the due date with its weekday", async (_how, text) => {
    const words = wordsOf(await citizen().says(text));
    expect(words).toContain("Hồ sơ 000.00.16.H57-210310-0001 đang được Sở Tư pháp giải quyết.");
    expect(words).toContain("Anh/chị chưa cần làm gì thêm");
    expect(words).toContain("Hẹn trả: 17:00 thứ Hai 22/03/2021 (còn 5 ngày làm việc)");
  });

  it("learns no name and no phone from the code alone", async () => {
    const words = wordsOf(await citizen().says("000.00.16.H57-210310-0001"));
    expect(words).not.toMatch(/Hoa|0123/);
  });

  it("gets an apology when it is late, and how late", async () => {
    const words = wordsOf(await citizen().says("000.00.16.H57-210301-0002"));
    expect(words).toContain("Cơ quan xin lỗi anh/chị");
    expect(words).toContain("Hẹn trả: 17:00 thứ Năm 11/03/2021 (quá hẹn 2 ngày làm việc)");
  });

  it("is told what to do: supplement papers today, pay the fee, fetch the result", async () => {
    expect(wordsOf(await citizen().says("H57.16-210310-0003"))).toMatch(
      /chờ anh\/chị bổ sung giấy tờ[\s\S]*Việc anh\/chị cần làm[\s\S]*hôm nay, thứ Hai 15\/03\/2021/,
    );
    expect(wordsOf(await citizen().says("H57.16-210310-0004"))).toMatch(
      /Việc anh\/chị cần làm: nộp phí, lệ phí \(200\.000 đồng\)/,
    );
    expect(wordsOf(await citizen().says("H57.16-210310-0005"))).toMatch(
      /đã có kết quả[\s\S]*Có kết quả: 12\/03\/2021 10:00/,
    );
  });

  it("sees name and history after the last four digits of the phone on the dossier, pressed or typed", async () => {
    const hoa = citizen();
    const status = wordsOf(await hoa.says("000.00.16.H57-210310-0001"));
    expect(status).toContain("[Xem chi tiết]");
    expect(wordsOf(await hoa.says("1"))).toContain("4 số cuối");
    const detail = wordsOf(await hoa.says("0123"));
    expect(detail).toContain("Người nộp: Nguyễn Thị Hoa");
    expect(detail).toContain("10/03/2021 08:15 – đã tiếp nhận");
  });

  it("cannot tell a wrong proof from a code that does not exist", async () => {
    const stranger = citizen();
    await stranger.says("/chitiet 000.00.16.H57-210310-0001");
    const wrong = wordsOf(await stranger.says("9999"));
    await stranger.says("/chitiet 000.00.16.H57-210310-7777");
    const absent = wordsOf(await stranger.says("9999"));
    expect(wrong.replaceAll("-0001", "-7777")).toBe(absent);
    expect(wordsOf(await stranger.says("000.00.16.H57-210310-7777"))).toBe(absent);
  });

  it("has a few tries a day at the proof: then even the right digits open nothing, until the next day", async () => {
    const guesser = citizen();
    for (let attempt = 0; attempt < proofTries.perPerson; attempt++) {
      await guesser.says("/chitiet H57.16-210310-0004");
      await guesser.says(`000${attempt}`);
    }
    await guesser.says("/chitiet H57.16-210310-0004");
    expect(wordsOf(await guesser.says("0123"))).toContain("quá số lần cho phép");
    now = new Date(now.getTime() + proofTries.withinMs + 1000);
    await guesser.says("/chitiet H57.16-210310-0004");
    expect(wordsOf(await guesser.says("0123"))).toContain("Nguyễn Thị Hoa");
    now = new Date("2021-03-15T01:00:00Z");
  });

  it("cannot guess with many accounts at one code either", async () => {
    for (let attempt = 0; attempt < proofTries.perCode; attempt++) {
      const account = citizen();
      await account.says("/chitiet H57.16-210310-0005");
      await account.says("0000");
    }
    const another = citizen();
    await another.says("/chitiet H57.16-210310-0005");
    expect(wordsOf(await another.says("0123"))).toContain("quá số lần cho phép");
  });

  it("who changes their mind half-way gets on with something else", async () => {
    const hoa = citizen();
    await hoa.says("/chitiet 000.00.16.H57-210310-0001");
    expect(wordsOf(await hoa.says("số nào cơ"))).toContain("4 chữ số cuối");
    expect(wordsOf(await hoa.says("/huy"))).toContain("Đã dừng");
    await hoa.says("/chitiet 000.00.16.H57-210310-0001");
    expect(wordsOf(await hoa.says("H57.16-210310-0005"))).toContain("đã có kết quả");
  });

  it("with a code that is nearly one is helped, and shown nobody's dossier", async () => {
    const words = wordsOf(await citizen().says("tra cứu hồ sơ H57.16-211310-0005"));
    expect(words).toContain("chưa đúng dạng");
    expect(words).not.toContain("đã có kết quả");
  });

  it("is answered in English after asking for it, also next time", async () => {
    const guest = citizen();
    await guest.says("/lang en");
    expect(wordsOf(await guest.says("H57.16-210310-0005"))).toContain(
      "The result of dossier H57.16-210310-0005 is ready.",
    );
  });
});
