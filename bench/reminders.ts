// Milliseconds to hand over 5,000 due reminders out of 1,000,000 planned, beside the bare claim-and-insert statement and a
// row at a time in the same run: `npm run bench reminders [--planned 1000000]`.
import { composers } from "../src/conversation/notices/compose.ts";
import { handOverNotices } from "../src/conversation/notices/hand-over.ts";
import type { Database } from "../src/persistence/database.ts";
import { createNoticeDesk } from "../src/persistence/notice-desk.ts";
import { readWorkingCalendars } from "../src/persistence/read-working-calendars.ts";
import { createWording } from "../src/wording/wording.ts";
import { mediansByTurns, numberFlag, publish, withBenchDatabase } from "./frame.ts";

const plannedCount = numberFlag("planned", 1_000_000);
const dueCount = 5_000;
const officerCount = dueCount;
const rowsAlone = 500;
const say = createWording();
// A Tuesday morning.
const now = new Date("2026-11-24T02:00:00Z");

const dueAt = new Date(now.getTime() + 86_400_000).toISOString();
const facts = {
  subjectKind: "feedback",
  code: "PA-2026-000001",
  title: "Chờ đã lâu mà chưa có kết quả",
  clock: "answer",
  offset: "day-before",
  remindsOf: dueAt,
  isDemonstration: false,
};
const reminder = composers["reminder"]!(facts, { say, language: "vi", now });

await withBenchDatabase(async (database) => {
  await seed(database);
  await measure(database);
});

async function measure(database: Database): Promise<void> {
  const calendars = await readWorkingCalendars(database);
  const handOver = async () => {
    const unsaid: string[] = [];
    const onTrouble = ({ reason }: { reason: string }) => void unsaid.push(reason);
    const desk = createNoticeDesk(database);
    const seen = await handOverNotices({ desk, calendars, say, clock: () => now, onTrouble });
    if (seen !== dueCount || unsaid.length > 0) throw new Error(`${seen} seen, not said: ${unsaid[0]}`);
  };
  const makeDueFirst = () => makeDue(database);
  const ms = await mediansByTurns(
    {
      bare: () => bareHandOver(database, 500, dueCount),
      handOver,
      rowByRow: () => bareHandOver(database, 1, rowsAlone),
    },
    { before: { bare: makeDueFirst, handOver: makeDueFirst, rowByRow: makeDueFirst } },
  );
  await database.query("update notice set status = 'handed-over' where status = 'planned' and due_at <= $1", [
    now,
  ]);
  await database.query("vacuum analyze notice");
  const sweep = await mediansByTurns({
    idle: () => handOverNotices({ ...idle(database), calendars }),
    floor: () =>
      database.query(
        "select id from notice where status = 'handed-over' and due_at <= $1 order by due_at limit $2",
        [now, dueCount],
      ),
  });
  const of = `${dueCount} due of ${plannedCount} planned`;
  const rowByRowMs = (ms.rowByRow * dueCount) / rowsAlone;
  await publish("reminders", [
    {
      metric: `claimed, composed and in the outbox, ${of}`,
      unit: "ms",
      value: ms.handOver,
      floor: ms.bare,
      goal: { atMost: 3 },
    },
    {
      metric: `the same beside a row at a time, ${of}`,
      unit: "ms",
      value: ms.handOver,
      floor: rowByRowMs,
      goal: { atMost: 0.1 },
    },
    {
      metric: `nothing due, beside a select of so many, ${of}`,
      unit: "ms",
      value: sweep.idle,
      floor: sweep.floor,
      goal: { atMost: 0.1 },
    },
  ]);
}

function idle(database: Database) {
  return { desk: createNoticeDesk(database), say, clock: () => now, onTrouble: () => undefined };
}

/** What any hand-over must do at least: mark what is due and write one reply, of the size of a reminder, for each. */
async function bareHandOver(database: Database, limit: number, count: number): Promise<void> {
  for (let done = 0; done < count; done += limit)
    await database.query(
      `with due as (
         select id from notice where status = 'planned' and due_at <= $1 order by due_at, id limit $2
         for update skip locked
       ), claimed as (
         update notice n set status = 'handed-over', settled_at = $1 from due where n.id = due.id
         returning n.id
       )
       insert into outbox (conversation_id, reply, created_at, due_at)
       select 1 + id % $3::int, $4::jsonb, $1, $1 from claimed`,
      [now, limit, officerCount, reminder],
    );
}

async function seed(database: Database): Promise<void> {
  await database.query("insert into unit (code, name) values ('STP', 'Sở Tư pháp')");
  await database.query(
    `insert into staff_member (username, full_name, role, unit_id)
     select 'cb' || i, 'Cán bộ ' || i, 'officer', 1 from generate_series(1, $1::int) i`,
    [officerCount],
  );
  await database.query(
    `insert into conversation (channel, external_id, speaker, created_at, updated_at)
     select 'web', username, username, $1, $1 from staff_member order by id`,
    [now],
  );
  await database.query(
    `insert into feedback (source, source_code, content, received_at, due_at, accepted_at, status, unit_id, officer_id)
     select 'web', i::text, 'Chờ đã lâu mà chưa có kết quả', $1::timestamptz - interval '3 days',
            $1::timestamptz + interval '1 day', $1::timestamptz - interval '2 days', 'in-progress', 1,
            1 + i % $3::int
     from generate_series(1, $2::int) i`,
    [now, dueCount, officerCount],
  );
  await database.query(
    `insert into notice (key, kind, recipient, facts, subject_kind, subject_id, planned_at, due_at)
     select i::text, 'reminder', '{"kind": "ladder", "rung": "officer"}',
            $2::jsonb,
            'feedback', 1 + i % $4::int, $1, $1::timestamptz + interval '1 day' + i * interval '1 second'
     from generate_series(1, $3::int) i`,
    [now, facts, plannedCount, dueCount],
  );
  await database.query("vacuum analyze");
}

/** The first of them fall due, whatever became of them in the round before. */
async function makeDue(database: Database): Promise<void> {
  await database.query(
    `update notice set status = 'planned', settled_at = null, outbox_id = null, due_at = $1::timestamptz - id * interval '1 ms'
     where id <= $2`,
    [now, dueCount],
  );
  await database.query("vacuum notice");
}
