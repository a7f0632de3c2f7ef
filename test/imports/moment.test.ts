import { describe, expect, it } from "vitest";
import { Fault } from "../../src/imports/fault.ts";
import { dueAt, isBefore, readCalendarDay, readMoment, type Moment } from "../../src/imports/moment.ts";

function moment(text: string): Moment {
  const read = readMoment(text);
  if (read instanceof Fault) throw new Error(`${text} was not read`);
  return read;
}

describe("a time in a file", () => {
  it.each([
    ["15/03/2021 14:30:05", "2021-03-15T07:30:05.000Z"],
    ["15/03/2021 14:30", "2021-03-15T07:30:00.000Z"],
    ["5/3/2021 8:05", "2021-03-05T01:05:00.000Z"],
    ["15-03-2021", "2021-03-14T17:00:00.000Z"],
    ["2021-03-15", "2021-03-14T17:00:00.000Z"],
    ["2021-03-15 14:30", "2021-03-15T07:30:00.000Z"],
    ["2021-03-15T14:30:05.250", "2021-03-15T07:30:05.000Z"],
    ["2021-03-15T14:30:00Z", "2021-03-15T14:30:00.000Z"],
    ["2021-03-15T14:30:00+07:00", "2021-03-15T07:30:00.000Z"],
    ["2021-03-15T14:30:00+0900", "2021-03-15T05:30:00.000Z"],
    ["2021-03-15T14:30:00-05", "2021-03-15T19:30:00.000Z"],
    ["29/02/2024", "2024-02-28T17:00:00.000Z"],
  ])("%s is %s", (text, instant) => {
    expect(moment(text).at.toISOString()).toBe(instant);
  });

  it.each([
    "31/02/2021",
    "29/02/2021",
    "15/13/2021",
    "00/03/2021",
    "15/03/21",
    "15/03/2021 24:00",
    "15/03/2021 14:60",
    "2021-02-31T08:00:00Z",
    "2021-03-15T25:00",
    "15/03/0021",
    "44270",
    "hôm qua",
  ])("%s is none", (text) => {
    expect(readMoment(text)).toEqual(new Fault("import-row-bad-date", { value: text }));
  });

  it("that names only a day is due when the office closes", () => {
    expect(dueAt(moment("15/03/2021")).toISOString()).toBe("2021-03-15T10:00:00.000Z");
    expect(dueAt(moment("15/03/2021 09:00")).toISOString()).toBe("2021-03-15T02:00:00.000Z");
  });

  it("counts for the day it falls on in Vietnam where only a day is wanted", () => {
    expect(readCalendarDay("2021-03-14T18:00:00Z")).toBe("2021-03-15");
  });
});

describe("before", () => {
  it.each([
    ["15/03/2021 08:00", "15/03/2021 08:01", true],
    ["15/03/2021 08:01", "15/03/2021 08:00", false],
    ["15/03/2021", "15/03/2021 08:00", false],
    ["15/03/2021 08:00", "15/03/2021", false],
    ["14/03/2021 23:59:59", "15/03/2021", true],
    ["16/03/2021", "15/03/2021 23:59", false],
  ])("%s comes before %s: %s", (a, b, answer) => {
    expect(isBefore(moment(a), moment(b))).toBe(answer);
  });
});
