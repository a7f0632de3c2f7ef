import { fileFeedback, type FeedbackDraft } from "../../src/domain/feedback/file-feedback.ts";
import type { Clock } from "../../src/domain/vietnam-time.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createTurnStores } from "../../src/turn-stores.ts";
import { personTalkingTo, type Person } from "./people.ts";
import { createTestApp, type TestApp } from "./test-app.ts";

/** A department of justice with two rooms, its people, and feedback that comes in. */
export interface JusticeOffice extends TestApp {
  /** Officers of the room for civil status. */
  minh: Person;
  thu: Person;
  /** The head of that room. */
  lan: Person;
  /** An officer of the room for judicial records. */
  binh: Person;
  /** The administrator, who is on duty. */
  quan: Person;
  /** Files what chị Hoa says, which the rules give to anh Minh; gives its code. */
  file(change?: Partial<FeedbackDraft>): Promise<string>;
  caseOf(code: string): Promise<{ status: string; version: number; officer: string | null; answer: string }>;
}

export async function createJusticeOffice(clock: Clock): Promise<JusticeOffice> {
  const test = await createTestApp(clock);
  const { app } = test;
  await bringIn(test, clock());
  const talk = (as: string) => personTalkingTo(app, { as, name: as });
  let serial = 0;
  return {
    ...test,
    minh: talk("minh"),
    thu: talk("thu"),
    lan: talk("lan"),
    binh: talk("binh"),
    quan: talk("quan"),
    async file(change = {}) {
      serial += 1;
      const now = clock();
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
            receivedAt: now,
            person: "web:hoa",
            conversationId: null,
            senderName: "Nguyễn Thị Hoa",
            senderPhone: "0900000001",
            privacy: "agency",
            joinedToId: null,
            attachmentIds: [],
            ...change,
          },
          { actor: { kind: "citizen", person: "web:hoa" }, channel: "web", now },
          { ...createTurnStores(sql), ...surroundings },
        ),
      );
      return matter.code;
    },
    async caseOf(code) {
      const [found] = await app.database.query<Awaited<ReturnType<JusticeOffice["caseOf"]>>>(
        `select f.status, f.version, s.username as officer, f.answer from feedback f
         left join staff_member s on s.id = f.officer_id where f.code = $1`,
        [code],
      );
      return found!;
    },
  };
}

async function bringIn({ app }: TestApp, now: Date): Promise<void> {
  const context = {
    store: createImportStore(app.database),
    now,
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
