import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuditTrail } from "../../src/persistence/audit/audit-trail.ts";
import { findAffected, findBulkDisclosures } from "../../src/persistence/audit/affected-people.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { runMotcua } from "../support/run-motcua.ts";

let town: FeedbackTown;
let seen: string;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  const { database } = town.test.app;
  const hoa = await town.citizen("hoa");
  seen = (await hoa.files("Trả lời chậm.")).code;
  await (await town.citizen("an")).files("Không ai xem việc này.");
  await database.query(
    "update feedback set sender_name = 'Nguyễn Thị Hoa', sender_phone = '0900000123' where code = $1",
    [seen],
  );
  const by = { by: { kind: "staff", name: "minh" }, channel: "web" } as const;
  const audit = createAuditTrail(database);
  const page = { kind: "page", id: `/lamviec/phananh/${seen}` };
  for (const minute of ["09:00", "09:30", "11:00"])
    await audit.record({ ...by, deed: "page-shown", on: page, at: at(`2026-11-23 ${minute}`) });
  await audit.record({
    ...by,
    deed: "report-exported",
    on: { kind: "report", id: "xlsx 2026" },
    at: at("2026-11-23 09:10"),
  });
});
afterAll(() => town[Symbol.asyncDispose]());

const bounds = { from: at("2026-11-23 09:00"), to: at("2026-11-23 10:00") };

describe("after a breach", () => {
  it("tells whose matters were seen in that time, how often and by whom, and what left in bulk", async () => {
    const { database } = town.test.app;
    expect(await findAffected(database, bounds)).toEqual([
      {
        kind: "case",
        code: seen,
        name: "Nguyễn Thị Hoa",
        phone: "0900000123",
        channel: "test-hoa",
        times: 2,
        firstAt: at("2026-11-23 09:00"),
        lastAt: at("2026-11-23 09:30"),
        actors: ["minh"],
      },
    ]);
    expect(await findAffected(database, { ...bounds, actor: "lan" })).toEqual([]);
    expect(await findBulkDisclosures(database, bounds)).toMatchObject([
      { deed: "report-exported", actor: "minh" },
    ]);
  });

  it("is asked on the command line, and that is in the audit as well", async () => {
    const { stdout, code } = await runMotcua(
      ["breach", "--from", "2026-11-23T09:00+07:00", "--to", "2026-11-23T10:00+07:00", "--actor", "minh"],
      town.test.config.database.url!,
    );
    expect([code, stdout]).toEqual([
      0,
      `case\t${seen}\tNguyễn Thị Hoa\t0900000123\ttest-hoa\t2×\t23/11/2026 09:00\t23/11/2026 09:30\tminh\nbulk\treport-exported\txlsx 2026\tminh\t23/11/2026 09:10\n`,
    ]);
    const acts = await town.test.app.database.query(
      "select detail from audit_act where deed = 'list-exported' and subject_kind = 'breach'",
    );
    expect(acts).toEqual([{ detail: { matters: 1, actor: "minh" } }]);
  });
});
