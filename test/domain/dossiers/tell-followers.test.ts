import { describe, expect, it } from "vitest";
import { kindOfChange } from "../../../src/domain/dossiers/tell-followers.ts";

const monday = new Date("2021-03-22T10:00:00Z");
const tuesday = new Date("2021-03-23T10:00:00Z");

describe("the kind of news that a change is", () => {
  it.each([
    ["moves", "accepted", "in-progress", monday, monday],
    ["moves", "in-progress", "withdrawn", monday, monday],
    ["moves", "result-ready", "returned", monday, monday],
    ["moves", "awaiting-papers", "in-progress", monday, tuesday],
    ["asked", "in-progress", "awaiting-papers", monday, monday],
    ["asked", "awaiting-papers", "awaiting-fee", monday, monday],
    ["ready", "in-progress", "result-ready", monday, monday],
    ["moves", "in-progress", "in-progress", monday, tuesday],
    ["moves", "awaiting-papers", "awaiting-papers", monday, null],
    [undefined, "in-progress", "in-progress", monday, monday],
    [undefined, "registered", "registered", null, null],
  ] as const)("is %s from %s to %s", (kind, fromStatus, toStatus, earlierDueAt, dueAt) => {
    expect(kindOfChange({ fromStatus, toStatus, earlierDueAt, dueAt })).toBe(kind);
  });
});
