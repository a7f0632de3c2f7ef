import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRandom } from "../../demo/random.ts";
import { isWorkingTime } from "../../src/domain/deadlines/working-time.ts";
import type { CaseAction } from "../../src/domain/feedback/case-action.ts";
import { changeCase } from "../../src/domain/feedback/change-case.ts";
import { fileFeedback } from "../../src/domain/feedback/file-feedback.ts";
import { planReminders } from "../../src/domain/reminders/plan-reminders.ts";
import type { StaffMember } from "../../src/domain/staff/staff-member.ts";
import { createReminding } from "../../src/reminding.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { Crash, crashingDatabase } from "../support/crashing-database.ts";
import { openRemindedAgency } from "../support/reminded-agency.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

// Quarter I/2026, with Tết (16–20/2) and a make-up Saturday (10/1) in it: random cases, dossiers and deeds, two workers that
// run at once and again, and die between their work and the commit.

const first = new Date("2026-01-01T00:00:00Z");
const last = new Date("2026-03-31T11:00:00Z");
const random = createRandom(2026);
const chance = (percent: number) => random.between(1, 100) <= percent;

let now = first;
let test: TestApp;
let crashes = 0;
let runs = 0;
const untouched: string[] = [];

let staff: Record<string, StaffMember> = {};
beforeAll(async () => {
  test = await createTestApp(() => now);
  staff = await openRemindedAgency(test.app);
  await liveThroughTheQuarter();
}, 240_000);
afterAll(() => test[Symbol.asyncDispose]());

async function liveThroughTheQuarter(): Promise<void> {
  const workers = [1, 2].map(() =>
    createReminding({
      ...test.app,
      database: crashingDatabase(test.app.database, () => {
        const isCrash = chance(7);
        if (isCrash) crashes += 1;
        return isCrash;
      }),
    }),
  );
  const survive = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  for (; now <= last; now = nextTick(now)) {
    await liveOn();
    for (const worker of workers) {
      runs += 1;
      // Jobs come twice, and in any order.
      const jobs = [
        () => worker.handOver(),
        () => worker.planMorningDigest(),
        () => worker.handOver(),
        () => worker.planDueWork(),
      ];
      if (chance(50)) jobs.reverse();
      await Promise.all([survive(jobs[0]!()), survive(workers[0]!.handOver())]);
      for (const job of jobs.slice(1)) await survive(job());
    }
  }
  const steady = createReminding(test.app);
  await steady.handOver();
}

/** An hour on; a quarter of one while the morning's digest is due; the night is one step. */
function nextTick(at: Date): Date {
  const hour = at.getUTCHours();
  const minutes = hour >= 11 ? 13 * 60 : hour < 1 ? 15 : 60;
  return new Date(at.getTime() + minutes * 60_000);
}

async function liveOn(): Promise<void> {
  if (chance(10))
    await fileOne(["xin trích lục", "hỏi lý lịch", "đèn hành lang hỏng"][random.between(0, 2)]!);
  if (chance(10)) await addDossier();
  if (!chance(30)) return;
  const open = await test.app.database.query<{ code: string; version: number; officer: string | null }>(
    `select f.code, f.version, s.username as officer from feedback f left join staff_member s on s.id = f.officer_id
     where f.status not in ('answered', 'closed', 'refused', 'forwarded', 'withdrawn') order by f.code`,
  );
  const one = open[random.between(0, Math.max(0, open.length - 1))];
  if (!one || untouched.includes(one.code)) return;
  const deeds: CaseAction[] = [
    { kind: "accept" },
    { kind: "ask-citizen", question: "Xin số biên nhận" },
    { kind: "resume" },
    { kind: "request-extension", workingDays: 3, reason: "chờ xác minh" },
    { kind: "decide-extension", isGranted: true },
    { kind: "wrong-unit" },
    { kind: "assign", unitCode: chance(50) ? "HT" : "LL" },
    { kind: "answer", text: "Đã giải quyết." },
    { kind: "classify", urgency: "complex" },
  ];
  await act(one.code, deeds[random.between(0, deeds.length - 1)]!);
  if (chance(3))
    await test.app.database.query(
      `update staff_member set away_from = $1::date, away_until = $1::date + 2,
         substitute_id = (select id from staff_member where username = 'thu') where username = 'minh'`,
      [now],
    );
}

async function act(code: string, action: CaseAction): Promise<void> {
  await test.app.database.transaction(async (sql) =>
    changeCase(
      { code, action, actor: { kind: "staff", staff: staff.quan! }, channel: "test", now },
      await createFeedbackTools(sql, test.app.surroundings),
    ),
  );
}

let serial = 0;
async function fileOne(content: string): Promise<void> {
  serial += 1;
  const { matter } = await test.app.database.transaction(async (sql) =>
    fileFeedback(
      {
        source: "web",
        sourceCode: `m${serial}`,
        kind: "report",
        urgency: chance(10) ? "urgent" : "normal",
        content,
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
      },
      { actor: { kind: "citizen", person: "web:hoa" }, channel: "web", now },
      await createFeedbackTools(sql, test.app.surroundings),
    ),
  );
  if (serial % 5 === 0 && now < new Date("2026-03-01T00:00:00Z")) untouched.push(matter.code);
}

