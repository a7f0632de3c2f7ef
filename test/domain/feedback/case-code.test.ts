import { describe, expect, it } from "vitest";
import { findCaseCode, isCaseCodeMiss } from "../../../src/domain/feedback/case-code.ts";

describe("a case code", () => {
  it.each([
    ["PA-2026-000123", "PA-2026-000123"],
    ["pa 2026 123", "PA-2026-000123"],
    ["PA2026-000123", "PA-2026-000123"],
    ["PA–2026—000123", "PA-2026-000123"],
    ["mã pa.2026/7 của tôi", "PA-2026-000007"],
    ["/traphananh PA_2026_000123 hen", "PA-2026-000123"],
  ])("is read from %s", (text, code) => {
    const found = findCaseCode(text)!;
    expect(found.code).toBe(code);
    expect(text.slice(found.start, found.end)).toMatch(/^pa.*\d$/i);
    expect(isCaseCodeMiss(text)).toBe(false);
  });

  it.each(["PA-2026-1234567", "PA-26-123", "PA 123", "PA-2O26-000123", "PA-2026", "pa2026"])(
    "was meant and missed in %s",
    (text) => {
      expect(findCaseCode(text)).toBeUndefined();
      expect(isCaseCodeMiss(text)).toBe(true);
    },
  );

  it.each(["phản ánh", "Spa 2026 123", "công ty PA", "000.00.16.H57-210315-0012", ""])(
    "is neither there nor meant in “%s”",
    (text) => {
      expect(findCaseCode(text)).toBeUndefined();
      expect(isCaseCodeMiss(text)).toBe(false);
    },
  );
});
