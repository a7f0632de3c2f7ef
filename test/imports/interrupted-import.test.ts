import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StoreUnavailableError } from "../../src/conversation/store-unavailable-error.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createImportRoom, dossierFile, dossierRow, say, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => {
  room = await createImportRoom();
});
afterAll(() => room[Symbol.asyncDispose]());

const tools = () => ({
  store: createImportStore(room.database),
  say,
  now: new Date("2021-03-31T00:00:00Z"),
  source: "máy một cửa",
  isDemonstration: false,
});

async function* unitsUntil(breaks: () => Promise<void>) {
  for (let i = 0; i < 5000; i++) yield { ma_don_vi: `X.${i}`, ten: "Phòng" };
  await breaks();
  yield { ma_don_vi: "X.last", ten: "Phòng" };
}

async function unitCount(): Promise<number> {
  const [row] = await room.database.query<{ count: number }>("select count(*)::int as count from unit");
  return row!.count;
}

describe("an interrupted import", () => {
  it("leaves the database as it was when the rows end in a failure, and the next one lands", async () => {
    const broken = importRows(
      "don-vi",
      unitsUntil(() => Promise.reject(new Error("the cable is out"))),
      tools(),
    );
    await expect(broken).rejects.toThrow("the cable is out");
    expect(await unitCount()).toBe(2);
    expect(await importRows("don-vi", [{ ma_don_vi: "X.0", ten: "Phòng" }], tools())).toMatchObject({
      added: 1,
    });
    await room.database.query("delete from unit where code like 'X.%'");
  });

  it("leaves the database as it was when its connection is cut", async () => {
    const cut = importRows(
      "don-vi",
      unitsUntil(async () => {
        await room.database.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        );
      }),
      tools(),
    );
    await expect(cut).rejects.toThrow(StoreUnavailableError);
    expect(await unitCount()).toBe(2);
  });

  it("waits for another, and neither loses a row", async () => {
    const files = [1, 2, 3].map((n) =>
      dossierFile(...[1, 2, 3].map((i) => dossierRow({ ma_ho_so: `H57.16-210315-000${(i + n) % 4}` }))),
    );
    const outcomes = await Promise.all(
      files.map((file, n) => room.importText("ho-so", file, { name: `${n}.csv` })),
    );
    const added = outcomes.map((outcome) => (outcome.kind === "imported" ? outcome.added : 0));
    expect(added.reduce((a, b) => a + b)).toBe(4);
    expect(await room.database.query("select from dossier")).toHaveLength(4);
  });
});
