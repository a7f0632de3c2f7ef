import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp, type App } from "../../src/app.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import { createLog } from "../../src/logging/logger.ts";
import { findAffected } from "../../src/persistence/audit/affected-people.ts";
import { openDatabase } from "../../src/persistence/database.ts";
import { createDossierStore } from "../../src/persistence/dossier-store.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createKeyring, MissingKeyError } from "../../src/persistence/keyring.ts";
import { BrokenSealError } from "../../src/persistence/sealed-text.ts";
import { readSeals, rotateKeys } from "../../src/persistence/rotate-keys.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const code = "H57.16-261102-0001";
const act = { by: { kind: "operator", name: "test" }, channel: "test", at: at("2026-11-23 08:00") } as const;

describe("a keyring", () => {
  const ring = createKeyring([second, first]);

  it("opens what any of its keys sealed, for the same purpose alone", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const old = createKeyring([first]).sealSame(text, "a.b");
        expect(ring.open(old, "a.b")).toBe(text);
        expect(ring.open(ring.seal(text, "a.b"), "a.b")).toBe(text);
        expect(() => ring.open(old, "a.c")).toThrow(BrokenSealError);
      }),
    );
  });

  it("seals the same text to the same value where rows are compared, to another in another column", () => {
    expect(ring.sealSame("0912345678", "a.b")).toBe(ring.sealSame("0912345678", "a.b"));
    expect(ring.sealSame("0912345678", "a.b")).not.toBe(ring.sealSame("0912345678", "a.c"));
    expect(ring.seal("0912345678", "a.b")).not.toBe(ring.seal("0912345678", "a.b"));
  });

  it("leaves what was never sealed, and says which key is missing", () => {
    expect(ring.open("0912345678", "a.b")).toBe("0912345678");
    expect(createKeyring([]).sealSame("0912345678", "a.b")).toBe("0912345678");
    expect(() => createKeyring([]).open(ring.seal("x", "a.b"), "a.b")).toThrow(MissingKeyError);
  });
});

