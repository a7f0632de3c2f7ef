import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgeApology } from "../../src/domain/dossiers/apologise.ts";
import { readDayAhead } from "../../src/conversation/understanding/read-day-ahead.ts";
import { createWorkingCalendar } from "../../src/domain/deadlines/working-calendar.ts";
import type { Day } from "../../src/domain/vietnam-time.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createStaffAccountStore } from "../../src/persistence/staff-account-store.ts";
import { createStaffDirectory } from "../../src/persistence/staff-directory.ts";
import { personTalkingTo, wordsOf, type Person } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
let now = new Date("2026-11-23T01:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  const context = {
    store: createImportStore(test.app.database),
    now,
    source: "test",
    say: test.app.say,
    isDemonstration: false,
  };
  await importRows(
    "don-vi",
    [
      { ma_don_vi: "S", ten: "Sở Tư pháp" },
      { ma_don_vi: "HT", ten: "Phòng Hộ tịch", ma_don_vi_cha: "S" },
    ],
    context,
  );
  const member = (tai_khoan: string, vai_tro: string) => ({
    tai_khoan,
    ho_ten: tai_khoan,
    vai_tro,
    ma_don_vi: "HT",
  });
  await importRows(
    "can-bo",
    [member("minh", "can_bo"), member("thu", "can_bo"), member("quan", "quan_tri")],
    context,
  );
  await test.app.database.query(
    `with f as (insert into field (name) values ('Hộ tịch') on conflict (name) do update set name = excluded.name returning id)
     insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
     select 'T1', 'Cấp bản sao', id, 'full', 'none', true, now() from f`,
  );
  await test.app.database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, officer_id, interlinked)
     select 'H57.16-261116-0001', p.id, u.id, 'online', 'in-progress', '2026-11-16T02:00:00Z', '2026-11-24T10:00:00Z', s.id, 'none'
     from procedure p, unit u, staff_member s where u.code = 'HT' and s.username = 'minh'`,
  );
});
afterAll(() => test[Symbol.asyncDispose]());

const accounts = () => createStaffAccountStore(test.app.database);
const invite = (username: string, code: string, hours = 48) =>
  accounts().invite({ username, code, expiresAt: new Date(now.getTime() + hours * 3_600_000) }, "test", now);

/** Someone whose channel does not say who they are. */
function stranger(name: string): Person {
  return personTalkingTo(test.app, { as: null, name });
}

describe("a member of staff who links their account", () => {
  it("reads whom it will speak for, confirms, and is that officer from then on", async () => {
    await invite("minh", "ABCD2345");
    const person = stranger("minh-phone");
    expect(wordsOf(await person.says("/viec"))).toContain("dành cho cán bộ");
    expect(wordsOf(await person.says("/lienket abcd-2345"))).toContain(
      "Liên kết cuộc trò chuyện này với minh, Phòng Hộ tịch?",
    );
    expect(wordsOf(await person.says("/viec"))).toContain("dành cho cán bộ");
    expect(wordsOf(await person.presses("/lienket ABCD2345 dongy"))).toContain("Đã liên kết với minh");
    expect(wordsOf(await person.says("/viec"))).toContain("H57.16-261116-0001");
    expect(wordsOf(await person.says("/lienket"))).toContain("đang liên kết với minh");
  });

  it("with a code that was used, is wrong, or has expired is told so, and after five tries to wait", async () => {
    const person = stranger("thief");
    expect(wordsOf(await person.says("/lienket ABCD2345"))).toContain("không đúng, đã dùng hoặc đã hết hạn");
    await invite("thu", "QRST6789", 1);
    now = new Date(now.getTime() + 3_600_001);
    for (const code of ["QRST6789", "WXYZ2345", "WXYZ2346", "WXYZ2347", "WXYZ2348"])
      expect(wordsOf(await person.says(`/lienket ${code}`))).toContain("không đúng, đã dùng hoặc đã hết hạn");
    await invite("thu", "EFGH2345");
    expect(wordsOf(await person.says("/lienket EFGH2345"))).toContain("nhập sai quá nhiều lần");
    expect(wordsOf(await stranger("thu-phone").says("/start EFGH2345"))).toContain("với thu");
  });

  it("may change their mind, and unlink", async () => {
    await invite("thu", "JKMN2345");
    const person = stranger("thu-web");
    await person.presses("/lienket JKMN2345 dongy");
    expect(wordsOf(await person.says("/thoat"))).toContain("Đã thôi liên kết với thu");
    expect(wordsOf(await person.says("/viec"))).toContain("dành cho cán bộ");
    expect(wordsOf(await person.says("/thoat"))).toContain("chưa liên kết");
  });

  it("is a citizen with the very next message once they were revoked or have left", async () => {
    await invite("thu", "PQRS2345");
    const person = stranger("thu-last");
    await person.presses("/lienket PQRS2345 dongy");
    expect(wordsOf(await person.says("/viec"))).toContain("Không có việc nào");
    expect(await accounts().revoke("thu", "test", now)).toBe(1);
    expect(wordsOf(await person.says("/viec"))).toContain("dành cho cán bộ");
    await invite("thu", "TUVW2345");
    await person.presses("/lienket TUVW2345 dongy");
    expect(await accounts().leave("thu", "test", now)).toBe(1);
    expect(wordsOf(await person.says("/viec"))).toContain("dành cho cán bộ");
    expect(await invite("thu", "XYZA2345")).toBe(false);
    const events = await test.app.database.query<{ kind: string }>(
      `select e.kind from staff_event e join staff_member s on s.id = e.staff_id where s.username = 'thu' order by e.id`,
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      "invited",
      "invited",
      "invited",
      "linked",
      "unlinked",
      "invited",
      "linked",
      "revoked",
      "invited",
      "linked",
      "left",
    ]);
    await expect(test.app.database.query("delete from staff_event")).rejects.toThrow("append-only");
  });

  it("does not speak for anyone because a row says so: only an invitation binds", async () => {
    await test.app.database.query("update conversation set speaker = 'quan' where external_id = 'thief'");
    expect(wordsOf(await stranger("thief").says("/viec"))).toContain("dành cho cán bộ");
  });
});

describe("the officer on duty", () => {
  it("is an administrator until one is named, and nobody who has left", async () => {
    const duty = () =>
      createStaffDirectory(test.app.database).holderOf(
        "duty",
        { officer: null, unitCode: null },
        "2026-11-24" as Day,
      );
    expect(await duty()).toBe("quan");
    expect(await accounts().putOnDuty("minh", "test", now)).toBe(true);
    expect(await duty()).toBe("minh");
    expect(await accounts().putOnDuty("thu", "test", now)).toBe(false);
    await accounts().putOnDuty("quan", "test", now);
  });
});

describe("an absence", () => {
  it("gives the work to the substitute, and back", async () => {
    const minh = personTalkingTo(test.app, { as: "minh" });
    const directory = createStaffDirectory(test.app.database);
    const holder = (on: string) =>
      directory.holderOf("officer", { officer: "minh", unitCode: "HT" }, on as Day);
    expect(wordsOf(await minh.says("/vang"))).toContain("/vang từ-ngày đến-ngày");
    expect(wordsOf(await minh.says("/vang 27/11 25/11 quan"))).toContain("sớm hơn ngày đi");
    expect(wordsOf(await minh.says("/vang 25/11 27/11 aido"))).toContain("Không có cán bộ nào");
    expect(wordsOf(await minh.says("/vang 25/11 27/11 minh"))).toContain("phải là người khác");
    expect(wordsOf(await minh.says("/vang 25/11 27/11 quan"))).toContain("vắng từ 25/11/2026 đến 27/11/2026");
    expect(await Promise.all(["2026-11-24", "2026-11-25", "2026-11-27", "2026-11-28"].map(holder))).toEqual([
      "minh",
      "quan",
      "quan",
      "minh",
    ]);
    now = new Date("2026-11-25T01:00:00Z");
    expect(wordsOf(await personTalkingTo(test.app, { as: "quan" }).says("/viec"))).toContain(
      "H57.16-261116-0001",
    );
    await minh.says("/vang huy");
    expect(await holder("2026-11-25")).toBe("minh");
    now = new Date("2026-11-23T01:00:00Z");
  });
});

describe("an apology", () => {
  it("is given once, with a reason and a working day to come, and read by the citizen", async () => {
    const code = "H57.16-261116-0001";
    const minh = personTalkingTo(test.app, { as: "minh" });
    const says = async (text: string) => wordsOf(await minh.says(text));
    expect(await says(`/xinloi ${code}`)).toContain("ngày-hẹn-mới lý do");
    expect(await says(`/xinloi ${code} 27/11`)).toContain("cần nêu lý do");
    expect(await says(`/xinloi ${code} 28/11 chờ xác minh`)).toContain("là ngày nghỉ");
    expect(await says(`/xinloi ${code} 20/11/2026 chờ xác minh`)).toContain("không phải ngày sắp tới");
    expect(await says(`/xinloi ${code} 24/11 chờ xác minh`)).toContain("không sau ngày hẹn trả");
    expect(await says(`/xinloi ${code} 27/11 chờ kết quả xác minh của công an`)).toContain(
      "hẹn lại ngày 27/11/2026",
    );
    expect(await says(`/xinloi ${code} 30/11 lần nữa`)).toContain("chỉ được hẹn lại một lần");
    expect(wordsOf(await personTalkingTo(test.app).says(code))).toContain(
      "Lý do: chờ kết quả xác minh của công an. Ngày hẹn mới: 27/11/2026.",
    );
    expect(wordsOf(await personTalkingTo(test.app).says(`/xinloi ${code} 30/11 x`))).toContain(
      "dành cho cán bộ",
    );
  });

  it("is not for a dossier that is finished", () => {
    const asked = { reason: "x", newDueOn: "2026-11-27" as Day, now };
    expect(
      judgeApology(
        { dueOn: "2026-11-24" as Day, isOpen: false, apology: null },
        asked,
        createWorkingCalendar([]),
      ),
    ).toEqual({ kind: "not-open" });
  });
});

describe("a day to come", () => {
  it.each([
    ["25/11", "2026-11-25"],
    ["22/11", "2027-11-22"],
    ["1.2", "2027-02-01"],
    ["25/11/2026", "2026-11-25"],
    ["2026-12-01", "2026-12-01"],
    ["31/2", undefined],
    ["mai", "2026-11-24"],
    ["ngày kia", "2026-11-25"],
    ["thứ ba", "2026-11-24"],
    ["thứ hai", "2026-11-30"],
    ["Chủ nhật", "2026-11-29"],
    ["lâu lâu", undefined],
  ])("%j is %s", (word, expected) => {
    expect(readDayAhead(word, new Date("2026-11-23T01:00:00Z"))).toBe(expected);
  });
});

describe("what staff do to matters without a history", () => {
  it("reads days of an absence as people write them", async () => {
    now = new Date("2026-11-23T01:00:00Z");
    const minh = personTalkingTo(test.app, { as: "minh" });
    for (const words of [
      "từ thứ ba đến thứ sáu quan",
      "24/11 - 27/11 quan",
      "từ ngày mai đến ngày 27/11 quan",
    ])
      expect(wordsOf(await minh.says(`/vang ${words}`))).toContain("vắng từ 24/11/2026 đến 27/11/2026; quan");
    expect(wordsOf(await minh.says("/vang từ thứ hai đến thứ sáu quan"))).toContain(
      "vắng từ 30/11/2026 đến 04/12/2026; quan",
    );
    expect(wordsOf(await minh.says("/vang đến quan"))).toContain("Anh/chị gõ /vang");
    await minh.says("/vang huy");
  });

  it("is written down: absences, duty, apologies, reminders put off", async () => {
    await createStaffAccountStore(test.app.database).putOnDuty("quan", "console", now);
    const [row] = await test.app.database.query<{ code: string }>(
      `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, officer_id, interlinked)
       select 'H57.16-261120-0777', p.id, s.unit_id, 'online', 'in-progress', '2026-11-20T02:00:00Z', '2026-11-24T10:00:00Z',
              s.id, 'none'
       from procedure p, staff_member s where s.username = 'minh' and p.code = 'T1' returning code`,
    );
    const minh = personTalkingTo(test.app, { as: "minh" });
    await minh.says(`/viec hoan ${row!.code}`);
    await minh.says(`/xinloi ${row!.code} 27/11 chờ xác minh`);
    const written = await test.app.database.query(
      `select e.kind, e.actor from staff_event e where e.kind in ('on-duty', 'snoozed', 'apologised', 'away', 'back')
       order by e.id desc limit 5`,
    );
    expect(written).toEqual([
      { kind: "apologised", actor: "minh" },
      { kind: "snoozed", actor: "minh" },
      { kind: "on-duty", actor: "console" },
      { kind: "back", actor: "minh" },
      { kind: "away", actor: "minh" },
    ]);
    await expect(test.app.database.query("update dossier_apology set reason = 'x'")).rejects.toThrow(
      "append-only",
    );
  });
});
