import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  judge,
  labelOf,
  readUtterances,
  score,
  stripAccents,
  type SetName,
  type Verdict,
} from "./evaluation.ts";

// Floors a little under what was measured when they were set: `npm run eval:understanding` prints the figures.
const floors: Record<SetName, { count: number; intents: number; entities: number; falselyAccepted: number }> =
  {
    tune: { count: 1_500, intents: 0.985, entities: 0.99, falselyAccepted: 0.025 },
    unseen: { count: 500, intents: 0.97, entities: 0.98, falselyAccepted: 0.02 },
    fresh: { count: 100, intents: 0.9, entities: 0.98, falselyAccepted: 0.16 },
    newcomer: { count: 100, intents: 0.95, entities: 0.97, falselyAccepted: 0.06 },
    figures: { count: 40, intents: 0.9, entities: 0.9, falselyAccepted: 0 },
    "newcomer-later": { count: 100, intents: 0.95, entities: 0.98, falselyAccepted: 0.02 },
  };

describe("understanding, measured on labelled messages", () => {
  for (const [set, floor] of Object.entries(floors) as [SetName, (typeof floors)[SetName]][]) {
    const utterances = readUtterances(set);
    const forms: [string, (text: string) => string][] = [
      ["as written", (text) => text],
      ["without accents", stripAccents],
    ];
    for (const [form, write] of forms)
      it(`keeps its floors on the ${set} set ${form}`, () => {
        const result = score(utterances.map((utterance) => judge(utterance, write(utterance.text))));
        expect(result.count).toBeGreaterThanOrEqual(floor.count);
        expect(result.intents).toBeGreaterThanOrEqual(floor.intents);
        expect(result.entities).toBeGreaterThanOrEqual(floor.entities);
        expect(result.falselyAccepted).toBeLessThanOrEqual(floor.falselyAccepted);
      });
  }

  it("is measured on enough messages without accents and out of scope", () => {
    const all = [...readUtterances("tune"), ...readUtterances("unseen")];
    const share = (test: (text: (typeof all)[number]) => boolean) => all.filter(test).length / all.length;
    expect(all.length).toBeGreaterThanOrEqual(1_500);
    expect(share(({ text }) => stripAccents(text) === text)).toBeGreaterThan(1 / 3);
    expect(share(({ intent }) => intent === "unknown")).toBeGreaterThan(1 / 5);
  });
});

describe("what changes nothing of the meaning", () => {
  const utterances = [...readUtterances("tune"), ...readUtterances("unseen")];
  /** The tone on the other vowel: hoà ↔ hòa, thuý ↔ thúy, khoẻ ↔ khỏe. */
  const tonePairs =
    "oà òa|oá óa|oả ỏa|oã õa|oạ ọa|oè òe|oé óe|oẻ ỏe|oẽ õe|oẹ ọe|uỳ ùy|uý úy|uỷ ủy|uỹ ũy|uỵ ụy"
      .split("|")
      .map((pair) => pair.split(" ") as [string, string]);
  const otherTone = new Map([...tonePairs, ...tonePairs.map(([late, early]) => [early, late] as const)]);
  const moveTones = (text: string) =>
    text
      .normalize("NFC")
      .replace(new RegExp([...otherTone.keys()].join("|"), "g"), (pair) => otherTone.get(pair)!);
  const changes: [name: string, change: (text: string) => string][] = [
    ["accents taken off", stripAccents],
    ["capitals", (text) => text.toUpperCase()],
    ["small letters", (text) => text.toLowerCase()],
    ["composed letters (NFC)", (text) => text.normalize("NFC")],
    ["decomposed letters (NFD)", (text) => text.normalize("NFD")],
    ["doubled spaces", (text) => `  ${text.replaceAll(" ", "  ")} `],
    ["tones on the other vowel", moveTones],
    ["a polite ạ", (text) => `${text} ạ`],
    ["a polite nha", (text) => `${text} nha`],
    ["a polite nhé", (text) => `${text} nhé`],
    ["an asking giúp em với", (text) => `${text} giúp em với`],
  ];
  // Only its accents tell "dừng" from "đúng".
  const isMadeOfAccents = (text: string) => text === "dừng";
  // A command takes its words as they are; a number or a mark alone is no sentence to be polite with.
  const isSentence = ({ text, intent }: (typeof utterances)[number]) =>
    intent !== "unknown" && /\p{L}/u.test(text);

  for (const [name, change] of changes)
    it(`keeps intent and entities with ${name}`, () => {
      const told = utterances.filter(isSentence).filter(({ text }) => !isMadeOfAccents(text));
      const differing = told.flatMap((utterance) => {
        const [before, after] = [judge(utterance), judge(utterance, change(utterance.text))];
        return isSameReading(before, after)
          ? []
          : [`${after.text}: ${before.read.intent} → ${after.read.intent}`];
      });
      expect(told.length).toBeGreaterThan(1_000);
      expect(differing).toEqual([]);
    });

  it("keeps intent and entities with any of them together", () => {
    const told = utterances.filter(isSentence).filter(({ text }) => !isMadeOfAccents(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...told),
        fc.subarray(changes.slice(0, -4)),
        fc.constantFrom(...changes.slice(-4)),
        (utterance, some, [, tail]) => {
          const changed = some.reduce((text, [, change]) => change(text), tail(utterance.text));
          const isSame = isSameReading(judge(utterance), judge(utterance, changed));
          expect({ changed, isSame }).toEqual({ changed, isSame: true });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  function isSameReading(before: Verdict, after: Verdict): boolean {
    const plain = ({ read }: Verdict) => stripAccents(JSON.stringify(labelOf(read.entities))).toLowerCase();
    const spaced = (text: string) => text.replace(/\s+/g, " ");
    return before.read.intent === after.read.intent && spaced(plain(before)) === spaced(plain(after));
  }
});
