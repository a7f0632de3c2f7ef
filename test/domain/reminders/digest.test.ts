import { describe, expect, it } from "vitest";
import {
  planDigests,
  type DigestFacts,
  type DigestReader,
  type OpenWork,
} from "../../../src/domain/reminders/digest.ts";
import { dayOf, day } from "../../../src/domain/vietnam-time.ts";
import { at } from "../feedback/case-setting.ts";

const morning = {
  today: day(2026, 11, 24),
  soonUntil: day(2026, 11, 27),
  at: at("2026-11-24 07:45"),
  duty: "quan",
};

const readers: DigestReader[] = [
  { username: "minh", role: "officer", unitCode: "STP.HCTP" },
  { username: "lan", role: "leader", unitCode: "STP.HCTP" },
  { username: "duc", role: "leader", unitCode: "STP.LLTP" },
  { username: "son", role: "leader", unitCode: "STP" },
  { username: "quan", role: "admin", unitCode: "STP.VP" },
];

let serial = 0;
function work(due: string, username: string | null = "minh"): OpenWork {
  serial += 1;
  const dueAt = at(due);
  return {
    kind: "feedback",
    id: String(serial),
    code: due.slice(5),
    title: "Chờ lâu",
    clock: "answer",
    dueAt,
    dueOn: dayOf(dueAt),
    username,
    officerName: username && "Lê Minh",
    unitPath: ["STP", "STP.HCTP"],
    isDemonstration: false,
  };
}

const digestsOf = (open: OpenWork[], who = readers) =>
  new Map(
    planDigests(open, who, morning).digests.map(({ key, facts }) => [
      key.split(":").at(-1),
      facts as unknown as DigestFacts,
    ]),
  );
const codes = (facts: DigestFacts | undefined) =>
  facts &&
  [facts.late, facts.today, facts.soon, facts.unassigned].map(({ items }) => items.map(({ code }) => code));

describe("the morning digest", () => {
  it("tells an officer what is late, due today and due within three working days, the oldest first", () => {
    const open = ["2026-11-27 17:00", "2026-11-23 17:00", "2026-11-24 10:00", "2026-11-20 17:00"].map((due) =>
      work(due),
    );
    expect(codes(digestsOf(open).get("minh"))).toEqual([
      ["11-20 17:00", "11-23 17:00"],
      ["11-24 10:00"],
      ["11-27 17:00"],
      [],
    ]);
  });

  it("tells a leader the exceptions below them alone, with who has them", () => {
    const open = [work("2026-11-23 17:00"), work("2026-11-24 17:00"), work("2026-11-26 17:00", null)];
    const digests = digestsOf(open);
    for (const leader of ["lan", "son"]) {
      expect(codes(digests.get(leader))).toEqual([["11-23 17:00"], [], [], ["11-26 17:00"]]);
      expect(digests.get(leader)!.late.items[0]!.officerName).toBe("Lê Minh");
    }
    expect(digests.has("duc")).toBe(false);
  });

  it("tells the officer on duty of what nobody has", () => {
    expect(codes(digestsOf([work("2026-11-24 17:00", null)]).get("quan"))).toEqual([
      [],
      ["11-24 17:00"],
      [],
      [],
    ]);
  });

  it("is silent where there is nothing to tell", () => {
    expect(digestsOf([]).size).toBe(0);
    expect([...digestsOf([work("2026-11-25 17:00")]).keys()]).toEqual(["minh"]);
  });

  it("says how many there are beside those it shows", () => {
    const late = digestsOf(Array.from({ length: 30 }, () => work("2026-11-23 17:00"))).get("minh")!.late;
    expect(late.items.length).toBe(7);
    expect(late.total).toBe(30);
  });

  it("has one key a person and day, and is worth nothing in the evening", () => {
    const [digest] = planDigests([work("2026-11-24 17:00")], readers, morning).digests;
    expect(digest).toMatchObject({
      key: "digest:2026-11-24:minh",
      dueAt: morning.at,
      expiresAt: at("2026-11-24 15:45"),
    });
  });

  it("covers what somebody reads of as theirs, and nothing else", () => {
    const own = work("2026-11-24 17:00");
    const ofSomeoneAway = work("2026-11-24 17:00", "thu");
    expect(planDigests([own, ofSomeoneAway], readers, morning).covered).toEqual([own]);
  });
});
