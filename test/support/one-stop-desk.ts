import { importRows } from "../../src/imports/import-rows.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import { createReminding } from "../../src/reminding.ts";
import { serve } from "../../src/serve.ts";
import { visitorOf } from "./http-visitor.ts";
import { personTalkingTo, type Person } from "./people.ts";
import { createTestApp, type TestApp } from "./test-app.ts";

/** An instant in Vietnam. */
export const at = (day: string, time = "09:00") => new Date(`${day}T${time}:00+07:00`);

/** Someone at the web page; each function gives what is new on it. */
interface WebCitizen {
  says(text: string): Promise<string>;
  presses(say: string): Promise<string>;
  reads(): Promise<string>;
}

/** A dossier as the files of the one-stop desk have it. */
interface FiledDossier {
  code: string;
  /** The next file comes in, with this changed. */
  imported(news?: Record<string, string>): Promise<void>;
}

/** A department with one officer, its web server, and the files of its one-stop desk. */
export interface OneStopDesk extends TestApp {
  now: Date;
  /** A dossier that came in on 10 March and is due on the 24th, unless `change` says otherwise. */
  opens(change?: Record<string, string>): Promise<FiledDossier>;
  webCitizen(): WebCitizen;
  /** Someone on a chat channel, or the member of staff of this name. */
  chats(as?: string): Person;
  /** What the recurring jobs do in a minute. */
  aMinutePasses(): Promise<void>;
}

export async function openOneStopDesk(now: Date): Promise<OneStopDesk> {
  const clock = { now };
  const test = await createTestApp(() => clock.now);
  const { app, config } = test;

  async function bringIn(kind: "don-vi" | "thu-tuc" | "can-bo" | "ho-so", rows: Record<string, string>[]) {
    const { rejections } = await importRows(kind, rows, {
      now: clock.now,
      source: `${kind}.csv`,
      isDemonstration: false,
      store: createImportStore(app.database),
      say: app.say,
    });
    if (rejections[0]) throw new Error(rejections[0].reason);
  }

  /** The page shows what was said in the order of its instants. */
  function aMomentPasses(): void {
    clock.now = new Date(clock.now.getTime() + 1000);
  }

  let serial = 0;
  const desk: OneStopDesk = Object.assign(clock, {
    ...test,
    async opens(change = {}) {
      serial += 1;
      const row = {
        ma_ho_so: `H57.16-210310-${String(serial).padStart(4, "0")}`,
        ma_thu_tuc: "LLTP",
        ma_don_vi: "STP",
        can_bo: "minh",
        hinh_thuc: "truc_tiep",
        nguoi_nop: "Nguyễn Thị Hoa",
        so_dien_thoai: "0900000123",
        tiep_nhan: "10/03/2021 08:15",
        hen_tra: "24/03/2021 17:00",
        trang_thai: "dang_xu_ly",
        ...change,
      };
      await bringIn("ho-so", [row]);
      return {
        code: row.ma_ho_so,
        imported: (news = {}) => bringIn("ho-so", [Object.assign(row, news)]),
      };
    },
    webCitizen: () => openPage(serving.url!, aMomentPasses),
    chats: (as) => personTalkingTo(app, { as: as ?? null }),
    async aMinutePasses() {
      aMomentPasses();
      const reminding = createReminding(app);
      await reminding.tellFollowers();
      await reminding.handOver();
    },
    async [Symbol.asyncDispose]() {
      await serving[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  } satisfies Omit<OneStopDesk, "now">);
  await bringIn("don-vi", [{ ma_don_vi: "STP", ten: "Sở Tư pháp" }]);
  await bringIn("thu-tuc", [
    { ma_thu_tuc: "LLTP", ten: "Cấp Phiếu lý lịch tư pháp", linh_vuc: "Lý lịch tư pháp", thoi_han: "8" },
  ]);
  await bringIn("can-bo", [
    { tai_khoan: "minh", ho_ten: "Lê Văn Minh", vai_tro: "can_bo", ma_don_vi: "STP" },
  ]);
  const serving = await serve(app, config, "web");
  return desk;
}

function openPage(url: string, aMomentPasses: () => void): WebCitizen {
  const visitor = visitorOf(url);
  let read = 0;

  async function reads(): Promise<string> {
    const html = await (await visitor.get("/")).text();
    const replies = [...html.matchAll(/<article class="entry replied"(.*?)<\/article>/gs)];
    const fresh = replies.slice(read).map(([, reply]) => reply!.replaceAll(/<[^>]*>/g, " "));
    read = replies.length;
    return fresh.join("\n").replaceAll(/\s+/g, " ");
  }

  async function send(content: Record<string, string>): Promise<string> {
    aMomentPasses();
    if (read === 0) await visitor.get("/");
    const response = await visitor.post("/chat/messages", { id: crypto.randomUUID(), ...content });
    if (!response.ok) throw new Error(`The page was answered ${response.status}.`);
    return reads();
  }

  return { says: (text) => send({ text }), presses: (say) => send({ say, label: say }), reads };
}
