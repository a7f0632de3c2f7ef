import { randomUUID } from "node:crypto";
import { importRows } from "../../src/imports/import-rows.ts";
import { keyDigest } from "../../src/open311.ts";
import { createApiClientStore } from "../../src/persistence/api-client-store.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import { createSignInStore } from "../../src/persistence/sign-in-store.ts";
import { serve, type Serving } from "../../src/serve.ts";
import { ZaloEvents } from "../support/fake-zalo-events.ts";
import { FakeTelegram } from "../support/fake-telegram.ts";
import { visitorOf, type Visitor } from "../support/http-visitor.ts";
import { personTalkingTo, wordsOf, type Person } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

export const origin = "https://motcua.example";

export const zaloAppId = "4321";

/** What nobody may learn who is not meant to. */
export const secrets = ["Nguyễn Thị Hoa", "0900000123", "giấy khai sinh bị tẩy xoá"] as const;

/** The password of chị Hoa's dossier: the last digits of her phone. */
export const proof = "0123";
export const dossierCode = "H57.16-261102-0001";
/** A task of the same room. */
export const assignmentCode = "NV-2026-01";
export const keys = { hotline: "khoa-cua-tong-dai", portal: "khoa-cua-cong" } as const;

/**
 * A department with two rooms: chị Hoa's matter is anh Minh's, led by chị Lan; anh Khoa and his leader bà Bích are of the other room,
 * anh Quân administers. Everything is behind the real server, with Telegram's webhook.
 */
export interface LeakTown extends AsyncDisposable {
  test: TestApp;
  serving: Serving;
  now: Date;
  /** Chị Hoa's case. */
  code: string;
  /** A file that came along with it. */
  file: string;
  /** Somebody new at a browser. */
  stranger(): Visitor;
  /** Somebody signed in on the pages. */
  signedIn(username: string): Promise<Visitor>;
  /** Somebody at a messenger: a citizen, or staff. */
  chats(as?: string): Person;
  /** A message to the assistant in a group, as a member of staff writes it. */
  asksInGroup(text: string, as: string): Promise<string>;
}

