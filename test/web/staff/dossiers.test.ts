import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDossierTown, type DossierTown } from "../../support/dossier-town.ts";
import type { Visitor } from "../../support/http-visitor.ts";
import { personTalkingTo } from "../../support/people.ts";

let town: DossierTown;
let minh: Visitor;
beforeAll(async () => {
  town = await createDossierTown("2026-11-23 08:00");
  minh = await town.signedIn("minh");
});
afterAll(() => town[Symbol.asyncDispose]());

const codeOf = (serial: number) => `H57.16-261116-${String(serial).padStart(4, "0")}`;

async function codesAt(visitor: Visitor, query: string): Promise<number[]> {
  const page = await (await visitor.get(`/lamviec/hoso?${query}`)).text();
  return Array.from(page.matchAll(/href="\/lamviec\/hoso\/H57\.16-261116-(\d+)"/g), ([, serial]) =>
    Number(serial),
  );
}

describe("the register of dossiers", () => {
  it.each([
    ["its code", "H57.16-261116-0002", [2]],
    ["its code in small letters with spaces", "h57 16 261116 0002", [2]],
    ["its code with O for 0", "H57.16-261116-OOO2", [2]],
    ["the applicant with marks", "Trần Đức Ứng", [1]],
    ["the applicant without", "tran duc ung", [1]],
    ["the applicant in capitals", "TRẦN ĐỨC ỨNG", [1]],
    ["what the procedure is called", "phieu ly lich", [4, 3, 2, 1]],
    ["applicant and procedure at once", "hoa lý lịch", [4, 2]],
    ["nothing there is", "máy bay", []],
  ])("is searched by %s", async (_by, words, serials) => {
    expect(await codesAt(minh, `tim=${encodeURIComponent(words)}`)).toEqual(serials);
  });

  it("offers the dossiers whose code is one slip away, of those one may see", async () => {
    const page = await (await minh.get("/lamviec/hoso?tim=H57.16-261161-0001")).text();
    expect(page).toContain("gần giống");
    expect(await codesAt(minh, "tim=H57.16-261161-0001")).toEqual([1]);
    expect(await codesAt(minh, "tim=H57.16-261161-0005")).toEqual([]);
  });

  it.each([
    ["open", "hienthi=open", [1, 2, 3]],
    ["late", "hienthi=late", [1]],
    ["due within three working days", "hienthi=soon", [2]],
    ["waiting for the applicant", "hienthi=waiting", [3]],
    ["settled", "hienthi=ended", [4]],
    ["of one state", "hienthi=all&trangthai=awaiting-papers", [3]],
    ["due until a day", "hienthi=open&handen=2026-11-20", [1]],
    ["due from a day", "hienthi=all&hantu=2026-11-21", [3, 2]],
    ["of a unit", "hienthi=all&donvi=STP.BTTP", []],
    ["one's own", "hienthi=all&cua=toi", [3, 2, 1]],
    ["what nobody can mean", "hienthi=constructor&trangthai=x&hantu=2026-02-31&sau=x_9", [1, 2, 3]],
  ])("shows those that are %s", async (_what, query, serials) => {
    expect(await codesAt(minh, query)).toEqual(serials);
  });

  it("shows each their own: an officer's unit, all below a leader's, everything to administrators", async () => {
    for (const [username, serials] of [
      ["minh", [4, 3, 2, 1]],
      ["tu", [5]],
      ["lan", [4, 3, 2, 1]],
      ["dung", [5, 4, 3, 2, 1]],
      ["quan", [5, 4, 3, 2, 1]],
    ] as const)
      expect(await codesAt(await town.signedIn(username), "hienthi=all")).toEqual(serials);
    const dung = await town.signedIn("dung");
    expect(await codesAt(dung, "hienthi=all&donvi=STP.BTTP")).toEqual([5]);
    expect(await codesAt(dung, "hienthi=all&donvi=STP")).toHaveLength(5);
  });

  it("is leafed through without missing or repeating any of ten thousand", async () => {
    await town.test.app.database.query(
      `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, interlinked, applicant_name)
       select 'H57.17-260901-' || lpad(n::text, 5, '0'), p.id, u.id, 'online', 'in-progress',
              '2026-09-01'::timestamptz + (n / 7) * interval '1 hour',
              case when n % 11 > 0 then '2026-09-10'::timestamptz + (n % 13) * interval '1 day' end, 'none', 'Lật Trang ' || n
       from generate_series(1, 10000) n, procedure p, unit u where p.code = 'CC1' and u.code = 'STP.BTTP'`,
    );
    const tu = await town.signedIn("tu");
    for (const query of ["tim=lat+trang", "tim=lat+trang&hienthi=open"]) {
      const seen = new Set<string>();
      let shown = 0;
      let address: string | undefined = `/lamviec/hoso?${query}`;
      for (let pages = 0; address && pages < 12; pages += 1) {
        const page: string = await (await tu.get(address)).text();
        expect(page).toContain("10.000 hồ sơ");
        for (const [, code] of page.matchAll(/href="\/lamviec\/hoso\/(H57\.17-[\d-]+)"/g)) {
          seen.add(code!);
          shown += 1;
        }
        address = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
      }
      expect([shown, seen.size]).toEqual([600, 600]);
    }
  });
});

