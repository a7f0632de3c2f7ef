import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import type { InboundContent } from "../../src/conversation/inbound-message.ts";
import { importFile } from "../../src/imports/import-file.ts";
import { importKindNames, type ImportKindName } from "../../src/imports/import-kind.ts";
import { importKinds } from "../../src/imports/kinds/kinds.ts";
import { createImportStore } from "../../src/persistence/import-store.ts";
import type { LeakTown } from "../leaks/leak-town.ts";
import { sampleFiles } from "../support/sample-files.ts";
import { fuzzTarget, type FuzzTarget } from "./fuzz-target.ts";
import { mutatedBytes, oddText } from "./odd-values.ts";

const content: fc.Arbitrary<InboundContent> = fc.oneof(
  oddText.map((text) => ({ kind: "text" as const, text })),
  oddText.map((say) => ({ kind: "button" as const, say })),
  oddText.map((text) => ({ kind: "edit" as const, of: text, text })),
  fc.tuple(oddText, oddText).map(([text, name]) => ({
    kind: "media" as const,
    text,
    attachments: [{ kind: "photo" as const, ref: `telegram:${name}`, name }],
  })),
  fc
    .tuple(
      fc.double({ min: -90, max: 90, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      oddText,
    )
    .map(([latitude, longitude, title]) => ({ kind: "position" as const, latitude, longitude, title })),
);

/** Whole turns and whole imports, with the real database behind them. */
export async function serviceTargets({ test: { app }, now }: LeakTown): Promise<FuzzTarget[]> {
  const folder = await mkdtemp(join(tmpdir(), "motcua-fuzz-"));
  const tools = { store: createImportStore(app.database), say: app.say, now };
  async function takeFile(kind: ImportKindName, bytes: Uint8Array | string): Promise<void> {
    const path = join(folder, "file");
    await writeFile(path, bytes);
    await importFile(kind, path, tools);
    await rm(`${path}.loi.csv`, { force: true });
  }
  const rows = fc.array(fc.array(oddText, { maxLength: 20 }), { minLength: 1, maxLength: 6 });
  const workbook = Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: "Hồ sơ",
          rows: [importKinds["ho-so"].columns.map(({ name }) => name), ["H57.16-261102-0002"]],
        },
      ],
    }),
  );
  return [
    fuzzTarget({
      name: "turns of the conversation",
      share: 8,
      inputs: fc.tuple(content, fc.constantFrom("hoa", "lan", "khoa")),
      async take([said, person]) {
        const address = { channel: "test-fuzz", conversationId: person, id: randomUUID(), sentAt: now };
        const { kind } = await app.handleMessage({ ...address, content: said });
        if (kind === "failed") throw new Error("the turn failed");
      },
    }),
    fuzzTarget({
      name: "CSV files of each kind",
      share: 12,
      inputs: fc.tuple(fc.constantFrom(...importKindNames), rows, fc.constantFrom(",", ";", "\t")),
      take: ([kind, cells, delimiter]) =>
        takeFile(
          kind,
          [importKinds[kind].columns.map(({ name }) => name), ...cells]
            .map((row) => row.map(quoted).join(delimiter))
            .join("\n"),
        ),
    }),
    fuzzTarget({
      name: "broken files for import",
      share: 10,
      inputs: fc.tuple(
        fc.constantFrom(...importKindNames),
        fc.oneof(
          mutatedBytes([workbook]),
          mutatedBytes(Object.values(sampleFiles)),
          fc.uint8Array({ maxLength: 200 }),
        ),
      ),
      take: ([kind, bytes]) => takeFile(kind, bytes),
    }),
  ];
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
