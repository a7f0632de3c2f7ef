import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileFeedback } from "../../src/domain/feedback/file-feedback.ts";
import { rehearseNotices, type RehearsedMessage } from "../../src/rehearse-notices.ts";
import { createReminding } from "../../src/reminding.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { at } from "../support/feedback-town.ts";
import { openRemindedAgency } from "../support/reminded-agency.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Chị Hoa asks for an extract on the Thursday before Tết; anh Bình has linked no account.

const from = at("2026-02-12 09:00");
const until = at("2026-03-02 17:00");
let now = from;
let test: TestApp;

beforeAll(async () => {
  test = await createTestApp(() => now);
  await openRemindedAgency(test.app);
  const { database } = test.app;
  await database.query("update conversation set speaker = 'citizen' where speaker = 'binh'");
  await file("xin trích lục", "1");
  await file("hỏi lý lịch", "2");
  await database.query(
    `insert into assignment (code, content, assigned_on, due_on, unit_id, officer_id)
     select 'NV-01', 'Báo cáo quý', '2026-02-10', '2026-02-25', unit_id, id from staff_member where username = 'thu'`,
  );
});
afterAll(() => test[Symbol.asyncDispose]());

async function file(content: string, sourceCode: string): Promise<void> {
  const draft = {
    source: "web" as const,
    sourceCode,
    kind: "report" as const,
    urgency: "normal" as const,
    content,
    field: null,
    place: {},
    dossierCode: null,
    receivedAt: now,
    person: "web:hoa",
    conversationId: null,
    senderName: null,
    senderPhone: null,
    privacy: "agency" as const,
    joinedToId: null,
    attachmentIds: [],
  };
  await test.app.database.transaction(async (sql) =>
    fileFeedback(
      draft,
      { actor: { kind: "citizen", person: "web:hoa" }, channel: "web", now },
      await createFeedbackTools(sql, test.app.surroundings),
    ),
  );
}

const everything = () =>
  test.app.database.query(
    `select (select jsonb_agg(n order by n.id) from notice n) as notices,
            (select count(*)::int from outbox) as outbox,
            (select count(*)::int from conversation) as conversations,
            (select count(*)::int from reminder_plan) as plans`,
  );
const told = ({ at: instant, recipient, reply }: RehearsedMessage) => ({ at: instant, recipient, reply });

describe("motcua simulate", () => {
  let rehearsed: RehearsedMessage[];
  beforeAll(async () => {
    rehearsed = await rehearseNotices(test.app, { from, until });
  });

  it("shows the reminders of cases and assignments, digests, and the ladder to its end", () => {
    const recipients = new Set(rehearsed.map(({ recipient }) => recipient));
    expect(rehearsed.length).toBeGreaterThan(15);
    expect([...recipients].toSorted()).toEqual(["binh", "lan", "minh", "quan", "son", "thu"]);
  });

  it("says who has linked no account", () => {
    expect(
      new Set(rehearsed.filter(({ channel }) => channel === null).map(({ recipient }) => recipient)),
    ).toEqual(new Set(["binh"]));
  });

  it("is silent over Tết", () => {
    const overTet = rehearsed.filter(
      (one) => one.at > at("2026-02-14 00:00") && one.at < at("2026-02-23 00:00"),
    );
    expect(overTet).toEqual([]);
  });

  it("changes nothing", async () => {
    const before = await everything();
    const again = await rehearseNotices(test.app, { from, until });
    expect(again).toEqual(rehearsed);
    expect(await everything()).toEqual(before);
  });

  it("prints them as JSON, one a line, and refuses a range that ends before it begins", async () => {
    const range = (first: string, last: string) => ["simulate", "--from", first, "--to", last, "--json"];
    const { code, stdout, stderr } = await runMotcua(
      range("2026-02-12T09:00+07:00", "2026-03-02T17:00+07:00"),
      test.app.database.url,
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^\d+ messages, \d+ of them/),
    });
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBe(rehearsed.length);
    expect(Object.keys(lines[0]!)).toEqual(["at", "recipient", "channel", "text"]);
    const reversed = await runMotcua(range("2026-03-02", "2026-02-12"), test.app.database.url);
    expect(reversed).toMatchObject({ code: 1, stdout: "", stderr: "--to is before --from.\n" });
  });

  it("shows what then happens, message for message", async () => {
    const reminding = createReminding(test.app);
    for (const instant of new Set(rehearsed.map((one) => one.at.getTime()))) {
      now = new Date(instant);
      await reminding.planDueWork();
      await reminding.planMorningDigest();
      await reminding.handOver();
    }
    const said = await test.app.database.query<RehearsedMessage>(
      `select o.created_at as at, c.speaker as recipient, o.reply
       from outbox o join conversation c on c.id = o.conversation_id order by o.id`,
    );
    const linked = rehearsed.filter(({ channel }) => channel !== null);
    expect(said).toEqual(linked.map(told));
  });
});
