import { upkeepCasesOf } from "../../src/case-upkeep.ts";
import { changeCase, type Change } from "../../src/domain/feedback/change-case.ts";
import type { Actor, FeedbackCase } from "../../src/domain/feedback/feedback.ts";
import type { FeedbackTools } from "../../src/domain/feedback/feedback-tools.ts";
import { fileFeedback } from "../../src/domain/feedback/file-feedback.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createReminding } from "../../src/reminding.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { personTalkingTo, type Person } from "./people.ts";
import { createTestApp, type TestApp } from "./test-app.ts";

/** An instant in Vietnam: `at("2026-11-23 08:00")`. */
export function at(text: string): Date {
  return new Date(`${text.replace(" ", "T")}:00+07:00`);
}

/** Someone who talks with the assistant and files feedback from there. */
export interface Citizen extends Person {
  name: string;
  files(content: string): Promise<FeedbackCase>;
}

/** A small agency whose officer anh Minh answers feedback, led by chị Lan; its clock is moved by hand. */
export interface FeedbackTown extends AsyncDisposable {
  test: TestApp;
  now: Date;
  citizen(name: string): Promise<Citizen>;
  /**
   * Anh Minh, or `lan`, does something to a case, in a transaction of its own unless tools of another are given; throws
   * when it is not done.
   */
  does(
    code: string,
    action: Change["action"],
    username?: "minh" | "lan",
    within?: FeedbackTools,
  ): Promise<FeedbackCase>;
  imports(rows: Record<string, string>[]): Promise<void>;
  find(code: string): Promise<FeedbackCase>;
  /** What happened to a case, as kind and reason. */
  history(code: string): Promise<string[]>;
  /** Does what the service does unasked: keeps cases up and hands over what is due. */
  passes(): Promise<void>;
  /** What is planned to be said about a case, oldest first. */
  notices(code: string): Promise<{ kind: string; status: string; due_at: Date; expires_at: Date | null }[]>;
}

export async function createFeedbackTown(
  startsAt: string,
  variables: Record<string, string> = {},
): Promise<FeedbackTown> {
  let now = at(startsAt);
  const test = await createTestApp(() => now, variables);
  const { app } = test;
  const importing = () => ({
    store: createImportStore(app.database),
    now,
    source: "test",
    say: app.say,
    isDemonstration: false,
  });
  await importRows(
    "don-vi",
    [
      { ma_don_vi: "STP", ten: "Sở Tư pháp", ma_don_vi_cha: "" },
      { ma_don_vi: "STP.HCTP", ten: "Phòng Hành chính tư pháp", ma_don_vi_cha: "STP" },
    ],
    importing(),
  );
  await importRows(
    "can-bo",
    [
      { tai_khoan: "quan", ho_ten: "Đỗ Quân", vai_tro: "quan_tri", ma_don_vi: "STP" },
      { tai_khoan: "lan", ho_ten: "Trần Thị Lan", vai_tro: "lanh_dao", ma_don_vi: "STP.HCTP" },
      { tai_khoan: "minh", ho_ten: "Lê Minh", vai_tro: "can_bo", ma_don_vi: "STP.HCTP", cap_tren: "lan" },
    ],
    importing(),
  );
  await app.database.query("insert into field (name) values ('Hộ tịch')");
  await app.database.query(
    `insert into routing_rule (place, field_id, unit_id)
     select 1, field.id, unit.id from field, unit where field.name = 'Hộ tịch' and unit.code = 'STP.HCTP'`,
  );

  const staff = {
    minh: { fullName: "Lê Minh", role: "officer" },
    lan: { fullName: "Trần Thị Lan", role: "leader" },
  } as const;
  const actor = (username: keyof typeof staff): Actor => ({
    kind: "staff",
    staff: { username, unitCode: "STP.HCTP", unitName: "Phòng Hành chính tư pháp", ...staff[username] },
  });

  return {
    test,
    get now() {
      return now;
    },
    set now(next) {
      now = next;
    },
    async citizen(name) {
      const person = personTalkingTo(app, { name });
      await person.says("xin chào");
      const [row] = await app.database.query<{ id: string }>(
        "select id from conversation where external_id = $1",
        [name],
      );
      let filed = 0;
      return {
        ...person,
        name,
        files: (content) =>
          app.database.transaction(async (sql) => {
            filed += 1;
            const { matter } = await fileFeedback(
              {
                source: "web",
                sourceCode: `${name}-${filed}`,
                kind: "report",
                urgency: "normal",
                content,
                field: "Hộ tịch",
                place: {},
                dossierCode: null,
                receivedAt: now,
                person: `test-${name}:${name}`,
                conversationId: row!.id,
                senderName: null,
                senderPhone: null,
                privacy: "agency",
                joinedToId: null,
                attachmentIds: [],
              },
              { actor: { kind: "citizen", person: `test-${name}:${name}` }, channel: "web", now },
              await createFeedbackTools(sql, app.surroundings),
            );
            return matter;
          }),
      };
    },
    async does(code, action, username = "minh", within) {
      const change = { code, action, actor: actor(username), channel: "telegram", now };
      const outcome = await (within
        ? changeCase(change, within)
        : app.database.transaction(async (sql) =>
            changeCase(change, await createFeedbackTools(sql, app.surroundings)),
          ));
      if (outcome.kind !== "changed") throw new Error(`Not done: ${JSON.stringify(outcome)}`);
      return outcome.matter;
    },
    async imports(rows) {
      const { rejections } = await importRows("phan-anh", rows, importing());
      if (rejections[0]) throw new Error(rejections[0].reason);
    },
    find: async (code) =>
      (await (await createFeedbackTools(app.database, app.surroundings)).feedback.find(code))!.matter,
    history: async (code) =>
      (await (await createFeedbackTools(app.database, app.surroundings)).feedback.find(code))!.events.map(
        ({ kind, reason }) => (reason === null ? kind : `${kind}: ${reason}`),
      ),
    async passes() {
      await upkeepCasesOf(app);
      await createReminding(app).handOver();
    },
    notices: (code) =>
      app.database.query(
        `select n.kind, n.status, n.due_at, n.expires_at from notice n join feedback f on f.id = n.subject_id
         where n.subject_kind = 'feedback' and f.code = $1 order by n.id`,
        [code],
      ),
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  };
}
