import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "./app.ts";
import type { ImportKindName } from "./imports/import-kind.ts";
import { importKinds } from "./imports/kinds/kinds.ts";
import { faultsOfMeanings, newMeanings, previewFile } from "./imports/preview-file.ts";
import { FileRefusedError } from "./imports/table.ts";
import { createImportRunStore } from "./persistence/import-run-store.ts";
import { undoImport } from "./persistence/undo-import.ts";
import type { ImportPorts } from "./web/staff/imports/import-ports.ts";

const partBytes = 1024 * 1024;

/** Files brought in on the staff's pages: kept in the database, looked into, handed to the workers, undone. */
export function createStaffImports({ database }: App, wake: () => void): ImportPorts {
  const runs = createImportRunStore(database);
  return {
    kind: (name) => importKinds[name],
    async take({ kind, fileName, bytes, isTooLarge, uploadedBy, now }) {
      const id = await runs.begin({ kind, fileName, uploadedBy, now });
      return withFile(async (path) => {
        const file = await open(path, "w");
        let [place, size] = [0, 0];
        try {
          for await (const part of inParts(bytes)) {
            await file.write(part);
            await runs.addPart(id, "file", place++, part);
            size += part.length;
          }
        } finally {
          await file.close();
        }
        if (isTooLarge()) {
          await runs.refuse(id, { key: "import-refused-too-large", values: {} }, now);
          return undefined;
        }
        try {
          const preview = await previewFile(kind, path, await runs.remembered(kind));
          await runs.showPreview(id, size, preview);
        } catch (error) {
          if (!(error instanceof FileRefusedError)) throw error;
          await runs.refuse(id, { key: error.key, values: error.values }, now);
        }
        return id;
      });
    },
    find: (id) => runs.find(id),
    history: (page) => runs.history(page),
    async start(id, given) {
      const run = await runs.find(id);
      if (run?.status !== "waiting") return { kind: "decided" };
      const kind = run.kind as ImportKindName;
      const meanings = run.header.map((_title, at) => given[at] ?? null);
      const faults = faultsOfMeanings(kind, run.header, meanings);
      if (faults.missing.length + faults.twice.length > 0) return { kind: "unclear", ...faults };
      if (!(await runs.queue(id, meanings))) return { kind: "decided" };
      await runs.remember(kind, newMeanings(kind, run.header, meanings));
      wake();
      return { kind: "queued" };
    },
    discard: (id, now) => runs.discard(id, now),
    rejects: (id) => runs.parts(id, "rejects"),
    undo: ({ id, kind }, undoneBy, now) =>
      undoImport(database, { id, table: importKinds[kind as ImportKindName].table, undoneBy, now }),
  };
}

/** A path that nothing stands at, gone afterwards with all beside it. */
export async function withFile<Result>(work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-nhap-"));
  try {
    return await work(join(folder, "tep"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same bytes in parts that a row of the database holds well. */
export async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}