async function addDossier(): Promise<void> {
  serial += 1;
  await test.app.database.query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, officer_id, interlinked)
     select $1, (select id from procedure limit 1), (select id from unit where code = 'HT'), 'online', 'in-progress', $2, $3,
            (select id from staff_member where username = 'minh'), 'none'`,
    [
      `H57.16-260101-${String(serial).padStart(4, "0")}`,
      now,
      new Date(now.getTime() + random.between(2, 9) * 86_400_000),
    ],
  );
}

interface SaidRow {
  key: string;
  kind: string;
  due_at: Date;
  settled_at: Date;
  outbox_id: string;
  speaker: string;
  facts: { code?: string; clock?: string; offset?: string; remindsOf?: string };
}

const said = () =>
  test.app.database.query<SaidRow>(
    `select n.key, n.kind, n.due_at, n.settled_at, n.outbox_id, c.speaker, n.facts
     from notice n join outbox o on o.id = n.outbox_id join conversation c on c.id = o.conversation_id
     where n.status = 'handed-over' order by n.outbox_id::bigint`,
  );

describe("a quarter of reminders, with crashes, two workers and jobs that come twice", () => {
  it("says nothing twice", async () => {
    const rows = await said();
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter(({ key }) => key.startsWith("dossier:")).length).toBeGreaterThan(50);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    // Several reminders that fell due at once for one person are one message; each message is somebody's.
    const [outbox] = await test.app.database.query<{ count: number }>("select count(*)::int from outbox");
    expect(new Set(rows.map(({ outbox_id }) => outbox_id)).size).toBe(outbox!.count);
    expect(outbox!.count).toBeLessThan(rows.length);
  });

  it("loses nothing: whatever fell due was said, or taken back for a reason", async () => {
    const waiting = await test.app.database.query(
      "select key from notice where status = 'planned' and due_at <= $1",
      [new Date(last.getTime() - 3_600_000)],
    );
    expect(waiting).toEqual([]);
    expect(
      await test.app.database.query("select kind, reason from notice where status = 'unreachable'"),
    ).toEqual([]);
    const [folded] = await test.app.database.query<{ count: number }>(
      "select count(*)::int from notice where status = 'cancelled' and reason = 'said in the morning digest'",
    );
    expect(folded!.count).toBeGreaterThan(10);
  });

  it("reminds of a case that nobody touches at every step of its way, and climbs to the office", async () => {
    const { calendars } = await test.app.surroundings();
    expect(untouched.length).toBeGreaterThan(8);
    for (const code of untouched) {
      const [matter] = await test.app.database.query<{
        id: string;
        received_at: Date;
        due_at: Date;
        accept_due_at: Date;
      }>("select id, received_at, due_at, accept_due_at from feedback where code = $1", [code]);
      for (const [clock, dueAt] of [
        ["accept", matter!.accept_due_at],
        ["answer", matter!.due_at],
      ] as const) {
        const expected = planReminders(
          {
            kind: "feedback",
            id: matter!.id,
            code,
            title: "",
            clock,
            startedAt: matter!.received_at,
            dueAt,
            unitCode: null,
            isDemonstration: false,
          },
          matter!.received_at,
          calendars.of(),
        ).map(({ key }) => key);
        const settled = await test.app.database.query<{ key: string }>(
          `select key from notice where key = any ($1)
             and (status in ('handed-over', 'expired')
                  or reason = 'said in the morning digest' or reason like '% heard of it on a lower step')`,
          [expected],
        );
        expect(settled.map(({ key }) => key).toSorted()).toEqual(expected.toSorted());
        const climbed = (await said()).filter(
          ({ key, kind }) => kind === "escalation" && expected.includes(key),
        );
        const heard = climbed.map(({ speaker }) => speaker);
        expect(heard.length).toBeGreaterThan(0);
        expect(new Set(heard).size).toBe(heard.length);
      }
    }
  });

  it("wakes nobody outside working time", async () => {
    const { calendars } = await test.app.surroundings();
    const outside = (await said()).filter(({ settled_at: at }) => !isWorkingTime(at, calendars.of()));
    expect(outside).toEqual([]);
  });

  it("tells the officer before anyone above, step by step", async () => {
    const rows = await said();
    const ladder = ["head", "leader", "office"];
    const byDeadline = new Map<string, SaidRow[]>();
    for (const row of rows) {
      const { code, clock, remindsOf } = row.facts;
      const deadline = `${code} ${clock} ${remindsOf}`;
      if (remindsOf) byDeadline.set(deadline, [...(byDeadline.get(deadline) ?? []), row]);
    }
    const groups = [...byDeadline.values()].filter(({ length }) => length > 1);
    expect(groups.length).toBeGreaterThan(50);
    for (const group of groups) {
      const steps = group.map(({ facts }) => ladder.indexOf(facts.offset!));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }
  });

  it("sends what nobody has to the officer on duty, and what is late up the ladder", async () => {
    const speakers = new Set(
      (await said()).filter(({ kind }) => kind === "escalation").map(({ speaker }) => speaker),
    );
    expect([...speakers].toSorted()).toEqual(["lan", "quan", "son"]);
  });

  it("went through what it was meant to go through", async () => {
    const counts = await test.app.database.query<{ status: string; count: number }>(
      "select status, count(*)::int from notice group by status order by status",
    );
    // oxlint-disable-next-line no-console -- the counts are what the quarter is lived through for
    console.info(
      `quarter of reminders: ${runs} runs, ${crashes} crashes injected, ${counts
        .map(({ status, count }) => `${count} ${status}`)
        .join(", ")}, 0 twice, 0 lost`,
    );
    expect(crashes).toBeGreaterThan(100);
  });
});
