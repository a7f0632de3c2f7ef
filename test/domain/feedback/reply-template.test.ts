import { expect, it } from "vitest";
import {
  faultsOf,
  templateOutcomes,
  templatesFor,
  templateSlots,
  type ReplyTemplate,
} from "../../../src/domain/feedback/reply-template.ts";

const written = { writtenAt: new Date("2026-11-23T01:00:00Z"), writtenBy: "quan", endedAt: null };
const templates: ReplyTemplate[] = [
  { id: "1", line: "a", outcome: "answer", field: null, name: "Chung", text: "…", ...written },
  { id: "2", line: "b", outcome: "answer", field: "Hộ tịch", name: "Hộ tịch", text: "…", ...written },
  { id: "3", line: "c", outcome: "answer", field: "Công chứng", name: "Công chứng", text: "…", ...written },
  { id: "4", line: "d", outcome: "refuse", field: null, name: "Từ chối", text: "…", ...written },
];

it("a case is offered the texts of its own field before those of every field, and no others", () => {
  const offered = templatesFor({ field: "Hộ tịch" }, "answer", templates);
  expect(offered.map(({ id }) => id)).toEqual(["2", "1"]);
  expect(templatesFor({ field: null }, "refuse", templates).map(({ id }) => id)).toEqual(["4"]);
});

it.each(templateOutcomes)(
  "a text for %s may leave open what is known of a case, and nothing else",
  (outcome) => {
    const text = templateSlots.map((slot) => `{${slot}}`).join(" ");
    const draft = { outcome, field: null, name: "Cảm ơn", text };
    expect(faultsOf(draft)).toEqual([]);
    expect(faultsOf({ ...draft, text: "{ma} {luong} {luong}" })).toEqual([
      { because: "unknown-slots", slots: ["luong"] },
    ]);
    expect(faultsOf({ ...draft, name: " ", text: "" }).map(({ because }) => because)).toEqual([
      "name-missing",
      "text-missing",
    ]);
  },
);
