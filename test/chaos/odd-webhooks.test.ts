import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ChaosTown } from "./chaos-town.ts";

// Whatever is posted to the webhook, at two real processes behind one address.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let town: ChaosTown;
let hoa: number;

beforeAll(async () => {
  town = await ChaosTown.found("postgres");
  await town.start("web", "web", "worker");
});
beforeEach(() => {
  town.forget();
  hoa = town.newcomer();
});
afterAll(() => town[Symbol.asyncDispose]());

const flawless = { doubled: 0, lost: [], repeated: [], overtaken: [] };

const countHeard = async () => {
  const [row] = await town.database.query<{ count: number }>(
    "select count(*)::int as count from inbound_message",
  );
  return row!.count;
};

describe("an update", () => {
  it("that comes many times at once, to both processes, is answered once", async () => {
    const question = town.question(hoa);
    const posts = Array.from({ length: 10 }, (_, turn) =>
      town.citizens.post(town.doors[turn % 2]!, question.update),
    );
    expect(new Set(await Promise.all(posts))).toEqual(new Set([200]));
    town.citizens.remember(hoa, question);
    await town.untilAnswered(await town.ask(hoa));
    expect(await town.judge()).toEqual({ asked: 2, answered: 2, ...flawless });
  });

  it("that comes after a later one is answered too, in the order of coming", async () => {
    const questions = [town.question(hoa), town.question(hoa), town.question(hoa)].toReversed();
    for (const question of questions) {
      await town.citizens.deliver(question.update);
      town.citizens.remember(hoa, question);
    }
    await town.settle();
    expect(await town.judge()).toMatchObject(flawless);
  });

  it("that comes a day late, and again the day after, is answered once", async () => {
    const question = town.question(hoa, new Date(Date.now() - 86_400_000));
    await town.citizens.deliver(question.update);
    town.citizens.remember(hoa, question);
    await town.untilAnswered(question);
    for (const program of town.programs) program.setClock(86_400_000);
    await town.citizens.deliver(question.update);
    await town.untilAnswered(await town.ask(hoa));
    for (const program of town.programs) program.setClock(0);
    expect(await town.judge()).toEqual({ asked: 2, answered: 2, ...flawless });
  });

  it.each([
    ["with the wrong secret", 401, { "x-telegram-bot-api-secret-token": "wrong" }],
    ["without a secret", 401, { "x-telegram-bot-api-secret-token": "" }],
  ])("%s is refused with %i and changes nothing", async (_, status, headers) => {
    const before = await countHeard();
    expect(await town.citizens.post(town.doors[0]!, town.question(hoa).update, headers)).toBe(status);
    expect(await countHeard()).toBe(before);
  });

  it("of five megabytes is refused, and the next one answered", async () => {
    const before = await countHeard();
    const update = town.citizens.update(hoa, "x".repeat(5 * 1024 * 1024));
    // Whoever is still sending may find the line closed before the refusal.
    expect([413, 0]).toContain(await town.citizens.post(town.doors[0]!, update));
    expect(await countHeard()).toBe(before);
    await town.untilAnswered(await town.ask(hoa));
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "called %s is read for what it is",
    async (type) => {
      const question = town.question(hoa);
      expect(await town.citizens.post(town.doors[0]!, question.update, { "content-type": type })).toBe(200);
      town.citizens.remember(hoa, question);
      await town.untilAnswered(question);
      expect(await town.judge()).toEqual({ asked: 1, answered: 1, ...flawless });
    },
  );

  it("called something that is no type is refused", async () => {
    const before = await countHeard();
    const headers = { "content-type": "nonsense" };
    expect(await town.citizens.post(town.doors[0]!, town.question(hoa).update, headers)).toBe(415);
    expect(await countHeard()).toBe(before);
  });

  it.each(["", "{", "null", "[]", "<xml/>"])("that is %j is refused and breaks nothing", async (body) => {
    expect(await town.citizens.post(town.doors[0]!, body)).toBe(400);
    await town.untilAnswered(await town.ask(hoa));
  });
});
