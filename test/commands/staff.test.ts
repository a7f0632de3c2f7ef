import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMotcua } from "../support/run-motcua.ts";
import { createJusticeOffice, type JusticeOffice } from "../support/justice-office.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";

let office: JusticeOffice;
beforeAll(async () => {
  // The commands go by the machine's clock.
  office = await createJusticeOffice(() => new Date());
});
afterAll(() => office[Symbol.asyncDispose]());

const staff = (args: string[], variables?: Record<string, string>) =>
  runMotcua(["staff", ...args], office.config.database.url!, variables);

describe("motcua staff", () => {
  it("invites with a code, and with a link where there is one to give", async () => {
    const bare = await staff(["invite", "minh", "--hours", "2"]);
    expect(bare.stdout).toMatch(
      /^[A-HJKMNP-Z2-9]{8}\nValid once, until \d\d\/\d\d\/\d{4} \d\d:\d\d\. minh opens a link, or types \/lienket \w{8} to the assistant\.\n$/,
    );
    const linked = await staff(["invite", "minh"], { PUBLIC_URL: "https://motcua.example.vn" });
    const [code, link] = linked.stdout.split("\n");
    expect(link).toBe(`https://motcua.example.vn/lien-ket/${code}`);
    const phone = personTalkingTo(office.app, { as: null });
    expect(wordsOf(await phone.says(`/lienket ${bare.stdout.slice(0, 8)}`))).toContain("Mã không đúng");
    expect(wordsOf(await phone.presses(`/lienket ${code} dongy`))).toContain("Đã liên kết với Lê Văn Minh");
    expect((await staff(["list"])).stdout).toMatch(/^minh\tLê Văn Minh\tofficer\tHT\ttest-/m);
  });

  it("lets someone leave: a citizen at once, their open cases a colleague's, whom nobody needs to tell", async () => {
    const code = await office.file();
    expect((await office.caseOf(code)).officer).toBe("minh");
    expect(await staff(["leave", "minh"])).toEqual({
      code: 0,
      stdout: `minh has left. Given to others: ${code}.\n`,
      stderr: "",
    });
    expect((await office.caseOf(code)).officer).toBe("thu");
    const [last] = await office.app.database.query(
      `select e.kind, e.actor from feedback_event e join feedback f on f.id = e.feedback_id where f.code = $1 order by e.id desc limit 1`,
      [code],
    );
    expect(last).toEqual({ kind: "assigned", actor: "staff-left" });
    const told = await office.app.database.query(
      `select recipient ->> 'username' as who from notice where kind = 'case-assigned' and facts ->> 'code' = $1 order by id`,
      [code],
    );
    expect(told).toEqual([{ who: "minh" }, { who: "thu" }]);
    expect((await staff(["list"])).stdout).toMatch(/^minh\t.*\tleft$/m);
  });

  it("says so of a name that nobody has, and of hours that make no sense", async () => {
    for (const verb of ["invite", "leave"])
      expect(await staff([verb, "minhh"])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Nobody on the staff has the name "minhh"'),
      });
    expect((await staff(["invite", "thu", "--hours", "0"])).stderr).toContain("whole hours from 1 to 720");
    expect((await staff(["duty", "thu"])).stdout).toBe("thu is on duty from now on.\n");
    expect((await staff(["revoke", "thu"])).stdout).toContain("thu is linked nowhere any more (0 unlinked)");
  });
});
