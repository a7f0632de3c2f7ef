import { Readable } from "node:stream";
import type { ImportRun } from "../../../domain/imports/import-run.ts";
import { Refusal } from "../../refusal.ts";
import type { FormFields } from "../form-fields.ts";
import { readFields } from "../form-fields.ts";
import type { StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { readKind } from "./import-kind-name.ts";
import { importsPath, largestFileMegabytes } from "./import-paths.ts";
import { importableNames, type ImportPorts } from "./import-ports.ts";
import { importsPage } from "./imports-page.tsx";
import { runPage } from "./run-page.tsx";

const rowsAtOnce = 20;

interface OfRun {
  Params: { id: string };
}

/** "Nhập dữ liệu": files are taken, looked at, brought in by the workers, and the last one undone. Administrators only. */
export function addImportRoutes(site: StaffSite, { imports }: { imports: ImportPorts }): void {
  site.page<{ Querystring: unknown }>(
    importsPath,
    async (visit, { query }) => {
      const after = /^\d{1,18}$/.exec(readFields(query).text("sau"))?.[0];
      return importsPage({ ...(await history(after)), visit });
    },
    "admin",
  );

  site.upload(
    importsPath,
    largestFileMegabytes,
    async (visit, fields, file) => {
      const kind = readKind(fields.text("loai"));
      const again = async (fault: string, status: number) =>
        importsPage({ ...(await history()), visit, status, tried: { kind, fault } });
      const limit = { limit: String(largestFileMegabytes) };
      if (!file || !kind) return again(visit.say("staff-import-no-file"), 422);
      if (file.isTooLarge()) return again(visit.say("staff-import-too-large", limit), 413);
      const id = await imports.take({
        kind,
        fileName: file.name,
        bytes: file.bytes,
        isTooLarge: () => file.isTooLarge(),
        uploadedBy: visit.staff.username,
        now: visit.now,
      });
      return id === undefined
        ? again(visit.say("staff-import-too-large", limit), 413)
        : { to: `${importsPath}/${id}` };
    },
    "admin",
  );

  site.page<OfRun>(
    `${importsPath}/:id`,
    async (visit, { params }) => show(await find(params.id), visit),
    "admin",
  );

  site.form<OfRun>(
    `${importsPath}/:id/nhap`,
    async (visit, fields, { params }) => {
      const run = await find(params.id);
      const meanings = readMeanings(run, fields);
      const outcome = await imports.start(run.id, meanings);
      const { say } = visit;
      switch (outcome.kind) {
        case "queued":
          return { to: `${importsPath}/${run.id}` };
        case "decided":
          return {
            to: `${importsPath}/${run.id}`,
            flash: { tone: "warning", text: say("staff-import-decided") },
          };
        case "unclear": {
          const { columns } = kindOf(run);
          const titles = outcome.missing.map(
            (name) => columns.find((column) => column.name === name)?.title ?? name,
          );
          const fault =
            outcome.twice.length > 0
              ? say("staff-import-twice", { columns: outcome.twice.join(", ") })
              : say("staff-import-missing", { columns: titles.join(", ") });
          return runPage({ run, kind: kindOf(run), visit, tried: meanings, fault, status: 422 });
        }
      }
    },
    "admin",
  );

  site.form<OfRun>(
    `${importsPath}/:id/bo`,
    async ({ now, say }, _fields, { params }) => {
      const { id } = await find(params.id);
      const isDone = await imports.discard(id, now);
      return isDone
        ? { to: importsPath, flash: { tone: "done", text: say("staff-import-discarded") } }
        : { to: `${importsPath}/${id}`, flash: { tone: "warning", text: say("staff-import-decided") } };
    },
    "admin",
  );

  site.form<OfRun>(
    `${importsPath}/:id/hoan-tac`,
    async ({ now, say, staff }, _fields, { params }) => {
      const run = await find(params.id);
      const outcome = await imports.undo(run, staff.username, now);
      return {
        to: `${importsPath}/${run.id}`,
        ...(outcome.kind === "not-last" && {
          flash: { tone: "warning" as const, text: say("staff-import-not-last") },
        }),
      };
    },
    "admin",
  );

  site.file<OfRun>(
    `${importsPath}/:id/loi.csv`,
    async (_visit, { params }) => {
      const run = await find(params.id);
      if (!run.counts?.rejected) throw new Refusal(404, { key: "web-error-not-found" });
      return {
        name: `${run.fileName}.loi.csv`,
        mediaType: "text/csv; charset=utf-8",
        content: Readable.from(imports.rejects(run.id)),
        exported: { deed: "list-exported", on: { kind: "import", id: run.id } },
      };
    },
    "admin",
  );

  site.file<{ Params: { kind: string } }>(
    `${importsPath}/mau/:kind.csv`,
    async (_visit, { params }) => {
      const kind = readKind(params.kind);
      if (!kind) throw new Refusal(404, { key: "web-error-not-found" });
      const titles = imports.kind(kind).columns.map(({ title }) => title);
      return {
        name: `${kind}.csv`,
        mediaType: "text/csv; charset=utf-8",
        content: `\uFEFF${titles.join(",")}\r\n`,
      };
    },
    "admin",
  );

  async function history(after?: string) {
    const runs = await imports.history({ after, limit: rowsAtOnce + 1 });
    const kinds = importableNames.map((name) => imports.kind(name));
    return { runs, rowsAtOnce, isFirst: after === undefined, kinds };
  }

  async function find(id: string): Promise<ImportRun> {
    const run = /^\d{1,18}$/.test(id) ? await imports.find(id) : undefined;
    if (!run) throw new Refusal(404, { key: "web-error-not-found" });
    return run;
  }

  function kindOf({ kind }: ImportRun) {
    const name = readKind(kind);
    if (!name) throw new Refusal(404, { key: "web-error-not-found" });
    return imports.kind(name);
  }

  function show(run: ImportRun, visit: StaffVisit) {
    return runPage({ run, kind: kindOf(run), visit });
  }

  function readMeanings(run: ImportRun, fields: FormFields): (string | null)[] {
    const { columns } = kindOf(run);
    return run.header.map(
      (_title, at) => columns.find(({ name }) => name === fields.text(`cot-${at}`))?.name ?? null,
    );
  }
}
