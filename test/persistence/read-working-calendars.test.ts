import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clocksOf } from "../../src/domain/feedback/case-clocks.ts";
import type { CaseEvent } from "../../src/domain/feedback/feedback.ts";
import { fileFeedback, type FeedbackDraft } from "../../src/domain/feedback/file-feedback.ts";
import {
  readWorkingCalendars,
  readWorkingCalendarsOf,
} from "../../src/persistence/read-working-calendars.ts";
import { createFeedbackRules } from "../../src/persistence/feedback-rules.ts";
import { createFeedbackStore } from "../../src/persistence/feedback-store.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2021-03-15T08:00:00+07:00");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await test.app.database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
});
afterAll(() => test[Symbol.asyncDispose]());

const matterOfHoa: FeedbackDraft = {
  source: "web",
  sourceCode: "m1",
  kind: "report",
  urgency: "normal",
  content: "Quá hẹn mà chưa có bản sao trích lục",
  field: null,
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
};

describe("the calendar of a promise", () => {
  it("is kept, so that the promise comes out the same after the days off have changed", async () => {
    const { app } = test;
    const filed = await app.database.transaction(async (sql) =>
      fileFeedback(
        matterOfHoa,
        { actor: { kind: "citizen", person: "web:hoa" }, channel: "web", now },
        await createFeedbackTools(sql, app.surroundings),
      ),
    );
    const { matter, events } = (await createFeedbackStore(app.database).find(filed.matter.code))!;
    const promise = matter.promise!;
    await app.database.query("insert into day_exception (day, kind) values ('2021-03-17', 'off')");

    const policies = await createFeedbackRules(app.database).policies();
    const policy = policies.find(({ id }) => id === matter.policyId)!;
    const filing: CaseEvent[] = events.map((event) => ({ ...event, kind: "filed" }));
    const kept = (await readWorkingCalendarsOf(promise.calendarVersion, app.database))!;
    const reckonedBy = (calendars: typeof kept) =>
      clocksOf(filing, policy, { calendar: calendars.of(), calendarVersion: calendars.version });
    expect(reckonedBy(kept)).toEqual(promise);
    const today = await readWorkingCalendars(app.database);
    expect(today.version).not.toBe(promise.calendarVersion);
    expect(reckonedBy(today).dueAt > promise.dueAt).toBe(true);
  });

  it("has one version for one content, whoever reads it", async () => {
    const { database } = test.app;
    expect((await readWorkingCalendars(database)).version).toBe(
      (await readWorkingCalendars(database)).version,
    );
    expect(await readWorkingCalendarsOf("never seen", database)).toBeUndefined();
  });

  it("has another version with other hours, or with days off of a unit", async () => {
    const { database } = test.app;
    const versions = [(await readWorkingCalendars(database)).version];
    for (const change of [
      "insert into day_exception (day, kind, unit_id) select '2021-03-18', 'off', id from unit",
      "insert into working_hours (weekday, from_minute, to_minute) values (1, 450, 690)",
    ]) {
      await database.query(change);
      versions.push((await readWorkingCalendars(database)).version);
    }
    expect(new Set(versions).size).toBe(3);
  });
});
