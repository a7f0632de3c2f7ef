import type { App } from "../../src/app.ts";
import type { StaffMember } from "../../src/domain/staff/staff-member.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";

/**
 * A department with two rooms and six people, each with a conversation of their own: anh Minh and chị Thu under chị Lan in
 * one, anh Bình in the other, anh Sơn above all, anh Quân who administers. Returns its staff by username.
 */
export async function openRemindedAgency(app: App): Promise<Record<string, StaffMember>> {
  const now = app.clock();
  const context = {
    store: createImportStore(app.database),
    now,
    source: "test",
    say: app.say,
    isDemonstration: false,
  };
  const unit = (code: string, parent: string) => ({ ma_don_vi: code, ten: code, ma_don_vi_cha: parent });
  await importRows("don-vi", [unit("S", ""), unit("HT", "S"), unit("LL", "S")], context);
  const member = (tai_khoan: string, vai_tro: string, ma_don_vi: string, cap_tren: string) => ({
    tai_khoan,
    ho_ten: tai_khoan,
    vai_tro,
    ma_don_vi,
    cap_tren,
  });
  await importRows(
    "can-bo",
    [
      member("son", "lanh_dao", "S", ""),
      member("quan", "quan_tri", "S", "son"),
      member("lan", "lanh_dao", "HT", "son"),
      member("minh", "can_bo", "HT", "lan"),
      member("thu", "can_bo", "HT", "lan"),
      member("binh", "can_bo", "LL", "son"),
    ],
    context,
  );
  await importRows(
    "thu-tuc",
    [{ ma_thu_tuc: "T1", ten: "Cấp bản sao", linh_vuc: "Hộ tịch", thoi_han: "5", muc_do: "toan_trinh" }],
    context,
  );
  await importRows(
    "phan-cong",
    [
      { thu_tu: "1", tu_khoa: "trích lục", ma_don_vi: "HT" },
      { thu_tu: "2", tu_khoa: "lý lịch", ma_don_vi: "LL" },
    ],
    context,
  );
  const staff: Record<string, StaffMember> = {};
  for (const username of ["son", "quan", "lan", "minh", "thu", "binh"]) {
    staff[username] = (await app.staff.findByUsername(username))!;
    await app.database.query(
      `insert into conversation (channel, external_id, speaker, created_at, updated_at) values ('web', $1, $1, $2, $2)`,
      [username, now],
    );
  }
  return staff;
}
