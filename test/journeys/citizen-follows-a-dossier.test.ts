import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rehearseNotices } from "../../src/rehearse-notices.ts";
import { at, openOneStopDesk, type OneStopDesk } from "../support/one-stop-desk.ts";

// Chị Hoa, anh Nam and bà Tư follow dossiers on the web page, while files of the one-stop desk come in.

const monday = "2021-03-15";

let desk: OneStopDesk;
beforeAll(async () => void (desk = await openOneStopDesk(at(monday))));
afterAll(() => desk[Symbol.asyncDispose]());

describe("someone who follows a dossier", () => {
  it("hears once that it has moved, however often the file is imported, and nothing before", async () => {
    desk.now = at(monday);
    const dossier = await desk.opens();
    const hoa = desk.webCitizen();
    expect(await hoa.says(dossier.code)).toContain("Theo dõi");
    expect(await hoa.presses(`/theodoi ${dossier.code}`)).toMatch(
      /Đã theo dõi hồ sơ H57\.16-210310-\d+\. .*Hiện tại: đang giải quyết\..*Bỏ theo dõi/,
    );
    await desk.aMinutePasses();
    expect(await hoa.reads()).toBe("");

    desk.now = at("2021-03-16");
    await dossier.imported({ trang_thai: "da_co_ket_qua", hoan_thanh: "16/03/2021 08:30" });
    await desk.aMinutePasses();
    const news = await hoa.reads();
    expect(news).toContain(`Hồ sơ ${dossier.code} đã có kết quả.`);
    expect(news).toContain("mang giấy tiếp nhận");
    expect(news).not.toMatch(/Hoa|0123/);

    await dossier.imported();
    await desk.aMinutePasses();
    desk.now = at("2021-03-17");
    await dossier.imported();
    await desk.aMinutePasses();
    expect(await hoa.reads()).toBe("");
  });

  it("is told the same by a file that was taken back and brought in again only once", async () => {
    desk.now = at(monday);
    const dossier = await desk.opens();
    const hoa = desk.webCitizen();
    await hoa.says(`/theodoi ${dossier.code}`);
    const ready = { trang_thai: "da_co_ket_qua", hoan_thanh: "15/03/2021 09:30" };
    desk.now = at(monday, "10:00");
    await dossier.imported(ready);
    await desk.aMinutePasses();
    await hoa.reads();
    await dossier.imported({ trang_thai: "dang_xu_ly", hoan_thanh: "" });
    await dossier.imported(ready);
    await desk.aMinutePasses();
    expect(await hoa.reads()).toBe("");
  });

  it("hears in working time of what came in at night: where it stands then", async () => {
    desk.now = at(monday);
    const dossier = await desk.opens();
    const nam = desk.webCitizen();
    await nam.says(`/theodoi ${dossier.code}`);
    desk.now = at(monday, "20:00");
    await dossier.imported({ trang_thai: "cho_bo_sung" });
    desk.now = at(monday, "21:00");
    await dossier.imported({ trang_thai: "cho_nghia_vu_tai_chinh" });
    await desk.aMinutePasses();
    expect(await nam.reads()).toBe("");
    desk.now = at("2021-03-16", "07:30");
    await desk.aMinutePasses();
    const news = await nam.reads();
    expect(news).toContain(`Hồ sơ ${dossier.code} đang chờ anh/chị nộp phí, lệ phí.`);
    expect(news).not.toContain("bổ sung giấy tờ.");
  });

  it("hears of nothing more after stopping, by the button or by words", async () => {
    desk.now = at(monday);
    const dossier = await desk.opens();
    const nam = desk.webCitizen();
    await nam.says(`/theodoi ${dossier.code}`);
    expect(await nam.presses(`/botheodoi ${dossier.code}`)).toContain(`Đã bỏ theo dõi hồ sơ ${dossier.code}`);
    expect(await nam.presses(`/botheodoi ${dossier.code}`)).toContain("không theo dõi hồ sơ");
    await dossier.imported({ trang_thai: "cho_bo_sung" });
    await desk.aMinutePasses();
    expect(await nam.reads()).toBe("");

    await nam.says(dossier.code);
    expect(await nam.says("báo cho tôi khi có kết quả")).toContain("Đã theo dõi hồ sơ");
    expect(await nam.says("bỏ theo dõi")).toContain("Đã bỏ theo dõi hồ sơ");
    expect(await nam.says("/theodoi")).toContain("chưa theo dõi hồ sơ nào");
  });

  it("lists what is followed, switches one kind of news off and on again, and stops all", async () => {
    desk.now = at(monday);
    const [first, second] = [await desk.opens(), await desk.opens()];
    const tu = desk.webCitizen();
    await tu.says(`/theodoi ${first.code}`);
    await tu.says(`/theodoi ${second.code}`);
    const list = await tu.presses("/theodoi danhsach");
    expect(list).toContain("Anh/chị đang theo dõi 2 hồ sơ:");
    expect(list).toContain(`${first.code} (Cấp Phiếu lý lịch tư pháp): đang giải quyết`);
    expect(list).toContain(`Bỏ theo dõi ${second.code}`);

    expect(await tu.presses("/theodoi tat bosung")).toContain("không gửi tin “yêu cầu bổ sung, nộp phí”");
    expect(await tu.presses("/theodoi danhsach")).toContain("Bật tin yêu cầu bổ sung, nộp phí");
    await first.imported({ trang_thai: "cho_bo_sung" });
    await second.imported({ hen_tra: "25/03/2021 17:00" });
    await desk.aMinutePasses();
    const news = await tu.reads();
    expect(news).not.toContain(`${first.code} đang chờ`);
    expect(news).toMatch(/đổi từ 17:00 thứ Tư 24\/03\/2021 sang 17:00 thứ Năm 25\/03\/2021.*xin lỗi/);

    await tu.presses("/theodoi bat bosung");
    await first.imported({ trang_thai: "cho_nghia_vu_tai_chinh" });
    await desk.aMinutePasses();
    expect(await tu.reads()).toContain(`${first.code} đang chờ anh/chị nộp phí`);
    await tu.presses("/botheodoi tatca");
    expect(await tu.presses("/theodoi danhsach")).toContain("chưa theo dõi hồ sơ nào");
  });

  it("hears one working day before it is due, once, and not when the result was given", async () => {
    // Due on a Monday: the working day before it is the Friday.
    desk.now = at("2021-03-18");
    const dossier = await desk.opens({ hen_tra: "22/03/2021 17:00" });
    const done = await desk.opens({ hen_tra: "22/03/2021 17:00" });
    const hoa = desk.webCitizen();
    await hoa.says(`/theodoi ${dossier.code}`);
    await hoa.says(`/theodoi ${done.code}`);
    await desk.aMinutePasses();
    await done.imported({ trang_thai: "da_tra_ket_qua", hoan_thanh: "18/03/2021 10:00" });
    await desk.aMinutePasses();
    await hoa.reads();
    desk.now = at("2021-03-19", "07:31");
    await desk.aMinutePasses();
    const news = await hoa.reads();
    expect(news).toContain(
      `Hồ sơ ${dossier.code} sắp đến hẹn: trả kết quả lúc 17:00 thứ Hai 22/03/2021. Hiện tại: đang giải quyết.`,
    );
    expect(news).not.toContain(done.code);
    for (const on of ["2021-03-19", "2021-03-20", "2021-03-22"]) {
      desk.now = at(on, "10:00");
      await desk.aMinutePasses();
    }
    expect(await hoa.reads()).toBe("");
  });

  it("hears an apology when it is late, the new date when one is given, and when that passes too", async () => {
    desk.now = at("2021-03-22");
    const dossier = await desk.opens({ hen_tra: "23/03/2021 17:00" });
    const hoa = desk.webCitizen();
    await hoa.says(`/theodoi ${dossier.code}`);
    await hoa.presses("/theodoi tat denhen");
    desk.now = at("2021-03-24", "08:00");
    await desk.aMinutePasses();
    expect(await hoa.reads()).toContain(
      `Hồ sơ ${dossier.code} đã quá ngày hẹn trả (17:00 thứ Ba 23/03/2021) mà chưa có kết quả. Cơ quan xin lỗi anh/chị.`,
    );
    await desk.aMinutePasses();
    expect(await hoa.reads()).toBe("");

    const minh = desk.chats("minh");
    await minh.says(`/xinloi ${dossier.code} 30/03/2021 chờ xác minh nơi cư trú`);
    await desk.aMinutePasses();
    expect(await hoa.reads()).toContain(
      "Cơ quan xin lỗi anh/chị vì chậm trả kết quả. Lý do: chờ xác minh nơi cư trú. Ngày hẹn mới: 30/03/2021.",
    );
    desk.now = at("2021-03-25", "08:00");
    await desk.aMinutePasses();
    expect(await hoa.reads()).toBe("");

    desk.now = at("2021-03-31", "08:00");
    await desk.aMinutePasses();
    expect(await hoa.reads()).toContain(`Hồ sơ ${dossier.code} lại quá ngày hẹn mới`);
  });

  it("is one person on two channels: what is followed on either, and each piece of news once", async () => {
    desk.now = at(monday);
    const dossier = await desk.opens();
    const page = desk.webCitizen();
    const chat = desk.chats();
    await page.says(`/theodoi ${dossier.code}`);
    await chat.says(`/theodoi ${dossier.code}`);
    const code = /\/lienket ([A-Z2-9]{8})/.exec(await page.says("/lienket"))![1]!;
    await chat.presses(`/lienket ${code} dongy`);
    await desk.aMinutePasses();
    await page.reads();
    expect(await page.presses("/theodoi danhsach")).toContain("đang theo dõi 1 hồ sơ");

    await dossier.imported({ trang_thai: "cho_bo_sung" });
    await desk.aMinutePasses();
    expect(await page.reads()).toBe("");
    expect(JSON.stringify(await chat.hears())).toContain(dossier.code);

    await page.presses("/theodoi tat ketqua");
    await dossier.imported({ trang_thai: "da_co_ket_qua", hoan_thanh: "15/03/2021 10:00" });
    await desk.aMinutePasses();
    expect(await chat.hears()).toEqual([]);
    await page.presses(`/botheodoi ${dossier.code}`);
    expect(JSON.stringify(await chat.says("/theodoi danhsach"))).toContain("chưa theo dõi hồ sơ nào");
  });

  it("may follow only what its code opens, and not without end", async () => {
    desk.now = at(monday);
    const tu = desk.webCitizen();
    expect(await tu.says("/theodoi H57.16-210310-9999")).toContain(
      "Không có thông tin để hiển thị cho mã H57.16-210310-9999.",
    );
    for (let count = 0; count < 50; count += 1) {
      // Nobody who types them one by one is stopped for writing too much.
      desk.now = new Date(desk.now.getTime() + 60_000);
      await tu.says(`/theodoi ${(await desk.opens()).code}`);
    }
    expect(await tu.says(`/theodoi ${(await desk.opens()).code}`)).toContain("nhiều nhất 50 hồ sơ");
  });

  it("is told once though two workers look at the same time, and motcua simulate foresees it", async () => {
    desk.now = at("2021-04-05");
    const dossier = await desk.opens({ hen_tra: "07/04/2021 17:00" });
    const nam = desk.webCitizen();
    await nam.says(`/theodoi ${dossier.code}`);
    const foreseen = await rehearseNotices(desk.app, { from: desk.now, until: at("2021-04-08", "12:00") });
    expect(
      foreseen
        .filter(
          ({ recipient, reply }) => recipient === "citizen" && JSON.stringify(reply).includes(dossier.code),
        )
        .map(({ at: instant }) => instant),
    ).toEqual([at("2021-04-06", "07:30"), at("2021-04-08", "07:30")]);

    await dossier.imported({ trang_thai: "cho_bo_sung" });
    desk.now = at("2021-04-06", "08:00");
    await Promise.all([desk.aMinutePasses(), desk.aMinutePasses()]);
    const news = await nam.reads();
    expect(news.match(/đang chờ anh\/chị bổ sung/g)).toHaveLength(1);
    expect(news.match(/sắp đến hẹn/g)).toHaveLength(1);
  });
});
