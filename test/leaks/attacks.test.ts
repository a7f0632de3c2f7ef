import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAttacks } from "./attacks.ts";
import { createLeakTown, dossierCode, origin, proof, secrets, type LeakTown } from "./leak-town.ts";
import { listenToSql } from "./sql-listener.ts";

let town: LeakTown;
const { attacks, says, told, zaloText } = createAttacks(() => town);
beforeAll(async () => {
  town = await createLeakTown();
});
afterAll(() => town[Symbol.asyncDispose]());

describe("an attack is refused", () => {
  it.each(attacks)("$attack", async ({ by, refused, scopedTo, reads = "feedback" }) => {
    using listening = listenToSql(town.test.app.database);
    const answer = await by();
    expect(answer).toMatch(refused);
    expect(secrets.filter((secret) => answer.includes(secret))).toEqual([]);
    if (scopedTo === undefined) return;
    const { heard } = listening;
    expect(heard.length).toBeGreaterThan(0);
    expect(
      secrets.filter((secret) => JSON.stringify(heard.map(({ rows }) => rows)).includes(secret)),
    ).toEqual([]);
    const bound = heard.filter(
      ({ text, values }) =>
        new RegExp(` from (${reads}|\\()|with`).test(text) && JSON.stringify(values).includes(scopedTo),
    );
    expect(bound.length).toBeGreaterThan(0);
  });

  it("guesses by forty people at once: no more than ten are looked at", async () => {
    const code = `${dossierCode.slice(0, -1)}9`;
    await town.test.app.database.query(
      `insert into dossier (code, procedure_id, unit_id, submission_mode, status, applicant_name, applicant_phone, interlinked)
       select $1, procedure_id, unit_id, submission_mode, status, applicant_name, applicant_phone, interlinked
       from dossier where code = $2`,
      [code, dossierCode],
    );
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, guess) => says(`/chitiet ${code} ${String(3000 + guess)}`)),
    );
    expect(answers.filter((answer) => /quá số lần cho phép/.test(answer)).length).toBe(30);
    expect(await says(`/chitiet ${code} ${proof}`)).not.toContain(secrets[0]);
  });

  it("a webhook that is replayed is answered once", async () => {
    const { handleMessage, database } = town.test.app;
    const message = {
      channel: "telegram",
      conversationId: "77",
      id: randomUUID(),
      content: { kind: "text" as const, text: "/help" },
      sentAt: town.now,
    };
    const outcomes = await Promise.all([1, 2, 3].map(() => handleMessage(message)));
    expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === "answered")).toHaveLength(1);
    const [row] = await database.query<{ count: number }>(
      `select count(*)::int as count from outbox o join conversation c on c.id = o.conversation_id where c.external_id = '77'`,
    );
    expect(row!.count).toBe(1);
  });

  it("Zalo's call that is replayed, at once and later, is answered once", async () => {
    const { body, headers } = zaloText("/help");
    const send = async () => (await town.stranger().post("/webhooks/zalo", body, headers)).status;
    expect(await Promise.all([send(), send(), send()])).toEqual([200, 200, 200]);
    expect(await send()).toBe(200);
    const rows = await town.test.app.database.query(
      `select o.id from outbox o join conversation c on c.id = o.conversation_id where c.external_id = 'zalo-hoa'`,
    );
    expect(rows).toHaveLength(1);
  });

  it("guesses at one dossier on the public page by many addresses at once: no more than ten are looked at", async () => {
    const code = `${dossierCode.slice(0, -1)}8`;
    await town.test.app.database.query(
      `insert into dossier (code, procedure_id, unit_id, submission_mode, status, applicant_name, applicant_phone, interlinked)
       select $1, procedure_id, unit_id, submission_mode, status, applicant_name, applicant_phone, interlinked
       from dossier where code = $2`,
      [code, dossierCode],
    );
    const guess = async (digits: string, at: number) =>
      (
        await town
          .stranger()
          .submit("/tra-cuu", { code, digits }, { origin, "x-forwarded-for": `203.0.113.${at}` })
      ).status;
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => guess(String(4000 + at), at)));
    expect(answers.filter((status) => status === 404)).toHaveLength(10);
    expect(await guess(proof, 200)).toBe(429);
  });

  it("and those who may, do see it: the refusals above are not of everybody", async () => {
    const minh = await told((await town.signedIn("minh")).get(`/lamviec/phananh/${town.code}`));
    for (const secret of secrets) expect(minh).toContain(secret);
    expect(await told((await town.signedIn("lan")).get("/lamviec/phananh?tim=khai+sinh"))).toContain(
      town.code,
    );
  });
});