export async function createLeakTown(): Promise<LeakTown> {
  const telegram = await FakeTelegram.start();
  const town = { now: new Date("2026-11-23T02:00:00Z") };
  const test = await createTestApp(() => town.now, {
    PUBLIC_URL: origin,
    METRICS_TOKEN: "a-token-of-the-test",
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_WEBHOOK_SECRET: "a-secret-of-the-test",
    ZALO_APP_ID: zaloAppId,
    ZALO_APP_SECRET: "a-secret-of-the-app",
    ZALO_OA_SECRET_KEY: new ZaloEvents(zaloAppId, () => town.now).oaSecretKey,
    // Nobody is there.
    ZALO_API_ROOT: "http://127.0.0.1:9",
    ZALO_OAUTH_ROOT: "http://127.0.0.1:9",
    ZALO_ZNS_ROOT: "http://127.0.0.1:9",
  });
  const { app } = test;
  await fill(test, town.now);
  const serving = await serve(app, test.config, "web");
  const stranger = () => visitorOf(serving.url!);
  await makeReady(test);
  const [matter] = await app.database.query<{ code: string }>("select code from feedback");
  const upload = {
    conversation: { channel: "web", conversationId: randomUUID() },
    kind: "file",
    name: "giay-to.pdf",
    mediaType: "application/pdf",
    content: Buffer.from("giấy tờ"),
  } as const;
  const file = await createAttachmentStore(app.database).keep(upload, town.now);
  await app.database.query(
    "insert into feedback_attachment (feedback_id, attachment_id) select id, $1 from feedback",
    [file],
  );
  return Object.assign(town, {
    test,
    serving,
    code: matter!.code,
    file,
    stranger,
    async signedIn(username: string) {
      const visitor = stranger();
      const token = await createSignInStore(app.database).issue(username, town.now);
      const { status } = await visitor.submit(`/vao/${token}`, {}, { origin });
      if (status !== 303) throw new Error(`${username} was not signed in: ${status}`);
      return visitor;
    },
    chats: (as?: string) => personTalkingTo(app, as === undefined ? {} : { as }),
    async asksInGroup(text: string, as: string) {
      const group = randomUUID();
      const channel = `test-group-${group}`;
      await app.handleMessage({
        channel,
        conversationId: group,
        id: randomUUID(),
        isInGroup: true,
        speakAs: as,
        content: { kind: "text", text },
        sentAt: town.now,
      });
      const said: Parameters<typeof wordsOf>[0] = [];
      const send = async ({ reply }: { reply: (typeof said)[number] }) => {
        said.push(reply);
        return { kind: "sent" as const };
      };
      await app.deliver(new Map([[channel, { name: channel, send }]]));
      return wordsOf(said);
    },
    async [Symbol.asyncDispose]() {
      await serving[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
      await telegram[Symbol.asyncDispose]();
    },
  });
}

/** A first turn makes ready what is understood; on a busy machine connections are given up meanwhile. */
async function makeReady(test: TestApp, tries = 5): Promise<void> {
  try {
    await personTalkingTo(test.app).says("xin chào");
  } catch (error) {
    if (tries === 1) throw error;
    await makeReady(test, tries - 1);
  }
}

async function fill({ app }: TestApp, now: Date): Promise<void> {
  const { database, say } = app;
  const context = { store: createImportStore(database), now, source: "test", say, isDemonstration: false };
  async function bringIn(kind: Parameters<typeof importRows>[0], rows: Record<string, string>[]) {
    const { rejections } = await importRows(kind, rows, context);
    if (rejections[0]) throw new Error(rejections[0].reason);
  }
  await bringIn("don-vi", [
    { ma_don_vi: "STP", ten: "Sở Tư pháp", ma_don_vi_cha: "" },
    { ma_don_vi: "STP.HT", ten: "Phòng Hộ tịch", ma_don_vi_cha: "STP" },
    { ma_don_vi: "STP.BT", ten: "Phòng Bổ trợ", ma_don_vi_cha: "STP" },
  ]);
  await bringIn("can-bo", [
    { tai_khoan: "quan", ho_ten: "Đỗ Quân", vai_tro: "quan_tri", ma_don_vi: "STP" },
    { tai_khoan: "lan", ho_ten: "Trần Thị Lan", vai_tro: "lanh_dao", ma_don_vi: "STP.HT" },
    { tai_khoan: "minh", ho_ten: "Lê Minh", vai_tro: "can_bo", ma_don_vi: "STP.HT", cap_tren: "lan" },
    { tai_khoan: "bich", ho_ten: "Phạm Thị Bích", vai_tro: "lanh_dao", ma_don_vi: "STP.BT" },
    { tai_khoan: "khoa", ho_ten: "Vũ Khoa", vai_tro: "can_bo", ma_don_vi: "STP.BT", cap_tren: "bich" },
    { tai_khoan: "tuan", ho_ten: "Bùi Tuấn", vai_tro: "can_bo", ma_don_vi: "STP.HT", cap_tren: "lan" },
  ]);
  await bringIn("thu-tuc", [
    { ma_thu_tuc: "KS", ten: "Đăng ký khai sinh", linh_vuc: "Hộ tịch", thoi_han: "8" },
  ]);
  await bringIn("ho-so", [
    {
      ma_ho_so: dossierCode,
      ma_thu_tuc: "KS",
      ma_don_vi: "STP.HT",
      can_bo: "minh",
      hinh_thuc: "truc_tiep",
      nguoi_nop: secrets[0],
      so_dien_thoai: secrets[1],
      tiep_nhan: "02/11/2026 08:15",
      hen_tra: "24/11/2026 17:00",
      trang_thai: "dang_xu_ly",
    },
  ]);
  await bringIn("nhiem-vu", [
    {
      ma_nhiem_vu: assignmentCode,
      noi_dung: "Rà soát hồ sơ tồn",
      ngay_giao: "02/11/2026",
      han: "24/12/2026",
      can_bo: "minh",
      ma_don_vi: "STP.HT",
    },
  ]);
  const clients = createApiClientStore(database);
  await clients.add({ name: "tong-dai", source: "1022", keyDigest: keyDigest(keys.hotline) }, now);
  await clients.add({ name: "cong-tinh", source: "open311", keyDigest: keyDigest(keys.portal) }, now);
  await database.query(
    `insert into feedback (source, source_code, content, received_at, due_at, unit_id, officer_id, field_id, sender_name, sender_phone, status)
     select '1022', 'tong-dai:1', $1, $2, $2::timestamptz + interval '1 day', u.id, s.id, f.id, $3, $4, 'new'
     from unit u, staff_member s, field f where u.code = 'STP.HT' and s.username = 'minh' and f.name = 'Hộ tịch'`,
    [`Hồ sơ của tôi: ${secrets[2]}`, now, secrets[0], secrets[1]],
  );
}
