import { describe, expect, it } from "vitest";
import { createLog } from "../../src/logging/logger.ts";
import { redact } from "../../src/logging/redact.ts";

function logged(about: object, event = "something happened"): string {
  const lines: string[] = [];
  createLog("info", { write: (line) => void lines.push(line) }).info(about, event);
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe("logs", () => {
  const secrets = {
    token: "t0p",
    nested: { list: [{ deeper: { password: "hunter2", applicantName: "Nguyễn Thị Hoa" } }] },
  };

  it("hide secrets and personal data at every depth", () => {
    const line = logged({ ...secrets, phone: "0900000123" });
    for (const secret of ["t0p", "hunter2", "Nguyễn", "0900000123"]) expect(line).not.toContain(secret);
  });

  it.each([
    ["a phone number", "gọi 0900 000 123 nhé", "0900 000 123"],
    ["a citizen identity number", "CCCD 001099012345", "001099012345"],
    ["a card's number", "thẻ 9704 1234 5678 9012 của tôi", "5678"],
    ["an account's number", "STK: 1234567890 ngân hàng", "1234567890"],
    ["a connection password", "postgres://motcua:s3cret@db/motcua", "s3cret"],
    [
      "a bot token",
      "POST /bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/sendMessage",
      "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
    ],
    ["an e-mail address", "hoa.nguyen@example.vn đã gửi", "hoa.nguyen@example.vn"],
  ])("hide %s inside any text, also of an error and in the event itself", (_what, text, secret) => {
    expect(logged({ note: text })).not.toContain(secret);
    expect(logged({ err: new Error(text, { cause: new Error(text) }) })).not.toContain(secret);
    expect(logged({}, text)).not.toContain(secret);
  });

  it("keep dossier codes, dates and counts readable", () => {
    const about = {
      code: "000.00.16.H57-210315-0012",
      rows: 2654,
      day: "15/03/2021",
      new: "H57.16-210315-0012",
    };
    expect(redact(about)).toEqual(about);
  });

  it("keep the kind of an error and where it came from", () => {
    const line = JSON.parse(logged({ err: new TypeError("x is not a function") })) as {
      err: Record<string, string>;
    };
    expect(line.err).toMatchObject({ type: "TypeError", message: "x is not a function" });
    expect(line.err["stack"]).toContain("redact.test.ts");
  });
});
