import type { App } from "./app.ts";
import { mayChangeSetting } from "./domain/settings/may-change.ts";
import type {
  DeedOutcome,
  Register,
  RegisterChange,
  RegisterFault,
  RegisterName,
  RegisterOutcome,
} from "./domain/settings/register.ts";
import { isSameSetting, type SettingRow } from "./domain/settings/setting-change.ts";
import { dayOf } from "./domain/vietnam-time.ts";
import { importRows } from "./imports/import-rows.ts";
import { moveStaleDeadlines } from "./move-stale-deadlines.ts";
import type { Sql, Transaction } from "./persistence/database.ts";
import { createImportStore } from "./persistence/import-store.ts";
import {
  countAdministrators,
  isUnitInUse,
  moveRule,
  nextRulePlace,
  setRuleActive,
  setUnitClosed,
} from "./persistence/register-deeds.ts";
import { readRegister, readRegisterEntry } from "./persistence/register-rows.ts";
import { createSettingHistory } from "./persistence/setting-history.ts";
import { lockSettings } from "./persistence/setting-lock.ts";

/** The column that tells rows apart. */
const keyColumns: Readonly<Record<RegisterName, string>> = {
  "thu-tuc": "ma_thu_tuc",
  "phan-cong": "thu_tu",
  "don-vi": "ma_don_vi",
  "can-bo": "tai_khoan",
};

class TakenBack extends Error {
  readonly outcome: RegisterOutcome;
  constructor(outcome: RegisterOutcome) {
    super("taken back");
    this.outcome = outcome;
  }
}

/** The registers for the staff's pages: what is written goes in by the same rules as an imported file. */
export function createRegisterDesk(app: App): Register {
  const { database, say } = app;

  async function takeIn(register: RegisterName, row: SettingRow, now: Date, sql: Transaction) {
    const { rejections } = await importRows(register, [row], {
      store: createImportStore({ transaction: (work) => work(sql) }),
      say,
      now,
      source: "staff page",
      isDemonstration: false,
    });
    return rejections.map(({ columns, reason }): RegisterFault => {
      const [column] = columns.split(", ");
      return { ...(column && { column }), text: reason };
    });
  }

  async function write(
    { register, key, row: written, seen }: RegisterChange,
    actor: string,
    now: Date,
    sql: Transaction,
  ): Promise<RegisterOutcome> {
    const history = createSettingHistory(sql);
    const keyColumn = keyColumns[register];
    const isNewRule = register === "phan-cong" && key === undefined;
    const newKey = isNewRule ? String(await nextRulePlace(sql)) : (key ?? written[keyColumn] ?? "");
    const before = await readRegisterEntry(register, newKey, sql);
    if (key === undefined && before)
      return { kind: "faulty", faults: [{ column: keyColumn, text: say("vi", "setting-fault-taken") }] };
    if (key !== undefined && !isSameSetting(before?.row ?? null, seen)) {
      const [by] = await history.list({ area: register, subject: newKey }, 1);
      return { kind: "changed-meanwhile", current: before?.row ?? null, ...(by && { by }) };
    }
    const row = { ...written, [keyColumn]: newKey };
    const faults = [...(await faultsOf(register, row, sql)), ...(await takeIn(register, row, now, sql))];
    // What was taken in before a fault was found goes with the transaction.
    if (faults.length > 0) throw new TakenBack({ kind: "faulty", faults });
    if (register === "can-bo" && (await countAdministrators(sql)) === 0 && before?.row.vai_tro === "quan_tri")
      throw new TakenBack({
        kind: "faulty",
        faults: [{ column: "vai_tro", text: say("vi", "setting-fault-last-admin") }],
      });
    const after = (await readRegisterEntry(register, newKey, sql))!;
    if (isSameSetting(before?.row ?? null, after.row)) return { kind: "unchanged", key: newKey };
    await history.add({
      area: register,
      subject: newKey,
      happenedAt: now,
      actor,
      before: before?.row ?? null,
      after: after.row,
    });
    return { kind: "saved", key: newKey };
  }

  async function faultsOf(register: RegisterName, row: SettingRow, sql: Sql): Promise<RegisterFault[]> {
    const code = register === "don-vi" ? row.ma_don_vi_cha : register === "can-bo" ? row.ma_don_vi : "";
    const unit = code ? await readRegisterEntry("don-vi", code, sql) : undefined;
    if (unit?.isActive !== false) return [];
    const column = register === "don-vi" ? "ma_don_vi_cha" : "ma_don_vi";
    return [{ column, text: say("vi", "setting-fault-unit-closed") }];
  }

  return {
    list: (register) => readRegister(register, database),
    find: (register, key) => readRegisterEntry(register, key, database),
    async save(change, staff, now) {
      if (!mayChangeSetting(staff, change.register, null)) return { kind: "not-allowed" };
      const outcome = await database
        .transaction(async (sql) => {
          await lockSettings(sql);
          return write(change, staff.username, now, sql);
        })
        .catch((error: unknown) => {
          if (error instanceof TakenBack) return error.outcome;
          throw error;
        });
      // A unit under another one has that one's days and hours.
      if (outcome.kind === "saved" && change.register === "don-vi") await moveStaleDeadlines(app);
      return outcome;
    },
    async does(deed, { register, key }, staff, now) {
      if (!mayChangeSetting(staff, register, null)) return { kind: "not-allowed" };
      return database.transaction(async (sql): Promise<DeedOutcome> => {
        await lockSettings(sql);
        const entry = await readRegisterEntry(register, key, sql);
        if (!entry) return { kind: "not-found" };
        const told = await perform(deed, register, key, entry.row, now, sql);
        if (!told) return { kind: "in-use" };
        await createSettingHistory(sql).add({
          area: register,
          subject: key,
          happenedAt: now,
          actor: staff.username,
          ...told,
        });
        return { kind: "done" };
      });
    },
    historyOf: (of, limit) => createSettingHistory(database).list(of, limit),
    fields: async () =>
      (await database.query<{ name: string }>("select name from field order by name")).map(
        ({ name }) => name,
      ),
  };

  /** Does it, and says what to write down; undefined when it cannot be done. */
  async function perform(
    deed: Parameters<Register["does"]>[0],
    register: RegisterName,
    key: string,
    row: SettingRow,
    now: Date,
    sql: Transaction,
  ): Promise<{ before: SettingRow; after: SettingRow } | undefined> {
    const isRestored = deed === "restore";
    if (deed === "up" || deed === "down") {
      const place = register === "phan-cong" ? await moveRule(key, deed, sql) : undefined;
      return place === undefined
        ? undefined
        : { before: { ...row, thu_tu: key }, after: { ...row, thu_tu: String(place) } };
    }
    switch (register) {
      case "phan-cong":
        await setRuleActive(key, isRestored, sql);
        break;
      case "don-vi":
        if (!isRestored && (await isUnitInUse(key, sql))) return undefined;
        await setUnitClosed(key, isRestored ? null : dayOf(now), sql);
        break;
      case "thu-tuc": {
        const faults = await takeIn(register, { ...row, cong_khai: isRestored ? "1" : "0" }, now, sql);
        if (faults.length > 0) return undefined;
        break;
      }
      case "can-bo":
        return undefined;
    }
    const [before, after] = isRestored ? ["0", "1"] : ["1", "0"];
    return { before: { dang_dung: before! }, after: { dang_dung: after! } };
  }
}
