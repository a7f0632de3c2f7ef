import { runImports } from "../../src/run-imports.ts";
import type { DossierTown } from "./dossier-town.ts";
import type { Visitor } from "./http-visitor.ts";

export const header = "Mã hồ sơ,Mã thủ tục,Mã đơn vị,Hình thức,Tiếp nhận,Hẹn trả,Hoàn thành,Người nộp";

/** A dossier of chị Mai as a file has it. */
export function row(serial: number, name = "Vũ Thị Mai", due = "30/11/2026"): string {
  return `H57.16-261120-${String(serial).padStart(4, "0")},LLTP1,STP.HCTP,truc_tuyen,20/11/2026 08:00,${due},,${name}`;
}

interface FileKind {
  kind?: string;
  name?: string;
}

/** The administrator anh Quân at the page where files are brought in. */
export interface ImportDesk {
  quan: Visitor;
  token: string;
  formOf(content: string | Uint8Array<ArrayBuffer>, more?: FileKind): FormData;
  /** The address of the run, empty when none began. */
  upload(
    content: string | Uint8Array<ArrayBuffer>,
    more?: FileKind,
  ): Promise<{ answer: Response; address: string }>;
  read(address: string): Promise<string>;
  /** What the columns of a preview are understood as, as its form would send them. */
  chosenAt(address: string): Promise<Record<string, string>>;
  /** Uploads, confirms and lets a worker bring it in. */
  bringIn(content: string, more?: FileKind): Promise<string>;
  /** Throws when the answer is not the page again. */
  undo(address: string): Promise<void>;
  /** The dossiers of the files. */
  dossiers(): Promise<{ code: string; applicant_name: string; status: string; steps: number }[]>;
}

export async function openImportDesk(town: DossierTown): Promise<ImportDesk> {
  const quan = await town.signedIn("quan");
  const token = await town.tokenOf(quan);
  const desk: ImportDesk = {
    quan,
    token,
    formOf(content, { kind = "ho-so", name = "thang-11.csv" } = {}) {
      const form = new FormData();
      form.set("token", token);
      form.set("loai", kind);
      form.set("tep", new Blob([content]), name);
      return form;
    },
    async upload(content, more) {
      const answer = await quan.upload("/lamviec/nhap", desk.formOf(content, more), { accept: "text/html" });
      return { answer, address: answer.headers.get("location") ?? "" };
    },
    read: async (address) => (await quan.get(address)).text(),
    async chosenAt(address) {
      const page = await desk.read(address);
      return Object.fromEntries(
        Array.from(page.matchAll(/<select name="(cot-\d+)".*?<\/select>/gs), ([select, name]) => [
          name!,
          /<option value="([^"]*)" selected/.exec(select)?.[1] ?? "",
        ]),
      );
    },
    async bringIn(content, more) {
      const { address } = await desk.upload(content, more);
      await quan.submit(`${address}/nhap`, { token, ...(await desk.chosenAt(address)) });
      await runImports(town.test.app);
      return address;
    },
    async undo(address) {
      const { status } = await quan.submit(`${address}/hoan-tac`, { token });
      if (status !== 303) throw new Error(`undoing was answered ${status}`);
    },
    dossiers: () =>
      town.test.app.database.query(
        `select code, applicant_name, status, (select count(*)::int from dossier_event where dossier_id = d.id) as steps
         from dossier d where code like 'H57.16-261120-%' order by code`,
      ),
  };
  return desk;
}
