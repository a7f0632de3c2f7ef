import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { runMotcua } from "../support/run-motcua.ts";
import { createTestDatabase } from "../support/test-database.ts";

let database: Database;
let folder: string;
let text: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query(
    `with u as (insert into unit (code, name) values ('HT', 'Hộ tịch') returning id)
     insert into staff_member (username, full_name, role, unit_id)
     select v.name, v.name, 'officer', u.id from u, (values ('minh'), ('thu')) v (name)`,
  );
  folder = await mkdtemp(join(tmpdir(), "motcua-broadcast-"));
  text = join(folder, "hop.txt");
  await writeFile(text, "Họp lúc 8 giờ.\n");
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database[Symbol.asyncDispose]();
});

const broadcast = (...args: string[]) => runMotcua(["broadcast", ...args], database.url);

describe("motcua broadcast", () => {
  it("begins one, shows how far it is, holds it, goes on and ends it", async () => {
    const begun = await broadcast("--to", "unit:HT", "--text", text, "--expires", "2199-01-01");
    expect(begun).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Broadcast 1 goes out to 2 people."),
    });
    const { stdout } = await broadcast("list");
    expect(stdout.trim().split("\t")).toEqual([
      "1",
      "running",
      expect.stringMatching(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/),
      "unit:HT",
      "total 2, written 0, sent 0, undeliverable 0, expired 0",
      "Họp lúc 8 giờ.",
    ]);
    for (const [deed, status] of [
      ["pause", "paused"],
      ["resume", "running"],
      ["cancel", "cancelled"],
    ] as const) {
      expect((await broadcast(deed, "1")).code).toBe(0);
      expect(await database.query("select status from broadcast")).toEqual([{ status }]);
    }
    expect(await broadcast("resume", "1")).toMatchObject({
      code: 1,
      stderr: "resume: not what can be done to broadcast 1 now. motcua broadcast list shows it.\n",
    });
  });

  it.each([
    [["--to", "everyone", "--text", "FILE"], "Write followers, followers:DOSSIER, staff or unit:CODE."],
    [["--to", "unit:KHONG", "--text", "FILE"], "That is for nobody"],
    [["--to", "followers", "--text", "FILE"], "That is for nobody"],
    [["--to", "staff", "--text", "no-such-file"], "cannot be read"],
    [["--to", "staff", "--text", "/dev/null"], "the text is empty"],
    [["--to", "staff", "--text", "FILE", "--expires", "2021-01-01"], "has passed already"],
    [["--to", "staff"], "Name --to and --text"],
  ])("refuses %j", async (args, why) => {
    const refused = await broadcast(...args.map((word) => (word === "FILE" ? text : word)));
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain(why);
  });
});
