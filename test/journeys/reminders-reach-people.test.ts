import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import { snoozeReminders } from "../../src/domain/reminders/snooze-reminders.ts";
import { addDays, dayOf, instantOn, showInstant } from "../../src/domain/vietnam-time.ts";
import { createFeedbackPolicyStore } from "../../src/persistence/feedback-policy-store.ts";
import { createNoticeStore } from "../../src/persistence/notice-store.ts";
import { createSnoozeStore } from "../../src/persistence/snooze-store.ts";
import { rehearseNotices } from "../../src/rehearse-notices.ts";
import { createReminding } from "../../src/reminding.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// Anh Minh answers feedback, chị Lan leads him, anh Quân administers. What chị Hoa sends on Monday morning is to be taken by
// Tuesday 08:00 and answered by the next Monday 17:00.

let town: FeedbackTown;
beforeEach(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  await town.test.app.database.query(
    `insert into conversation (channel, external_id, speaker, created_at, updated_at)
     select 'telegram', username, username, $1, $1 from staff_member`,
    [town.now],
  );
});
afterEach(() => town[Symbol.asyncDispose]());

const hoaFiles = async () => (await town.citizen("hoa")).files("Quá hẹn mà chưa có trích lục");

/** What staff are told from now on for some days if nobody does anything: when, to whom, the first line. */
async function told(days = 14): Promise<string[]> {
  const until = instantOn(addDays(dayOf(town.now), days));
  const messages = await rehearseNotices(town.test.app, { from: town.now, until });
  return messages.map(
    ({ at: instant, recipient, reply }) =>
      `${showInstant(instant)} ${recipient}: ${wordsOf([reply]).split("\n")[0]}`,
  );
}

/** A dossier of anh Minh's, due on Friday at 17:00; returns its code. */
async function minhHasADossier(): Promise<string> {
  await database().query(
    `insert into procedure (code, name, field_id, online_level, interlinked, is_published, updated_at)
     select 'T1', 'Cấp bản sao', id, 'full', 'none', true, $1 from field`,
    [town.now],
  );
  await database().query(
    `insert into dossier (code, procedure_id, unit_id, submission_mode, status, received_at, due_at, officer_id, interlinked)
     select 'H57.16-261123-0001', p.id, s.unit_id, 'online', 'in-progress', $1, $2, s.id, 'none'
     from procedure p, staff_member s where s.username = 'minh'`,
    [town.now, at("2026-11-27 17:00")],
  );
  return "H57.16-261123-0001";
}

/** When its officer is offered to apologise for a dossier. */
async function asksToApologise(code: string): Promise<string[]> {
  const until = instantOn(addDays(dayOf(town.now), 14));
  const messages = await rehearseNotices(town.test.app, { from: town.now, until });
  return messages
    .filter(({ reply }) => JSON.stringify(reply).includes(`/xinloi ${code}`))
    .map(({ at: instant }) => showInstant(instant));
}
const to = (who: string, all: string[]) => all.filter((line) => line.includes(` ${who}: `));
const database = () => town.test.app.database;

