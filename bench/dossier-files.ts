import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { importRows } from "../src/imports/import-rows.ts";
import type { Database } from "../src/persistence/database.ts";
import { createImportStore } from "../src/persistence/import-store.ts";
import type { Say } from "../src/wording/wording.ts";

const unitCount = 50;
const dayMs = 86_400_000;
const firstDay = Date.UTC(2019, 0, 1);
const days = 2_000;

/** Units under a root, procedures of nine fields. */
export async function describeCatalogue(
  database: Database,
  { say, now }: { say: Say; now: Date },
): Promise<void> {
  const tools = { store: createImportStore(database), say, now, source: "bench", isDemonstration: false };
  const numbers = Array.from({ length: unitCount }, (_, i) => i);
  await importRows(
    "don-vi",
    numbers.map((i) => ({
      ma_don_vi: `H57.${i}`,
      ten: `Phòng ${i}`,
      ...(i > 0 && { ma_don_vi_cha: "H57.0" }),
    })),
    tools,
  );
  await importRows(
    "thu-tuc",
    numbers.map((i) => ({ ma_thu_tuc: `2.${i}`, ten: `Thủ tục ${i}`, linh_vuc: `Lĩnh vực ${i % 9}` })),
    tools,
  );
}

/** A file as the ministry's portal exports it, its rows scattered as there; serial numbers go on from `from`. */
export async function writeDossierFile(
  path: string,
  { rowCount, from, isFinished }: { rowCount: number; from: number; isFinished: boolean },
): Promise<void> {
  await pipeline(function* () {
    yield "ma_ho_so,ma_thu_tuc,ma_don_vi,hinh_thuc,tiep_nhan,hen_tra,hoan_thanh,tra_ket_qua,trang_thai,nguoi_nop,so_dien_thoai\n";
    for (let i = 0; i < rowCount; i++)
      yield `${rowOf(from + ((i * 7919) % rowCount), isFinished).join(",")}\n`;
  }, createWriteStream(path));
}

function rowOf(serial: number, isFinished: boolean): string[] {
  const day = (serial * 613) % days;
  return [
    `H57.16-210315-${1_000_000 + serial}`,
    `2.${serial % unitCount}`,
    `H57.${(serial * 7) % unitCount}`,
    ["truc_tuyen", "truc_tiep", "buu_chinh"][serial % 3]!,
    `${shown(day)} 08:05`,
    shown(day + 10),
    ...(isFinished
      ? [`${shown(day + 3 + (serial % 9))} 09:15`, shown(day + 12), "da_tra_ket_qua"]
      : ["", "", "dang_xu_ly"]),
    "Nguyễn Thị Lan",
    "0912345678",
  ];
}

function shown(day: number): string {
  const [yyyy, mm, dd] = new Date(firstDay + day * dayMs).toISOString().slice(0, 10).split("-");
  return `${dd}/${mm}/${yyyy}`;
}
