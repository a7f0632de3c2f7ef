import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { campaign } from "../../src/domain/feedback/campaign.ts";
import { proofTries } from "../../src/domain/people/second-proof.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { visitorOf, type Visitor } from "../support/http-visitor.ts";
import { createJusticeOffice, type JusticeOffice } from "../support/justice-office.ts";

let now = new Date("2026-11-23T02:00:00Z");
const home = { "x-forwarded-for": "203.0.113.7" };

let office: JusticeOffice;
/** Two processes of the web. */
let servings: [Serving, Serving];
beforeAll(async () => {
  office = await createJusticeOffice(() => now);
  servings = [await serve(office.app, office.config, "web"), await serve(office.app, office.config, "web")];
});
afterAll(async () => {
  for (const serving of servings) await serving[Symbol.asyncDispose]();
  await office[Symbol.asyncDispose]();
});

const browser = (process = 0) => visitorOf(servings[process]!.url!);
const asks = (visitor: Visitor, code: string, digits: string, from = home) =>
  visitor.submit("/tra-cuu", { code, digits }, from);

describe("a family behind one address", () => {
  it("looks up what is theirs all day; the one who guesses is stopped, with a way on, and the others are not", async () => {
    const codes = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        office.file({
          sourceCode: `family${at}`,
          person: `web:p${at}`,
          senderPhone: `090000100${at}`,
          content: `Chuyện số ${at}`,
        }),
      ),
    );
    const family = await Promise.all(
      codes.map(async (code, at) => {
        const visitor = browser(at % 2);
        await visitor.get("/tra-cuu", home);
        return { visitor, code, digits: `100${at}` };
      }),
    );
    const allLookUp = () =>
      Promise.all(
        family.map(async ({ visitor, code, digits }) => (await asks(visitor, code, digits)).status),
      );
    for (const _time of [1, 2, 3]) expect(await allLookUp()).toEqual([200, 200, 200, 200, 200]);

    const guesser = browser();
    await guesser.get("/tra-cuu", home);
    const others = await office.file({ senderPhone: "0900009876" });
    for (let at = 0; at < proofTries.perPerson; at += 1)
      expect((await asks(guesser, others, `000${at}`)).status).toBe(404);
    const stopped = await asks(guesser, others, "9876");
    expect(stopped.status).toBe(429);
    expect(await stopped.text()).toMatch(/thử lại từ 09:00 thứ Ba 24\/11\/2026.*bộ phận một cửa/s);

    // And again with a new browser each time, until nobody new may try from there.
    const statuses = [];
    for (let at = 0; at < proofTries.perNetwork; at += 1) {
      const fresh = browser();
      await fresh.get("/tra-cuu", home);
      statuses.push((await asks(fresh, `PA-2026-9${String(at).padStart(5, "0")}`, "0000")).status);
    }
    expect(statuses.at(-1)).toBe(429);
    expect(await allLookUp()).toEqual([200, 200, 200, 200, 200]);
    // Another house is not stopped, and tomorrow nobody is.
    expect((await asks(browser(), others, "9876", { "x-forwarded-for": "203.0.113.8" })).status).toBe(200);
    now = new Date(now.getTime() + proofTries.withinMs + 1000);
    expect((await asks(guesser, others, "9876")).status).toBe(200);
  });

  it("tries made at once count one after another", async () => {
    const code = await office.file({ senderPhone: "0900004321", person: "web:dong" });
    const from = { "x-forwarded-for": "203.0.113.20" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const answer = await asks(browser(at % 2), code, String(5000 + at), from);
        return answer.status;
      }),
    );
    expect(answers.filter((status) => status === 404)).toHaveLength(proofTries.perPerson);
    expect(answers.filter((status) => status === 429)).toHaveLength(20 - proofTries.perPerson);
  });
});

describe("messages in the chat", () => {
  const say = (visitor: Visitor, text: string, headers = {}) =>
    visitor.post("/chat/messages", { id: crypto.randomUUID(), text }, headers);

  it("are limited for one who floods, by all processes together, and not for the rest of the house", async () => {
    const [flooder, sister] = [browser(), browser()];
    await flooder.get("/");
    await sister.get("/");
    const cookie = { cookie: await sessionOf(flooder) };
    const other = browser(1);
    const statuses = [];
    for (let at = 0; at < 60; at += 1)
      statuses.push((await say(at % 2 ? other : flooder, "xin chào", { ...home, ...cookie })).status);
    const taken = statuses.filter((status) => status === 200).length;
    // Each of two processes may overdraw by a twentieth.
    expect(taken).toBeGreaterThanOrEqual(40);
    expect(taken).toBeLessThanOrEqual(46);
    expect(statuses.at(-1)).toBe(429);
    expect((await say(sister, "xin chào", home)).status).toBe(200);
    const told = await say(flooder, "xin chào", { ...home, ...cookie });
    expect(((await told.json()) as { error: { message: string } }).error.message).toMatch(
      /gửi tiếp từ .*bộ phận một cửa/,
    );
    now = new Date(now.getTime() + 61_000);
    expect((await say(flooder, "xin chào", { ...home, ...cookie })).status).toBe(200);
  });

  async function sessionOf(visitor: Visitor): Promise<string> {
    const answer = await visitor.get("/");
    return answer.headers.getSetCookie()[0]!.split(";")[0]!;
  }
});

describe("one text from many accounts", () => {
  const words = "Đề nghị đình chỉ ngay việc xây dựng trạm thu phí trên đường tỉnh";
  const filedBy = (senders: number[], content = words) =>
    Promise.all(
      senders.map((at) =>
        office.file({
          sourceCode: `${content.slice(0, 3)}${at}`,
          person: `telegram:${at}`,
          content: `${content} ${at}`,
          place: {},
          conversationId: null,
        }),
      ),
    );
  const count = async (sql: string, values: unknown[] = []) =>
    (await office.app.database.query<{ count: number }>(`select count(*)::int as count ${sql}`, values))[0]!
      .count;

  it("is one matter to its officer, who is told once; nobody's is lost", async () => {
    const senders = Array.from({ length: 40 }, (_, at) => at);
    const codes = await filedBy(senders);
    expect(new Set(codes).size).toBe(40);
    const own = campaign.fromSenders - 1;
    expect(await count("from feedback where content like $1 and joined_to_id is null", [`${words}%`])).toBe(
      own,
    );
    expect(await count("from notice where kind = 'case-campaign'")).toBe(1);
    const assigned = `from notice n join feedback f on f.id = n.subject_id
      where n.kind = 'case-assigned' and f.content like $1`;
    expect(await count(assigned, [`${words}%`])).toBe(own);
  });

  it("with links and numbers of its own each time is the same; another matter of the same people is not", async () => {
    await filedBy(
      [101, 102, 103, 104, 105],
      "Xem https://evil.example/1 rồi đề nghị giải quyết việc đền bù đất",
    );
    expect(await count("from feedback where content like 'Xem%' and joined_to_id is not null")).toBe(1);
    await filedBy([101, 102], "Nước máy ở khu phố này bị đục suốt cả tuần nay rồi");
    expect(await count("from feedback where content like 'Nước máy%' and joined_to_id is not null")).toBe(0);
  });

  it("of one person alone is theirs to repeat", async () => {
    const again = "Đèn đường trước nhà văn hoá không sáng vào ban đêm";
    for (let at = 0; at < 8; at += 1) await office.file({ person: "web:hoa", content: again, place: {} });
    expect(await count("from feedback where content = $1 and joined_to_id is not null", [again])).toBe(0);
  });
});
