import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// What happens to cases without anybody's doing.

let town: FeedbackTown;
beforeEach(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
});
afterEach(() => town[Symbol.asyncDispose]());

const row = (more: Record<string, string> = {}) => ({
  ma_goc: "1022-1",
  nguon: "1022",
  linh_vuc: "Hộ tịch",
  noi_dung: "Trả kết quả chậm",
  tiep_nhan: "20/11/2026 09:00",
  han: "",
  tra_loi: "",
  ma_don_vi: "",
  nguoi_gui: "",
  so_dien_thoai: "",
  ...more,
});

const first = "PA-2026-000001";
const kinds = async (code: string) =>
  (await town.notices(code)).map(({ kind, status }) => `${kind} ${status}`);

describe("an answered case", () => {
  it("closes by itself after five working days, and the person is asked how satisfied they are", async () => {
    const hoa = await town.citizen("hoa");
    const { code } = await hoa.files("Chờ lâu");
    await town.does(code, { kind: "answer", text: "Đã xong." });
    town.now = at("2026-11-30 16:59");
    await town.passes();
    expect((await town.find(code)).status).toBe("answered");
    town.now = at("2026-11-30 17:00");
    await town.passes();
    expect((await town.find(code)).status).toBe("closed");
    expect(await town.history(code)).toEqual(["filed", "answered", "closed"]);
    await hoa.hears();
    town.now = at("2026-12-01 07:30");
    await town.passes();
    expect(wordsOf(await hoa.hears())).toContain("Anh/chị có hài lòng với cách giải quyết không?");
  });

  it("does not close under someone who has asked to look again", async () => {
    const hoa = await town.citizen("hoa");
    const { code } = await hoa.files("Chờ lâu");
    await town.does(code, { kind: "answer", text: "Đã xong." });
    await hoa.presses(`/molai ${code}`);
    await hoa.says("Chưa xong");
    town.now = at("2026-12-20 17:00");
    await town.passes();
    expect((await town.find(code)).status).toBe("reopen-requested");
  });
});