describe("the page of a dossier", () => {
  it("tells whose it is, how its day is reckoned, and what happened", async () => {
    const page = await (await minh.get(`/lamviec/hoso/${codeOf(1).toLowerCase()}`)).text();
    for (const words of [
      "Trần Đức Ứng",
      "0900000001",
      "Tính theo thời hạn của thủ tục",
      "5 ngày làm việc",
      "khác với ngày tính theo thời hạn là 23/11/2026",
      "Quá trình giải quyết",
      "nguồn: mot-cua.csv",
      "chưa có ai theo dõi",
    ])
      expect(page).toContain(words);
  });

  it("says how many people follow it", async () => {
    await personTalkingTo(town.test.app, { name: "Hoa" }).says(`theo dõi ${codeOf(2)}`);
    expect(await (await minh.get(`/lamviec/hoso/${codeOf(2)}`)).text()).toContain("1 người");
  });

  it("of another unit is as if there were none, and so is its apology", async () => {
    const token = await town.tokenOf(minh);
    for (const code of [codeOf(5), "H57.16-261116-9999"]) {
      expect((await minh.get(`/lamviec/hoso/${code}`)).status).toBe(404);
      const form = { token, ngay: "2026-12-01", lydo: "Chờ xác minh" };
      expect((await minh.submit(`/lamviec/hoso/${code}/xinloi`, form)).status).toBe(404);
    }
  });

  it("escapes what people are called", async () => {
    const page = await (await minh.get(`/lamviec/hoso/${codeOf(3)}`)).text();
    expect(page).toContain("&lt;b>Lê Văn Dũng");
    expect(page).not.toContain("<b>Lê");
  });
});

describe("the apology on the page of a dossier", () => {
  const address = `/lamviec/hoso/${codeOf(1)}/xinloi`;

  it.each([
    ["a day off", "2026-11-29", "Chờ xác minh", "là ngày nghỉ"],
    ["a day that has passed", "2026-11-20", "Chờ xác minh", "không phải ngày sắp tới"],
    ["no day", "", "Chờ xác minh", "chọn ngày hẹn mới"],
    ["no reason", "2026-12-01", " ", "ghi lý do"],
  ])("with %s is shown again with what was written", async (_fault, ngay, lydo, sentence) => {
    const answer = await minh.submit(address, { token: await town.tokenOf(minh), ngay, lydo });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(sentence);
    expect(page).toContain(`${lydo.trim()}</textarea>`);
  });

  it("is given once, as in chat, and a second one is told of the first", async () => {
    const token = await town.tokenOf(minh);
    const form = { token, ngay: "2026-12-01", lydo: "Chờ kết quả xác minh" };
    expect((await minh.submit(address, form)).status).toBe(303);
    expect(await (await minh.get(`/lamviec/hoso/${codeOf(1)}`)).text()).toContain("Ngày hẹn mới: 01/12/2026");
    const again = await minh.submit(address, { ...form, ngay: "2026-12-02" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("chỉ được hẹn lại một lần");
    const told = await personTalkingTo(town.test.app, { name: "Ứng" }).says(codeOf(1));
    expect(JSON.stringify(told)).toContain("Chờ kết quả xác minh");
  });
});
