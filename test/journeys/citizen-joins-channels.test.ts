import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createReminding } from "../../src/reminding.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let now = new Date("2021-03-16T02:00:00Z");
let test: TestApp;
beforeAll(async () => void (test = await createTestApp(() => now)));
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(() => void (now = new Date("2021-03-16T02:00:00Z")));

const citizen = () => personTalkingTo(test.app, { as: null });
type Citizen = ReturnType<typeof citizen>;

async function getCode(person: Citizen): Promise<string> {
  const code = /\/lienket ([A-Z2-9]{8})/.exec(wordsOf(await person.says("/lienket")))?.[1];
  expect(code).toBeDefined();
  return code!;
}

async function join(person: Citizen, code: string): Promise<string> {
  await person.says(`/lienket ${code}`);
  return wordsOf(await person.presses(`/lienket ${code} dongy`));
}

const handOverNotices = () => createReminding(test.app).handOver();

/** A case that this conversation once sent in. */
async function sendIn(name: string, code: string): Promise<void> {
  await test.app.database.query(
    `insert into feedback (source, source_code, code, content, received_at, person, conversation_id)
     select 'other', $2, $2, 'Cống tắc ở ngõ 12', $3, channel || ':' || external_id, id
     from conversation where external_id = $1`,
    [name, code, now],
  );
}

describe("a citizen on two channels", () => {
  it("is one after entering here the code that was told there, and sees each case on both", async () => {
    const there = personTalkingTo(test.app, { as: null, name: "hoa-there" });
    const here = personTalkingTo(test.app, { as: null, name: "hoa-here" });
    await there.says("/help");
    await here.says("/help");
    await sendIn("hoa-there", "PA-2021-000001");
    await sendIn("hoa-here", "PA-2021-000002");
    const seen = async (person: Citizen) => wordsOf(await person.says("/phananhtoi"));
    expect(await seen(here)).not.toContain("PA-2021-000001");
    const code = await getCode(there);
    expect(wordsOf(await here.says(`/lienket ${code}`))).toContain(
      "Chỉ đồng ý khi chính anh/chị vừa lấy mã này",
    );
    expect(await seen(here)).not.toContain("PA-2021-000001");
    expect(wordsOf(await here.presses(`/lienket ${code} dongy`))).toContain("Đã liên kết");
    await handOverNotices();
    expect(wordsOf(await there.hears())).toContain("vừa được liên kết");
    for (const person of [here, there]) {
      expect(await seen(person)).toContain("PA-2021-000001");
      expect(await seen(person)).toContain("PA-2021-000002");
    }
  });

  it("may take the code in as it is written: in small letters, in two parts", async () => {
    const code = await getCode(citizen());
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect(wordsOf(await citizen().says(`/lienket ${typed}`))).toContain("Liên kết cuộc trò chuyện này");
  });

  it("and on a third, whichever of them told the code", async () => {
    const [first, second, third] = [citizen(), citizen(), citizen()];
    await join(second, await getCode(first));
    await join(third, await getCode(second));
    const [row] = await test.app.database.query<{ most: number }>(
      "select max(count)::int as most from (select count(*) from conversation where person_id is not null group by person_id) p",
    );
    expect(row!.most).toBe(3);
  });

  it("brings those joined to either along when two pairs become one", async () => {
    const [a, b, c, d] = [citizen(), citizen(), citizen(), citizen()];
    await join(b, await getCode(a));
    await join(d, await getCode(c));
    await join(d, await getCode(a));
    const [row] = await test.app.database.query<{ most: number }>(
      "select max(count)::int as most from (select count(*) from conversation where person_id is not null group by person_id) p",
    );
    expect(row!.most).toBe(4);
  });

  it("cannot use a code twice, nor after ten minutes, nor one that a newer has replaced, nor its own", async () => {
    const there = citizen();
    const used = await getCode(there);
    await join(citizen(), used);
    expect(await join(citizen(), used)).toContain("Mã không đúng, đã dùng hoặc đã hết hạn");

    const old = await getCode(there);
    now = new Date(now.getTime() + 10 * 60_000);
    expect(await join(citizen(), old)).toContain("hết hạn");

    const replaced = await getCode(there);
    const latest = await getCode(there);
    expect(await join(citizen(), replaced)).toContain("Mã không đúng");
    expect(await join(there, latest)).toContain("Mã không đúng");
  });

  it("cannot guess", async () => {
    const code = await getCode(citizen());
    const guesser = citizen();
    for (let guess = 0; guess < 5; guess++) await guesser.says(`/lienket ABCD234${guess + 2}`);
    expect(wordsOf(await guesser.says(`/lienket ${code}`))).toContain("Đã nhập sai quá nhiều lần");
  });

  it("leaves no code in the database", async () => {
    const code = await getCode(citizen());
    expect(await test.app.database.query("select from joining_code where code_digest = $1", [code])).toEqual(
      [],
    );
  });
});
