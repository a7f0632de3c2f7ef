import type { App } from "./app.ts";
import type { AttachmentSource } from "./conversation/attachments/fetch-attachments.ts";
import { askForErasures } from "./persistence/approval-store.ts";
import { eraseNextPerson } from "./persistence/erase-people.ts";
import { copyScheme, readAllKept } from "./persistence/kept-of-person-store.ts";

/** Erases everyone whose request has come due, each in a transaction of their own; returns how many. */
export async function eraseDuePeople({ database, clock, log }: App): Promise<number> {
  await database.transaction((sql) => askForErasures(sql, clock()));
  let erased = 0;
  while (await database.transaction((sql) => eraseNextPerson(sql, clock()))) erased += 1;
  if (erased > 0) log.info({ erased }, "people erased on their own request");
  return erased;
}

/** Writes the copies of their own data that people asked for. */
export function createCopiesOfKept({ database }: App): AttachmentSource {
  return {
    async fetch(ref) {
      const copy = await readAllKept(database, ref.slice(copyScheme.length + 1));
      return { kind: "content", content: Buffer.from(JSON.stringify(copy, null, 2)) };
    },
  };
}
