import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFileLinks } from "../../src/file-links.ts";
import { createApiClientStore } from "../../src/persistence/api-client-store.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import { createStaffAccountStore } from "../../src/persistence/staff-account-store.ts";
import { wordsOf } from "../support/people.ts";
import { createLeakTown, dossierCode, keys, origin, proof, secrets, type LeakTown } from "./leak-town.ts";
import { listenToSql } from "./sql-listener.ts";

// One row an attack: how it goes, and the refusal. What comes back never has chị Hoa's name, number or words.

let town: LeakTown;
beforeAll(async () => {
  town = await createLeakTown();
});
afterAll(() => town[Symbol.asyncDispose]());

interface Attack {
  attack: string;
  by: () => Promise<string>;
  refused: RegExp;
  /** Whose reach is in the query itself: nothing secret leaves the database, and this is among what the query is bound to. */
  scopedTo?: string;
}

const told = async (response: Promise<Response>) => {
  const { status, text } = await response.then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
  }));
  return `${status} ${text.replaceAll(/<[^>]+>/g, " ")}`;
};
const says = async (text: string, as?: string) => wordsOf(await town.chats(as).says(text));
const detail = (digits: string) => `/chitiet ${dossierCode} ${digits}`;
const open311 = (path: string, key?: string) =>
  town.stranger().get(`/open311/v2/${path}`, key === undefined ? {} : { "x-api-key": key });
const webhook = (headers: Record<string, string>) =>
  told(town.stranger().post("/webhooks/telegram", { update_id: 1, message: { text: "/help" } }, headers));

const attacks: Attack[] = [
  {
    attack: "a dossier's code alone",
    by: () => says(dossierCode),
    refused: /đang/i,
  },
  {
    attack: "a right code with a wrong proof",
    by: () => says(detail("9999")),
    refused: /không|chưa/i,
  },
  {
    attack: "guesses one after another, the right one after too many",
    by: async () => {
      const guesser = town.chats();
      for (const digits of ["1111", "2222", "3333", "4444", "5555"]) await guesser.says(detail(digits));
      return wordsOf(await guesser.says(detail(proof)));
    },
    refused: /quá số lần cho phép/,
  },
  {
    attack: "another citizen's case, by its code",
    by: () => says(town.code),
    refused: /không|chưa/i,
  },
  {
    attack: "the case of another unit, in a messenger",
    by: () => says(town.code, "khoa"),
    refused: /không/i,
  },
  {
    attack: "a forged press of another's button",
    by: async () => wordsOf(await town.chats("khoa").presses(`/nhan ${town.code}`)),
    refused: /không/i,
  },
  {
    attack: "a citizen who presses an officer's button",
    by: async () => wordsOf(await town.chats().presses(`/nhan ${town.code}`)),
    refused: /cán bộ|không/i,
  },
  {
    attack: "the work of a unit, as a citizen",
    by: () => says("/vieccuatoi"),
    refused: /cán bộ/i,
  },
  {
    attack: "the work list of another unit's leader",
    by: () => says("việc của phòng", "bich"),
    refused: /không|0/i,
  },
  {
    attack: "the case of another unit, on its page",
    by: async () => told((await town.signedIn("khoa")).get(`/lamviec/phananh/${town.code}`)),
    refused: /^404/,
    scopedTo: "khoa",
  },
  {
    attack: "the same, as a leader of another unit",
    by: async () => told((await town.signedIn("bich")).get(`/lamviec/phananh/${town.code}`)),
    refused: /^404/,
    scopedTo: "STP.BT",
  },
  {
    attack: "the list of another unit",
    by: async () => told((await town.signedIn("khoa")).get("/lamviec/phananh")),
    refused: /^200/,
    scopedTo: "khoa",
  },
  {
    attack: "the search box, with words of another unit's case",
    by: async () =>
      told((await town.signedIn("bich")).get(`/lamviec/phananh?tim=${encodeURIComponent("giấy khai sinh")}`)),
    refused: /^200/,
    scopedTo: "STP.BT",
  },
  {
    attack: "today's work of another unit",
    by: async () => told((await town.signedIn("khoa")).get("/lamviec")),
    refused: /^200/,
    scopedTo: "khoa",
  },
  {
    attack: "figures' files, in a group with outsiders",
    by: () => town.asksInGroup("/xuat xlsx quy 4 2026", "lan"),
    refused: /cán bộ|riêng/i,
  },
  {
    attack: "an officer's case, in a group with outsiders",
    by: () => town.asksInGroup(town.code, "minh"),
    refused: /riêng|không/i,
  },
  {
    attack: "a link to sign in by, used again",
    by: async () => {
      const token = await createSignInStore(town.test.app.database).issue("minh", town.now);
      await town.stranger().submit(`/vao/${token}`, {}, { origin });
      return told(town.stranger().submit(`/vao/${token}`, {}, { origin }));
    },
    refused: /^410/,
  },
  {
    attack: "a file's link, altered",
    by: async () => {
      const { linkTo } = createFileLinks(town.test.config, () => town.now);
      const link = new URL(linkTo("1") ?? `${origin}/tep/1.9999999999.${"A".repeat(43)}`);
      return told(town.stranger().get(link.pathname.replace("/tep/1.", "/tep/2.")));
    },
    refused: /^404/,
  },
  {
    attack: "a session that was ended",
    by: async () => {
      const minh = await town.signedIn("minh");
      const store = createSignInStore(town.test.app.database);
      for (const { id } of await store.sessionsOf("minh", town.now)) await store.end("minh", id, town.now);
      return told(minh.get("/lamviec"));
    },
    refused: /^401/,
  },
  {
    attack: "a former officer's open session, and messenger",
    by: async () => {
      const tuan = await town.signedIn("tuan");
      await createStaffAccountStore(town.test.app.database).leave("tuan", "quan", town.now);
      return `${await told(tuan.get("/lamviec"))} ${await says("/vieccuatoi", "tuan")}`;
    },
    refused: /^401[^]*cán bộ/,
  },
  {
    attack: "the key of another system",
    by: () => told(open311(`requests/${town.code}.json`, keys.portal)),
    refused: /^404/,
    scopedTo: "cong-tinh:",
  },
  {
    attack: "the list of another system",
    by: () => told(open311("requests.json", keys.portal)),
    refused: /^200 \[\]/,
    scopedTo: "cong-tinh:",
  },
  {
    attack: "a key that was revoked",
    by: async () => {
      await createApiClientStore(town.test.app.database).revoke("tong-dai", town.now);
      return told(open311(`requests/${town.code}.json`, keys.hotline));
    },
    refused: /^403/,
  },
  { attack: "a webhook without a secret", by: () => webhook({}), refused: /^401/ },
  {
    attack: "a webhook with a forged secret",
    by: () => webhook({ "x-telegram-bot-api-secret-token": "a-secret-of-the-tesT" }),
    refused: /^401/,
  },
];

describe("an attack is refused", () => {
  it.each(attacks)("$attack", async ({ by, refused, scopedTo }) => {
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
        / from (feedback|\()|with/.test(text) && JSON.stringify(values).includes(scopedTo),
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

  it("and those who may, do see it: the refusals above are not of everybody", async () => {
    const minh = await told((await town.signedIn("minh")).get(`/lamviec/phananh/${town.code}`));
    for (const secret of secrets) expect(minh).toContain(secret);
    expect(await told((await town.signedIn("lan")).get("/lamviec/phananh?tim=khai+sinh"))).toContain(
      town.code,
    );
  });
});
