import { setTimeout as pause } from "node:timers/promises";
import { fileFeedback } from "../../src/domain/feedback/file-feedback.ts";
import { importRows } from "../../src/imports/import-rows.ts";
import type { Database } from "../../src/persistence/database.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createSurroundings } from "../../src/surroundings.ts";
import { createFeedbackTools } from "../../src/turn-stores.ts";
import { createWording } from "../../src/wording/wording.ts";
import type { Citizens } from "./citizens.ts";

const officers = ["minh", "lan"] as const;
const firstChat = 8_000_000;
const dayMs = 24 * 3_600_000;
const patienceMs = 100;

/** Officers who accept what is filed, on Telegram as citizens are, and a clerk who brings dossiers in. */
export class Office {
  /** Codes of the cases that an officer said to accept, once each. */
  readonly accepted: string[] = [];
  dossiers = 0;
  private readonly database: Database;
  private readonly citizens: Citizens;
  private readonly surroundings: ReturnType<typeof createSurroundings>;
  private next = 1;

  private constructor(database: Database, citizens: Citizens) {
    this.database = database;
    this.citizens = citizens;
    this.surroundings = createSurroundings(database);
  }

  /** Opens one whose officers are bound to their chats. */
  static async open(
    database: Database,
    citizens: Citizens,
    openChat: (chat: number) => void,
  ): Promise<Office> {
    const office = new Office(database, citizens);
    await office.bringIn("don-vi", [{ ma_don_vi: "STP", ten: "Sở Tư pháp", ma_don_vi_cha: "" }]);
    await office.bringIn(
      "can-bo",
      officers.map((name) => ({ tai_khoan: name, ho_ten: name, vai_tro: "can_bo", ma_don_vi: "STP" })),
    );
    await office.bringIn("thu-tuc", [
      { ma_thu_tuc: "KS", ten: "Đăng ký khai sinh", linh_vuc: "Hộ tịch", thoi_han: "8" },
    ]);
    for (const [place, name] of officers.entries()) {
      openChat(firstChat + place);
      await database.query(
        `with bound as (
           insert into conversation (channel, external_id, language, speaker, created_at, updated_at)
           values ('telegram', $1, 'vi', $2, now(), now()) returning id
         )
         insert into staff_invitation (staff_id, code_digest, created_at, expires_at, used_at, conversation_id)
         select s.id, 'siege ' || s.id, now(), now() + interval '1 day', now(), bound.id
         from staff_member s, bound where s.username = $2`,
        [String(firstChat + place), name],
      );
    }
    return office;
  }

  /** A matter comes in, and the officer whose it is accepts it, however often either has to be tried. */
  async handleOne(): Promise<void> {
    const number = this.next++;
    const officer = officers[number % officers.length]!;
    const code = await this.untilDone(() => this.file(number, officer));
    const chat = firstChat + officers.indexOf(officer);
    await this.citizens.deliver(this.citizens.update(chat, `/viec nhan ${code} 1`));
    this.accepted.push(code);
  }

  /** Some dossiers of these weeks, new ones and those before as they are by now. */
  async importSome(): Promise<void> {
    const from = Math.max(0, this.dossiers - 3);
    this.dossiers += 5;
    const now = Date.now();
    const rows = Array.from({ length: this.dossiers - from }, (_, at) => {
      const number = from + at;
      const receivedAt = now - (number % 60) * dayMs;
      return {
        ma_ho_so: `H57.16-261101-${String(number + 1).padStart(4, "0")}`,
        ma_thu_tuc: "KS",
        ma_don_vi: "STP",
        hinh_thuc: number % 2 ? "truc_tuyen" : "truc_tiep",
        tiep_nhan: written(receivedAt),
        hen_tra: written(receivedAt + 8 * dayMs),
        hoan_thanh: number % 3 ? "" : written(Math.min(now, receivedAt + (number % 12) * dayMs)),
      };
    });
    await this.untilDone(() => this.bringIn("ho-so", rows));
  }

  private async file(number: number, officer: string): Promise<string> {
    const now = new Date();
    return this.database.transaction(async (sql) => {
      const filed = await fileFeedback(
        {
          source: "web",
          sourceCode: `siege-${number}`,
          kind: "report",
          urgency: "normal",
          content: `Chuyện thứ ${number}`,
          field: null,
          place: {},
          dossierCode: null,
          receivedAt: now,
          person: `web:siege-${number}`,
          conversationId: null,
          senderName: null,
          senderPhone: null,
          privacy: "agency",
          joinedToId: null,
          attachmentIds: [],
        },
        { actor: { kind: "system", name: "siege" }, channel: "web", now },
        await createFeedbackTools(sql, this.surroundings),
      );
      await sql.query(
        "update feedback set officer_id = (select id from staff_member where username = $2) where code = $1",
        [filed.matter.code, officer],
      );
      return filed.matter.code;
    });
  }

  private async bringIn(
    kind: Parameters<typeof importRows>[0],
    rows: Record<string, string>[],
  ): Promise<void> {
    const { rejections } = await importRows(kind, rows, {
      store: createImportStore(this.database),
      now: new Date(),
      source: "siege",
      say: createWording(),
      isDemonstration: false,
    });
    if (rejections[0]) throw new Error(rejections[0].reason);
  }

  /** While the database is away or its disk full, again. */
  private async untilDone<Result>(work: () => Promise<Result>): Promise<Result> {
    for (;;)
      try {
        return await work();
      } catch (error) {
        if (!/not reachable/.test(String(error))) throw error;
        await pause(patienceMs);
      }
  }
}

/** As a file of the province's system has it. */
function written(ms: number): string {
  return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
