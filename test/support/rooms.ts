import type { App } from "../../src/app.ts";
import { fileFeedback } from "../../src/domain/feedback/file-feedback.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createTurnStores } from "../../src/turn-stores.ts";

/** Two rooms: anh Minh and chị Thu under chị Lan in the one, anh Bình in the other, and an administrator over all. */
export async function openRooms(app: App): Promise<void> {
  const context = {
    store: createImportStore(app.database),
    now: app.clock(),
    source: "test",
    say: app.say,
    isDemonstration: false,
  };
  const unit = (ma_don_vi: string, ten: string, ma_don_vi_cha = "S") => ({ ma_don_vi, ten, ma_don_vi_cha });
  await importRows(
    "don-vi",
    [
      unit("S", "Sở Tư pháp", ""),
      unit("HT", "Phòng Hành chính tư pháp"),
      unit("LL", "Phòng Lý lịch tư pháp"),
    ],
    context,
  );
  const member = (tai_khoan: string, ho_ten: string, vai_tro: string, ma_don_vi: string, cap_tren = "") => ({
    tai_khoan,
    ho_ten,
    vai_tro,
    ma_don_vi,
    cap_tren,
  });
  await importRows(
    "can-bo",
    [
      member("quan", "Phạm Thị Quân", "quan_tri", "S"),
      member("lan", "Trần Thị Lan", "lanh_dao", "HT"),
      member("minh", "Lê Văn Minh", "can_bo", "HT", "lan"),
      member("thu", "Vũ Thị Thu", "can_bo", "HT", "lan"),
      member("binh", "Đỗ Văn Bình", "can_bo", "LL"),
    ],
    context,
  );
  await importRows(
    "phan-cong",
    [{ thu_tu: "1", tu_khoa: "trích lục", ma_don_vi: "HT", can_bo: "minh" }],
    context,
  );
}

let serial = 0;

/** Files a matter of chị Hoa's that the routing rule gives to anh Minh; returns its code. */
export async function fileMatter(app: App): Promise<string> {
  serial += 1;
  const surroundings = await app.surroundings();
  const { matter } = await app.database.transaction((sql) =>
    fileFeedback(
      {
        source: "web",
        sourceCode: `m${serial}`,
        kind: "report",
        urgency: "normal",
        content: "Chờ bản sao trích lục quá lâu, số căn cước 079201001234",
        field: null,
        place: { words: "12 Lê Lợi" },
        dossierCode: null,
        receivedAt: app.clock(),
        person: "web:hoa",
        conversationId: null,
        senderName: "Nguyễn Thị Hoa",
        senderPhone: "0900000001",
        privacy: "agency",
        joinedToId: null,
        attachmentIds: [],
      },
      { actor: { kind: "citizen", person: "web:hoa" }, channel: "web", now: app.clock() },
      { ...createTurnStores(sql), ...surroundings },
    ),
  );
  return matter.code;
}
