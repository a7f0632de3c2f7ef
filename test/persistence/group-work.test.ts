import { describe, expect, it } from "vitest";
import { groupWork, type Grouping } from "../../src/persistence/group-work.ts";

interface Said {
  key: string;
  kind: string;
  words: string;
}

const said = (words: string, key = words, kind = "web"): Said => ({ key, kind, words });

/** Groups under way, each ended by hand. */
function besideADesk(more: Partial<Grouping<Said, string>> = {}) {
  const desk: { words: string[]; end: () => void; fail: (error: Error) => void }[] = [];
  const put = groupWork<Said, string>({
    work: (items) =>
      new Promise((resolve, reject) => {
        const words = items.map((item) => item.words);
        desk.push({ words, end: () => resolve(words.map((word) => `answered ${word}`)), fail: reject });
      }),
    groupsAtOnce: 3,
    itemsAtOnce: 3,
    eagerGroups: 1,
    patienceMs: 1,
    ...more,
  });
  return { desk, put };
}

const hasCome = (desk: readonly unknown[], count: number) =>
  expect.poll(() => desk.length, { interval: 1 }).toBe(count);

describe("work in groups", () => {
  it("begins with whatever came at once when nothing is under way", async () => {
    const { desk, put } = besideADesk({ patienceMs: 60_000 });
    for (const name of ["hoa", "minh"]) void put(said(name));
    await hasCome(desk, 1);
    expect(desk[0]!.words).toEqual(["hoa", "minh"]);
  });

  it("answers each with its own", async () => {
    const { desk, put } = besideADesk({ patienceMs: 60_000 });
    const first = put(said("hoa"));
    await hasCome(desk, 1);
    expect(desk.map(({ words }) => words)).toEqual([["hoa"]]);
    const [second, third] = [put(said("minh")), put(said("lan"))];
    expect(desk).toHaveLength(1);
    desk[0]!.end();
    expect(await first).toBe("answered hoa");
    await hasCome(desk, 2);
    expect(desk[1]!.words).toEqual(["minh", "lan"]);
    desk[1]!.end();
    expect(await Promise.all([second, third])).toEqual(["answered minh", "answered lan"]);
  });

  it("works one conversation's out one after another, in the order in which they came", async () => {
    const { desk, put } = besideADesk({ patienceMs: 60_000 });
    void put(said("a", "hoa"));
    await hasCome(desk, 1);
    void put(said("b", "hoa"));
    void put(said("c", "minh"));
    void put(said("d", "hoa"));
    desk[0]!.end();
    await hasCome(desk, 2);
    expect(desk[1]!.words).toEqual(["b", "c"]);
    desk[1]!.end();
    await hasCome(desk, 3);
    expect(desk[2]!.words).toEqual(["d"]);
  });

  it("lets what has waited long begin beside a slow group, but never beside its own conversation", async () => {
    const { desk, put } = besideADesk();
    void put(said("slow", "hoa"));
    await hasCome(desk, 1);
    void put(said("mine", "hoa"));
    void put(said("other", "minh"));
    await hasCome(desk, 2);
    expect(desk[1]!.words).toEqual(["other"]);
    desk[1]!.end();
    desk[0]!.end();
    await hasCome(desk, 3);
    expect(desk[2]!.words).toEqual(["mine"]);
  });

  it("takes no more into a group than it may hold", async () => {
    const { desk, put } = besideADesk({ patienceMs: 60_000 });
    void put(said("first"));
    await hasCome(desk, 1);
    for (const name of ["1", "2", "3", "4"]) void put(said(name));
    desk[0]!.end();
    await hasCome(desk, 2);
    expect(desk[1]!.words).toEqual(["1", "2", "3"]);
  });

  it("takes only those of one kind into a group", async () => {
    const { desk, put } = besideADesk({ patienceMs: 60_000 });
    void put(said("first"));
    await hasCome(desk, 1);
    for (const [name, kind] of [
      ["hoa", "zalo"],
      ["minh", "telegram"],
      ["lan", "zalo"],
    ] as const)
      void put(said(name, name, kind));
    desk[0]!.end();
    await hasCome(desk, 2);
    expect(desk[1]!.words).toEqual(["hoa", "lan"]);
    desk[1]!.end();
    await hasCome(desk, 3);
    expect(desk[2]!.words).toEqual(["minh"]);
  });

  it("leaves a failure to the one that fails: the others are worked out without it", async () => {
    const { desk, put } = besideADesk({ patienceMs: 60_000 });
    void put(said("first"));
    await hasCome(desk, 1);
    const [good, bad] = [put(said("good")), put(said("bad"))];
    desk[0]!.end();
    await hasCome(desk, 2);
    desk[1]!.fail(new Error("one of them"));
    await hasCome(desk, 3);
    expect(desk[2]!.words).toEqual(["good"]);
    desk[2]!.end();
    expect(await good).toBe("answered good");
    await hasCome(desk, 4);
    desk[3]!.fail(new Error("bad alone"));
    await expect(bad).rejects.toThrow("bad alone");
  });
});
