import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createImportRoom, dossierFile, dossierRow, type ImportRoom } from "./import-setup.ts";

let room: ImportRoom;
beforeAll(async () => {
  room = await createImportRoom();
});
afterAll(() => room[Symbol.asyncDispose]());

/** Mostly one of the good ones. */
const mostly = (good: string[], bad: string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );

const cells = fc.record(
  {
    ma_ho_so: fc.integer({ min: 1000, max: 1030 }).map((serial) => `H57.16-210315-${serial}`),
    ma_thu_tuc: mostly(["2.000488", "2.000635"], ["9.9"]),
    hinh_thuc: mostly(["truc_tuyen", "truc_tiep", "buu_chinh"], ["thuyen"]),
    tiep_nhan: mostly(["15/03/2021", "15/03/2021 06:00", "2021-03-14T23:59:59Z"], ["31/02/2021", ""]),
    hen_tra: mostly(["", "15/03/2021", "29/03/2021 16:00"], ["14/03/2021"]),
    hoan_thanh: fc.constantFrom("", "15/03/2021 07:00", "20/03/2021"),
    trang_thai: mostly(["", "moi_dang_ky", "dang_xu_ly", "rut_ho_so", "8"], ["da_co_ket_qua"]),
    nguoi_nop: fc.string({ unit: "grapheme", maxLength: 12 }),
    co_quan_lien_thong: fc.constantFrom("", "a\tb", "c\\d", "\\N", 'e"f', "g\nh", ",;"),
  },
  { requiredKeys: ["ma_ho_so"] },
);

const rowsOf = (unique: boolean) =>
  fc.uniqueArray(cells, { minLength: 1, maxLength: 30, selector: (row) => (unique ? row.ma_ho_so : row) });

async function clear(): Promise<void> {
  await room.database.query("truncate dossier, dossier_event restart identity cascade");
}

/** Everything that is stored, but for the ids, which follow the order of arrival. */
async function stored(): Promise<unknown> {
  const [row] = await room.database.query<{ all: unknown }>(
    `select jsonb_build_object(
       'dossiers', (select jsonb_agg(to_jsonb(d) - 'id' order by d.code) from dossier d),
       'events', (select jsonb_agg(to_jsonb(e) - 'id' - 'dossier_id' || jsonb_build_object('code', d.code) order by d.code, e.id)
                  from dossier_event e join dossier d on d.id = e.dossier_id)) as all`,
  );
  return row?.all;
}

it("importing a file again leaves what it left, whatever is in it", async () => {
  let landed = 0;
  await fc.assert(
    fc.asyncProperty(rowsOf(false), async (rows) => {
      await clear();
      const file = dossierFile(...rows.map((row) => dossierRow(row)));
      const first = await room.importText("ho-so", file);
      const once = await stored();
      const again = await room.importText("ho-so", file, { now: new Date("2022-01-01T00:00:00Z") });
      expect(await stored()).toEqual(once);
      if (first.kind !== "imported" || again.kind !== "imported") throw new Error("refused");
      expect(first.read).toBe(rows.length);
      expect(first.added + first.changed + first.unchanged + first.rejected).toBe(first.read);
      expect(again).toMatchObject({ added: 0, changed: 0, rejected: first.rejected });
      landed += first.added;
    }),
    { numRuns: 40 },
  );
  // Enough of the rows were right for this to mean something.
  expect(landed).toBeGreaterThan(40);
});

it("the order of the rows makes no difference", async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf(true), fc.infiniteStream(fc.nat()), async (rows, weights) => {
      const weighted = rows.map((row) => ({ row, weight: weights.next().value as number }));
      const shuffled = weighted.toSorted((a, b) => a.weight - b.weight).map(({ row }) => row);
      const results: unknown[] = [];
      for (const order of [rows, shuffled]) {
        await clear();
        await room.importText("ho-so", dossierFile(...order.map((row) => dossierRow(row))));
        results.push(await stored());
      }
      expect(results[1]).toEqual(results[0]);
    }),
    { numRuns: 25 },
  );
});

it("each cell comes back as it was written", async () => {
  const texts = fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(texts, async (names) => {
      await clear();
      const rows = names.map((name, i) =>
        dossierRow({ ma_ho_so: `H57.16-210315-${1000 + i}`, nguoi_nop: `x${name}x` }),
      );
      await room.importText("ho-so", dossierFile(...rows));
      const found = await room.database.query<{ name: string }>(
        "select applicant_name as name from dossier order by code",
      );
      expect(found.map(({ name }) => name)).toEqual(
        names.map((name) => `x${name}x`.normalize("NFC").replaceAll("\0", "")),
      );
    }),
    { numRuns: 40 },
  );
});
