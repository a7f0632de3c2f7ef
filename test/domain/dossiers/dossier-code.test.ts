import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDossierCode, nearMiss, readDossierCode } from "../../../src/domain/dossiers/dossier-code.ts";

describe("a dossier code in a text", () => {
  it.each([
    ["000.00.16.H57-210315-0012", "000.00.16.H57-210315-0012"],
    ["000.00.16.h57 - 210315 - 0012", "000.00.16.H57-210315-0012"],
    ["000 00 16 h57 210315 0012", "000.00.16.H57-210315-0012"],
    ["0000016H572103150012", "000.00.16.H57-210315-0012"],
    ["h57.16-210315-0012", "H57.16-210315-0012"],
    ["H57.16–210315–0012", "H57.16-210315-0012"],
    ["H57 16 210315 0012", "H57.16-210315-0012"],
    ["H57.16.210315.0012", "H57.16-210315-0012"],
    ["H57.16-2103150012", "H57.16-210315-0012"],
    ["H57.162103150012", "H57.16-210315-0012"],
    ["H57-210315-00123", "H57-210315-00123"],
    ["G22.99.8-210315-0001", "G22.99.8-210315-0001"],
    ["chị Hoa hỏi mã H57.16-210315-0012, xong chưa?", "H57.16-210315-0012"],
  ])("is read from %s as %s", (text, code) => {
    expect(readDossierCode(text)).toBe(code);
  });

  it.each([
    ["H57.16-210231-0012", "date"],
    ["H57.16-211315-0012", "date"],
    ["H57.16-21315-0012", "date"],
    ["H57.16-210315-012", "serial"],
    ["H57.16-210315", "serial"],
    ["Z57.16-210315-0012", "agency"],
    ["00.00.16.H57-210315-0012", "agency"],
    ["H5.16-210315-0012", "agency"],
  ] as const)("is not read from %s, whose %s cannot be right", (text, fault) => {
    expect(readDossierCode(text)).toBeUndefined();
    expect(nearMiss(text)).toBe(fault);
  });

  it.each([
    "15-3-2021",
    "0905 123 456",
    "PA-2026-000123",
    "Q1-2021",
    "từ 1/2 đến 15/2/2021",
    "00 00 16 h57 210315 0012",
  ])("is not seen in %s", (text) => {
    expect(readDossierCode(text)).toBeUndefined();
  });

  it("has an agency of at most 35 characters", () => {
    const agency = `H57${".16".repeat(10)}.1`;
    expect(agency).toHaveLength(35);
    expect(isDossierCode(`${agency}-210315-0012`)).toBe(true);
    expect(isDossierCode(`${agency}2-210315-0012`)).toBe(false);
  });

  it("is never another code than the one typed, whatever letters, spaces and dashes do", () => {
    const digits = (length: number) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
        .map((all) => all.join(""));
    const gap = fc.constantFrom("-", " - ", "–", " ");
    fc.assert(
      fc.property(digits(4), digits(2), gap, gap, fc.boolean(), (serial, group, first, second, isSmall) => {
        const code = `H57.${group}-210315-${serial}`;
        const typed = code.replace("-210315-", `${first}210315${second}`);
        expect(readDossierCode(`hồ sơ ${isSmall ? typed.toLowerCase() : typed} ạ`)).toBe(code);
      }),
    );
  });
});