describe("personal columns", () => {
  let town: FeedbackTown;
  beforeAll(async () => {
    town = await createFeedbackTown("2026-11-23 08:00", { MOTCUA_SECRET_KEY: first.toString("base64") });
    await brings("thu-tuc", {
      ma_thu_tuc: "KS",
      ten: "Đăng ký khai sinh",
      linh_vuc: "Hộ tịch",
      thoi_han: "8",
    });
    await brings("ho-so", dossier);
    await brings("phan-anh", matter);
  });
  afterAll(() => town[Symbol.asyncDispose]());

  const dossier = {
    ma_ho_so: code,
    ma_thu_tuc: "KS",
    ma_don_vi: "STP.HCTP",
    hinh_thuc: "truc_tiep",
    nguoi_nop: "Nguyễn Thị Hoa",
    so_dien_thoai: "0900000123",
    tiep_nhan: "02/11/2026 08:15",
    trang_thai: "dang_xu_ly",
  };
  const matter = {
    ma_goc: "1022-1",
    nguon: "1022",
    noi_dung: "Chờ lâu",
    tiep_nhan: "02/11/2026 08:15",
    nguoi_gui: "Trần Văn Nam",
    so_dien_thoai: "0900000456",
  };
  const brings = (kind: Parameters<typeof importRows>[0], row: Record<string, string>) =>
    importRows(kind, [row], {
      store: createImportStore(town.test.app.database),
      now: town.now,
      source: "test",
      say: town.test.app.say,
      isDemonstration: false,
    });
  /** What somebody is told who proves it is theirs by the last digits of the number. */
  const detailOf = async (app: App) => {
    const hoa = personTalkingTo(app);
    await hoa.says(code);
    await hoa.says("Xem chi tiết");
    return wordsOf(await hoa.says("0123"));
  };
  const stored = async () => {
    const [row] = await town.test.app.database.query<Record<string, string>>(
      `select applicant_phone, sender_name, sender_phone from dossier, feedback`,
    );
    return Object.values(row!);
  };
  const withKeys = (...keys: Buffer[]) =>
    openDatabase({ url: town.test.app.database.url, keyring: createKeyring(keys) });

  it("lie sealed in the database, and are read by whoever may", async () => {
    for (const value of await stored()) expect(value).toMatch(/^enc:[0-9a-f]{8}:[\w-]{40,}$/);
    expect(await detailOf(town.test.app)).toContain("Nguyễn Thị Hoa");
    const [found] = await town.test.app.database.query<{ code: string }>("select code from feedback");
    expect(await town.find(found!.code)).toMatchObject({
      senderName: "Trần Văn Nam",
      senderPhone: "0900000456",
    });
  });

  it("are the same when the same file is brought in again, and changed when a number changed", async () => {
    expect(await brings("ho-so", dossier)).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await brings("ho-so", { ...dossier, so_dien_thoai: "0900000789" })).toMatchObject({ changed: 1 });
    await brings("ho-so", dossier);
  });

  it("are told by the helper for breaches", async () => {
    await town.test.app.database.query(
      `insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel)
       values ($1, 'staff', 'minh', 'dossier-disclosed', 'dossier', $2, 'web')`,
      [town.now, code],
    );
    const bounds = { from: at("2026-11-01 00:00"), to: at("2026-12-01 00:00") };
    expect(await findAffected(town.test.app.database, bounds)).toMatchObject([{ code, phone: "0900000123" }]);
  });

  it("keep the program from starting without their key", async () => {
    const log = createLog("silent");
    const start = (secretKeys: Buffer[]) =>
      createApp({ ...town.test.config, secretKeys }, { clock: () => town.now, log });
    await expect(start([])).rejects.toThrow(MissingKeyError);
    await expect(start([second])).rejects.toThrow("MOTCUA_FORMER_KEYS");
  });

  it("need a key that was given once from when it seals something, not before", async () => {
    const log = createLog("silent");
    const start = (secretKeys: Buffer[]) =>
      createApp({ ...town.test.config, secretKeys }, { clock: () => town.now, log });
    await using mistyped = await start([second, first]);
    await using app = await start([first]);
    expect(app.database.keyring.ids).not.toContain(mistyped.database.keyring.currentId);

    const [lying] = await stored();
    const write = (value: string) =>
      town.test.app.database.query("update dossier set applicant_phone = $1", [value]);
    await write(mistyped.database.keyring.sealSame("0900000123", "dossier.applicant_phone"));
    await expect(start([first])).rejects.toThrow(MissingKeyError);
    await write(lying!);
  });

  it("are sealed with a new key bit by bit, both keys reading meanwhile, and then need the old one no longer", async () => {
    await using both = withKeys(second, first);
    // Stopped after the first column.
    const stop = new Error("stopped");
    await expect(
      rotateKeys(both, act, () => {
        throw stop;
      }),
    ).rejects.toBe(stop);
    expect((await readSeals(both)).map(({ behind }) => behind)).toEqual([0, 1, 1, 0, 0]);
    expect((await createDossierStore(both).findByCode(code))!.applicantPhone).toBe("0900000123");
    const sealed = await rotateKeys(both, act, () => undefined);
    expect(sealed).toMatchObject({ "dossier.applicant_phone": 0, "feedback.sender_name": 1 });
    expect(await rotateKeys(both, act, () => undefined)).toMatchObject({ "feedback.sender_name": 0 });
    await using alone = withKeys(second);
    expect((await createDossierStore(alone).findByCode(code))!.applicantPhone).toBe("0900000123");
    const config = { ...town.test.config, secretKeys: [second] };
    await using app = await createApp(config, { clock: () => town.now, log: createLog("silent") });
    expect(await detailOf(app)).toContain("Nguyễn Thị Hoa");
  });

  it("that lay open are sealed by the same command", async () => {
    await town.test.app.database.query("update dossier set applicant_phone = '0900000999'");
    await using alone = withKeys(second);
    expect((await createDossierStore(alone).findByCode(code))!.applicantPhone).toBe("0900000999");
    await rotateKeys(alone, act, () => undefined);
    expect((await stored())[0]).toMatch(/^enc:/);
    expect((await createDossierStore(alone).findByCode(code))!.applicantPhone).toBe("0900000999");
  });
});
