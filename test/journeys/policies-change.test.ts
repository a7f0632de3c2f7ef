import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "../../src/domain/feedback/change-case.ts";
import { fileFeedback, type FeedbackDraft } from "../../src/domain/feedback/file-feedback.ts";
import type { FeedbackCase } from "../../src/domain/feedback/feedback.ts";
import { createFeedbackPolicyStore } from "../../src/persistence/feedback-policy-store.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Monday 23 November 2026, 08:00 in Vietnam.
const now = new Date("2026-11-23T01:00:00Z");
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
  await importRows("don-vi", [{ ma_don_vi: "STP", ten: "Sở Tư pháp" }], context);
  await importRows(
    "can-bo",
    [{ tai_khoan: "lan", ho_ten: "Trần Thị Lan", vai_tro: "quan_tri", ma_don_vi: "STP" }],
    context,
  );
  await test.app.database.query("insert into field (name) values ('Hộ tịch')");
});
afterAll(() => test[Symbol.asyncDispose]());

const draft = (sourceCode: string, more: Partial<FeedbackDraft> = {}): FeedbackDraft => ({
  source: "web",
  sourceCode,
  kind: "report",
  urgency: "normal",
  content: "Chờ lâu",
  field: "Hộ tịch",
  place: {},
  dossierCode: null,
  receivedAt: now,
  person: "web:hoa",
  conversationId: null,
  senderName: null,
  senderPhone: null,
  privacy: "agency",
  joinedToId: null,
  attachmentIds: [],
  ...more,
});

async function file(sourceCode: string): Promise<FeedbackCase> {
  const { matter } = await test.app.database.transaction(async (sql) =>
    fileFeedback(
      draft(sourceCode),
      { actor: { kind: "citizen", person: "web:hoa" }, channel: "web", now },
      await createFeedbackTools(sql, test.app.surroundings),
    ),
  );
  return matter;
}

describe("a policy that changes", () => {
  it("holds for new cases, and for old ones only when they are classified anew", async () => {
    const before = await file("truoc");
    expect(before.dueAt).toEqual(new Date("2026-11-30T10:00:00Z"));

    const added = await createFeedbackPolicyStore(test.app.database).add({
      field: "Hộ tịch",
      kind: null,
      urgency: "normal",
      validFrom: new Date("2026-11-01T00:00:00Z"),
      acceptTerm: { kind: "working-hours", amount: 4 },
      answerTerm: { kind: "working-days", amount: 3 },
      needsApproval: true,
      maxExtensions: 1,
      maxPauses: 1,
      maxPauseWorkingDays: 3,
      legalBasis: "Quy chế của Sở (minh hoạ)",
    });
    expect(added).toMatchObject({ version: 1, field: "Hộ tịch" });
    const after = await file("sau");
    expect(after).toMatchObject({ policyId: added!.id, dueAt: new Date("2026-11-26T10:00:00Z") });
    expect(after.promise).toMatchObject({ legalBasis: "Quy chế của Sở (minh hoạ)", policyVersion: 1 });

    const lan = (await test.app.staff.findByUsername("lan"))!;
    const act = (action: Parameters<typeof changeCase>[0]["action"]) =>
      test.app.database.transaction(async (sql) =>
        changeCase(
          { code: before.code, action, actor: { kind: "staff", staff: lan }, channel: "test", now },
          await createFeedbackTools(sql, test.app.surroundings),
        ),
      );
    expect(await act({ kind: "accept" })).toMatchObject({
      kind: "changed",
      matter: { policyId: before.policyId, dueAt: before.dueAt },
    });
    expect(await act({ kind: "classify", urgency: "urgent" })).toMatchObject({
      kind: "changed",
      matter: { urgency: "urgent", dueAt: new Date("2026-11-23T07:00:00Z") },
    });
    const moved = await test.app.database.query<{ detail: Record<string, unknown> }>(
      `select e.detail from feedback_event e join feedback f on f.id = e.feedback_id
       where f.code = $1 and e.kind = 'deadline-moved'`,
      [before.code],
    );
    expect(moved).toMatchObject([
      {
        detail: {
          cause: "classified",
          from: { dueAt: "2026-11-30T10:00:00.000Z" },
          to: { dueAt: "2026-11-23T07:00:00.000Z" },
        },
      },
    ]);
  });

  it("has versions that nobody can change", async () => {
    const store = createFeedbackPolicyStore(test.app.database);
    const urgent = (await store.list()).find(({ urgency, field }) => urgency === "urgent" && field === null)!;
    const next = await store.add({ ...urgent, answerTerm: { kind: "working-hours", amount: 2 } });
    expect(next).toMatchObject({ version: 2, answerTerm: { amount: 2 } });
    expect((await store.list()).find(({ id }) => id === urgent.id)).toEqual(urgent);
    expect(await store.add({ ...urgent, field: "Không có" })).toBeUndefined();
  });
});

describe("the history of a case", () => {
  it("cannot be rewritten", async () => {
    await file("lich-su");
    for (const statement of ["update feedback_event set reason = 'x'", "delete from feedback_event"])
      await expect(test.app.database.query(statement)).rejects.toThrow("append-only");
  });
});
