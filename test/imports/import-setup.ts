import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/persistence/database.ts";
import { importFile, type ImportOutcome } from "../../src/imports/import-file.ts";
import type { ImportKindName } from "../../src/imports/import-kind.ts";
import type { ImportTools } from "../../src/imports/import-table.ts";
import { importKinds } from "../../src/imports/kinds/kinds.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createWording } from "../../src/wording/wording.ts";
import { createTestDatabase } from "../support/test-database.ts";

export const say = createWording();

const dossierColumns = importKinds["ho-so"].columns.map(({ name }) => name);

/** A dossier of chị Lan, received on 15/03/2021 at 08:05 and in progress, but for `cells`. */
export function dossierRow(cells: Record<string, string> = {}): string {
  const row: Record<string, string> = {
    ma_ho_so: "H57.16-210315-0012",
    ma_thu_tuc: "2.000488",
    ma_don_vi: "H57.16.01",
    hinh_thuc: "truc_tiep",
    tiep_nhan: "15/03/2021 08:05",
    nguoi_nop: "Nguyễn Thị Lan",
    so_dien_thoai: "0912345678",
    ...cells,
  };
  return dossierColumns.map((name) => csvCell(row[name] ?? "")).join(",");
}

export function dossierFile(...rows: string[]): string {
  return [dossierColumns.join(","), ...rows, ""].join("\n");
}

function csvCell(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export interface ImportRoom extends AsyncDisposable {
  database: Database;
  /** Writes a file of this content, imports it and tells what came of it. */
  importText(kind: ImportKindName, content: string | Buffer, options?: FileOptions): Promise<ImportOutcome>;
  pathOf(name: string): string;
}

interface FileOptions {
  name?: string;
  now?: Date;
  onProgress?: ImportTools["onProgress"] & {};
}

/** A database with an agency in it (a department, its desk, two procedures, anh Minh and chị Hoa), and a folder for files. */
export async function createImportRoom(): Promise<ImportRoom> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "motcua-imports-"));
  await seedAgency(database);
  const pathOf = (name: string) => join(folder, name);
  return {
    database,
    pathOf,
    async importText(
      kind,
      content,
      { name = `${kind}.csv`, now = new Date("2021-03-31T02:00:00Z"), onProgress } = {},
    ) {
      await writeFile(pathOf(name), content);
      const tools = { store: createImportStore(database), say, now, ...(onProgress && { onProgress }) };
      return importFile(kind, pathOf(name), tools);
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

async function seedAgency(database: Database): Promise<void> {
  const tools = {
    store: createImportStore(database),
    say,
    now: new Date("2020-12-01T00:00:00Z"),
    source: "seed",
    isDemonstration: false,
  };
  await importRows(
    "don-vi",
    [
      { ma_don_vi: "H57.16", ten: "Sở Tư pháp" },
      { ma_don_vi: "H57.16.01", ten: "Bộ phận Một cửa", ma_don_vi_cha: "H57.16" },
    ],
    tools,
  );
  await importRows(
    "thu-tuc",
    [
      { ma_thu_tuc: "2.000488", ten: "Cấp Phiếu lý lịch tư pháp", linh_vuc: "Lý lịch tư pháp" },
      { ma_thu_tuc: "2.000635", ten: "Cấp bản sao trích lục hộ tịch", linh_vuc: "Hộ tịch" },
    ],
    tools,
  );
  await importRows(
    "can-bo",
    [
      { tai_khoan: "hoa", ho_ten: "Trần Thị Hoa", vai_tro: "lanh_dao", ma_don_vi: "H57.16" },
      {
        tai_khoan: "minh",
        ho_ten: "Lê Văn Minh",
        vai_tro: "can_bo",
        ma_don_vi: "H57.16.01",
        cap_tren: "hoa",
      },
    ],
    tools,
  );
}