describe("an imported matter", () => {
  it("becomes a case with a date, an officer who is told, and its history, once", async () => {
    await town.imports([row()]);
    await town.passes();
    await town.passes();
    expect(await town.find(first)).toMatchObject({
      status: "assigned",
      unitCode: "STP.HCTP",
      unitName: "Phòng Hành chính tư pháp",
      officer: "minh",
      dueAt: at("2026-11-27 17:00"),
      version: 1,
    });
    expect(await town.history(first)).toEqual(["imported"]);
    expect((await kinds(first)).filter((notice) => notice.startsWith("case-assigned"))).toHaveLength(1);
  });

  it("keeps the date and the unit that its file gave it, whatever is imported again", async () => {
    await town.imports([row({ han: "26/11/2026", ma_don_vi: "STP.HCTP", linh_vuc: "" })]);
    await town.passes();
    const opened = await town.find(first);
    expect(opened).toMatchObject({ dueAt: at("2026-11-26 17:00"), unitCode: "STP.HCTP", officer: "minh" });
    expect(opened.promise).toMatchObject({
      steps: [{ kind: "given" }],
      dueAt: at("2026-11-26 17:00").toISOString(),
    });
    await town.does(first, { kind: "assign", unitCode: "STP", officer: "quan" });
    await town.imports([row({ han: "30/11/2026", ma_don_vi: "STP.HCTP", linh_vuc: "" })]);
    expect(await town.find(first)).toMatchObject({ dueAt: at("2026-11-26 17:00"), unitCode: "STP" });
  });

  it("goes to the officer on duty when nothing tells whose it is", async () => {
    await town.imports([row({ linh_vuc: "" })]);
    await town.passes();
    expect(await town.find(first)).toMatchObject({ status: "new", unitCode: null, officer: "quan" });
    await town.passes();
    expect(await town.history(first)).toEqual(["imported"]);
  });

  it("answered by another way later ends as answered, with nothing more to be said", async () => {
    await town.imports([row()]);
    await town.passes();
    await town.does(first, { kind: "accept" });
    town.now = at("2026-11-24 08:00");
    await town.imports([row({ tra_loi: "23/11/2026 15:00" })]);
    await town.passes();
    expect(await town.find(first)).toMatchObject({ status: "answered", answeredAt: at("2026-11-23 15:00") });
    expect(await town.history(first)).toEqual(["imported", "accepted", "answered"]);
    expect((await kinds(first)).filter((notice) => notice.endsWith(" planned"))).toEqual([]);
    town.now = at("2026-11-30 17:00");
    await town.passes();
    expect((await town.find(first)).status).toBe("closed");
    expect((await kinds(first)).filter((notice) => notice.startsWith("case-survey"))).toEqual([]);
  });

  it("answered here keeps our answer when the file still has none, or has another day", async () => {
    await town.imports([row()]);
    await town.passes();
    await town.does(first, { kind: "answer", text: "Đã trả." });
    await town.imports([row()]);
    await town.imports([row({ tra_loi: "24/11/2026 15:00" })]);
    expect(await town.find(first)).toMatchObject({ status: "answered", answeredAt: at("2026-11-23 08:00") });
  });

  it("answered here while its file is being imported again keeps our answer", async () => {
    await town.imports([row()]);
    await town.passes();
    const { database, surroundings } = town.test.app;
    let importing: Promise<void> | undefined;
    await database.transaction(async (sql) => {
      await town.does(
        first,
        { kind: "answer", text: "Đã trả." },
        "minh",
        await createFeedbackTools(sql, surroundings),
      );
      importing = town.imports([row({ noi_dung: "Trả kết quả chậm, đã gọi lại" })]);
      const waits =
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      while ((await database.query(waits)).length === 0);
    });
    await importing;
    expect(await town.find(first)).toMatchObject({
      status: "answered",
      answeredAt: at("2026-11-23 08:00"),
      content: "Trả kết quả chậm, đã gọi lại",
    });
  });

  it("answered between import and opening is a case that has its answer", async () => {
    await town.imports([row()]);
    await town.imports([row({ tra_loi: "21/11/2026 10:00" })]);
    await town.passes();
    expect(await town.history(first)).toEqual(["imported", "answered"]);
    expect((await town.find(first)).status).toBe("answered");
    expect(await kinds(first)).toEqual([]);
  });

  it("answered before it was imported is closed from the start", async () => {
    await town.imports([row({ tra_loi: "21/11/2026 10:00" })]);
    await town.passes();
    expect(await town.find(first)).toMatchObject({ status: "closed", policyId: null });
    expect(await town.history(first)).toEqual([]);
  });

  it("long overdue becomes a case too, without a message of its own", async () => {
    await town.imports([
      row({ ma_goc: "cu", tiep_nhan: "01/08/2026 09:00", han: "23/09/2026" }),
      row({ ma_goc: "vua", tiep_nhan: "01/08/2026 09:00", han: "24/09/2026" }),
    ]);
    await town.passes();
    expect((await town.find(first)).officer).toBe("minh");
    expect((await kinds(first)).filter((notice) => notice.startsWith("case-assigned"))).toEqual([]);
    expect(
      (await kinds("PA-2026-000002")).filter((notice) => notice.startsWith("case-assigned")),
    ).toHaveLength(1);
  });

  it("that cannot be opened does not keep the others from it", async () => {
    const rows = Array.from({ length: 7 }, (_, at) => row({ ma_goc: `1022-${at}` }));
    await town.imports(rows);
    const { database } = town.test.app;
    await database.query(
      `create function refuse_third() returns trigger language plpgsql as $$
       begin if new.code = 'PA-2026-000003' then raise exception 'disk full'; end if; return new; end $$`,
    );
    await database.query(
      "create trigger refuse_third before update on feedback for each row execute function refuse_third()",
    );
    await town.passes();
    const left = await database.query("select code from feedback where policy_id is null");
    expect(left).toEqual([{ code: "PA-2026-000003" }]);
    await database.query("drop trigger refuse_third on feedback");
    await town.passes();
    expect(await database.query("select code from feedback where policy_id is null")).toEqual([]);
  });
});