describe("a reminder", () => {
  it("that a deadline comes near goes out before the deadline", async () => {
    const { code } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    const near = (await told()).filter((line) => line.includes("cần trả lời trước"));
    expect(near.map((line) => line.slice(0, 16))).toEqual(["27/11/2026 15:00", "30/11/2026 15:00"]);
  });

  it("is planned once however often planning runs, and anew when the deadline moves", async () => {
    await database().query(
      `insert into assignment (code, content, assigned_on, due_on, unit_id, officer_id)
       select 'NV-01', 'Báo cáo quý', '2026-11-20', '2026-11-27', unit_id, id from staff_member where username = 'minh'`,
    );
    const reminding = createReminding(town.test.app);
    const keys = async () => {
      await reminding.planDueWork();
      return (await database().query<{ key: string }>("select key from notice order by key")).map(
        ({ key }) => key,
      );
    };
    const planned = await keys();
    expect(planned.length).toBe(7);
    expect(await keys()).toEqual(planned);
    await database().query("update assignment set due_on = '2026-12-02'");
    expect((await keys()).length).toBe(14);
    expect((await told(5)).filter((line) => line.includes("NV-01"))).toEqual([
      "26/11/2026 11:15 minh: NV-01 đến hạn 17:00 thứ Tư 02/12/2026.",
    ]);
  });

  it("never goes out at midnight or on a weekend, whenever it was planned for", async () => {
    const sunday = at("2026-11-29 00:10");
    await createNoticeStore(database()).plan(
      [
        {
          key: "k",
          kind: "alarm",
          recipient: { kind: "staff", username: "minh" },
          facts: { alarm: "no-digest" },
          dueAt: sunday,
        },
      ],
      town.now,
    );
    town.now = sunday;
    expect((await told(3)).map((line) => line.slice(0, 21))).toEqual(["30/11/2026 07:30 minh"]);
  });

  it("climbs a second and a third step when nothing moves, the officer first, and then ends", async () => {
    await database().query(
      `with son as (
         insert into staff_member (username, full_name, role, unit_id)
         select 'son', 'Nguyễn Sơn', 'leader', id from unit where code = 'STP' returning username
       )
       insert into conversation (channel, external_id, speaker, created_at, updated_at)
       select 'telegram', username, username, $1, $1 from son`,
      [town.now],
    );
    const { code } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    const all = await told(40);
    const late = all.filter((line) => line.includes(`${code} đã quá hạn trả lời`));
    expect(late.map((line) => line.slice(0, 21).trim())).toEqual([
      "01/12/2026 13:30 lan:",
      "02/12/2026 07:50 son:",
      "04/12/2026 07:50 quan",
    ]);
    expect(to("minh", all).filter((line) => line.startsWith("01/12/2026 07:45"))).toHaveLength(1);
    const mornings = to("minh", all).filter((line) => line.includes(" 07:45 "));
    expect(mornings.length).toBeGreaterThan(20);
    const nagging = all.filter((line) => line.includes("/12/2026") && !line.includes(" 07:45 "));
    expect(nagging).toEqual(late);
  });

  it("ends with the answer, by whatever way it came", async () => {
    const { code } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    await createReminding(town.test.app).handOver();
    town.now = at("2026-12-02 09:00");
    expect((await told()).filter((line) => line.includes(code)).length).toBeGreaterThan(0);
    await town.does(code, { kind: "answer", text: "Đã có trích lục." });
    const later = (await told()).filter((line) => line.includes(code) && !line.includes("citizen"));
    expect(later).toEqual([]);
  });

  it("asks once, a working day before a dossier is due, to finish it or to apologise", async () => {
    const code = await minhHasADossier();
    expect(await asksToApologise(code)).toEqual(["26/11/2026 15:00"]);
    await database().query(
      `insert into dossier_apology (dossier_id, reason, new_due_on, given_by, given_at)
       select id, 'Chờ xác minh', '2026-12-02', 'minh', $1 from dossier`,
      [town.now],
    );
    expect(await asksToApologise(code)).toEqual([]);
    expect((await told()).filter((line) => line.includes(`${code} đến hạn`))).toEqual([
      `01/12/2026 15:00 minh: ${code} đến hạn 17:00 thứ Tư 02/12/2026.`,
      `02/12/2026 15:00 minh: ${code} đến hạn 17:00 thứ Tư 02/12/2026.`,
    ]);
  });

  it("ends with a dossier that a file from elsewhere says is done", async () => {
    const code = await minhHasADossier();
    await createReminding(town.test.app).planDueWork();
    expect((await told()).filter((line) => line.includes(code)).length).toBeGreaterThan(3);
    await database().query("update dossier set status = 'returned', finished_at = $1, resolved_at = $1", [
      town.now,
    ]);
    expect((await told()).filter((line) => line.includes(code))).toEqual([]);
  });

  it("waits while the case waits for the citizen", async () => {
    const { code } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    await town.does(code, { kind: "ask-citizen", question: "Xin số biên nhận" });
    const nagging = (await told(4)).filter((line) => line.includes("cần trả lời trước"));
    expect(nagging).toEqual([]);
  });

  it("that the officer has seen comes no more before the deadline, which stays", async () => {
    const { code, dueAt } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    const { calendars } = await town.test.app.surroundings();
    await snoozeReminders(
      { code, username: "minh", until: "acknowledged", now: town.now },
      { snoozes: createSnoozeStore(database()), notices: createNoticeStore(database()), calendars },
    );
    const all = await told();
    expect(all.filter((line) => line.includes("cần trả lời trước"))).toEqual([]);
    expect(all.filter((line) => line.includes("đã quá hạn trả lời")).length).toBeGreaterThan(0);
    expect((await town.find(code)).dueAt).toEqual(dueAt);
  });

  it("comes and climbs as its policy says", async () => {
    await createFeedbackPolicyStore(database()).add({
      field: "Hộ tịch",
      kind: null,
      urgency: "normal",
      validFrom: at("2026-01-01 00:00"),
      acceptTerm: { kind: "working-hours", amount: 8 },
      answerTerm: { kind: "working-days", amount: 5 },
      needsApproval: false,
      maxExtensions: 1,
      maxPauses: 2,
      maxPauseWorkingDays: 5,
      reminders: {
        offsets: [{ name: "3h-before", workingHours: 3 }],
        ladder: [{ rung: "office", workingHours: 2 }],
      },
      legalBasis: "Quy chế của Sở (minh hoạ)",
    });
    const { code } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    const reminded = (await told()).filter((line) => line.includes(`${code} `) && line.includes("trả lời "));
    expect(reminded.map((line) => line.slice(0, 21))).toEqual([
      "30/11/2026 14:00 minh",
      "01/12/2026 09:30 quan",
    ]);
  });
});

