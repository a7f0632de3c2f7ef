import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listActs } from "../../src/persistence/audit/list-acts.ts";
import { verifyAudit } from "../../src/persistence/audit/verify-audit.ts";
import { keepRetention } from "../../src/persistence/keep-retention.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { personTalkingTo } from "../support/people.ts";

let town: FeedbackTown;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
});
afterAll(() => town[Symbol.asyncDispose]());

const query = <Row>(text: string) => town.test.app.database.query<Row>(text);
const nothing = { before: 0, after: 0 };

describe("what is kept for long enough", () => {
  it("is emptied when its time is over and not a day before; what is counted and what is evidence stays", async () => {
    const { app } = town.test;
    const hoa = await town.citizen("hoa");
    const { code } = await hoa.files("Trả lời chậm.");
    await town.does(code, { kind: "accept" });
    await town.passes();
    await hoa.hears();
    await personTalkingTo(app, { name: "an" }).says("hồ sơ cần giấy tờ gì");
    await query(
      "insert into proof_attempt (dossier_code, person, tried_at) values ('X', 'y', '2026-11-23T01:00:00Z')",
    );
    const counted = await query("select count(*)::int from inbound_message");

    town.now = at("2028-11-22 07:59");
    const early = await keepRetention(app.database, town.now);
    expect(early).toMatchObject({
      messages: nothing,
      replies: nothing,
      notices: nothing,
      tries: { before: 1, after: 0 },
    });

    town.now = at("2028-11-22 08:01");
    const proof = await keepRetention(app.database, town.now);
    expect(proof).toMatchObject({ messages: { before: 2, after: 0 }, tries: nothing });
    expect(proof.replies.before).toBeGreaterThan(0);
    expect(proof.notices.before).toBeGreaterThan(0);
    expect(await query("select count(*)::int from inbound_message")).toEqual(counted);
    expect(await query("select from inbound_message where content::text like '%giấy tờ%'")).toEqual([]);
    expect(await query("select from outbox where reply ? 'evidence'")).toHaveLength(1);
    expect((await verifyAudit(app.database, [])).faults).toEqual([]);
    expect(await listActs(app.database, { deed: "retention-kept", limit: 5 })).toMatchObject([
      { detail: proof },
      { detail: early },
    ]);
  });

  it("finds nothing more the next night", async () => {
    const again = await keepRetention(town.test.app.database, town.now);
    expect(Object.values(again).every(({ before, after }) => before === 0 && after === 0)).toBe(true);
  });
});