describe("whom it reaches", () => {
  it("is the officer on duty when the officer has left", async () => {
    const { code } = await hoaFiles();
    await database().query("update staff_member set left_at = $1 where username = 'minh'", [town.now]);
    const all = (await told(2)).filter((line) => line.includes(code));
    expect(all.length).toBeGreaterThan(0);
    expect(to("minh", all)).toEqual([]);
    expect(to("quan", all).length).toBeGreaterThan(0);
  });

  it("is the substitute of someone away", async () => {
    await hoaFiles();
    await database().query(
      `update staff_member set away_from = '2026-11-23', away_until = '2026-11-24',
         substitute_id = (select id from staff_member where username = 'lan') where username = 'minh'`,
    );
    const all = await told(2);
    expect(to("minh", all)).toEqual([]);
    expect(to("lan", all).length).toBeGreaterThan(0);
  });

  it("is nobody twice: who stands on two steps hears once", async () => {
    await database().query("update staff_member set role = 'officer' where username = 'lan'");
    const { code } = await hoaFiles();
    await town.does(code, { kind: "accept" });
    const late = (await told(40)).filter((line) => line.includes(`${code} đã quá hạn trả lời`));
    const heard = late.map((line) => line.split(" ")[2]);
    expect(new Set(heard).size).toBe(heard.length);
  });

  it.each([
    ["is on no channel", "delete from conversation where speaker = 'minh'"],
    [
      "cannot be reached any more",
      "update conversation set unreachable_since = now() where speaker = 'minh'",
    ],
  ])("is kept for a call, with the reason, when the officer %s", async (_, change) => {
    await database().query(change);
    await hoaFiles();
    await createReminding(town.test.app).handOver();
    expect(
      await database().query("select kind, status, reason from notice where status = 'unreachable'"),
    ).toEqual([{ kind: "case-assigned", status: "unreachable", reason: "minh is on no channel" }]);
  });
});

describe("a recurring job that fails", () => {
  it("is not swallowed: its failure is kept, and the administrators hear of its silence", async () => {
    const { app } = town.test;
    const broken = { ...app, surroundings: () => Promise.reject(new Error("no calendar")) };
    await expect(backgroundWork(broken, []).recurring["plan-reminders"]()).rejects.toThrow("no calendar");
    expect(await database().query("select job, succeeded_at, failure from job_run")).toEqual([
      { job: "plan-reminders", succeeded_at: null, failure: "Error: no calendar" },
    ]);
    const watchedSince = town.now;
    town.now = at("2026-11-23 08:30");
    const reminding = createReminding(app);
    expect(await reminding.silentJobs(watchedSince)).toContain("plan-reminders");
    await reminding.raiseAlarms(watchedSince);
    await reminding.raiseAlarms(watchedSince);
    const alarms = to("quan", await told(1)).filter((line) => line.includes("“plan-reminders”"));
    expect(alarms).toHaveLength(1);
  });
});
