import { open, readFile } from "node:fs/promises";
import { z } from "zod";
import type { App } from "./app.ts";
import { addDays, dayOf } from "./domain/vietnam-time.ts";
import { noteHead, sendHeads } from "./persistence/audit/audit-head-store.ts";
import { sealActs } from "./persistence/audit/seal-acts.ts";
import type { NotedHead } from "./persistence/audit/verify-audit.ts";

const patienceMs = 10_000;

/** Notes where the chain stood when yesterday was over, and sends every head that is not outside yet where it should be. */
export async function sendAuditHeads({ database, clock, auditHeads, outbound }: App): Promise<void> {
  const now = clock();
  await sealActs(database, now);
  await noteHead(database, addDays(dayOf(now), -1), now);
  const { file, url } = auditHeads;
  if (file !== undefined) await sendHeads(database, "file", (head) => append(file, head), clock);
  if (url !== undefined)
    await sendHeads(database, "webhook", (head) => post(outbound.fetch, url, head), clock);
}

const headSchema = z.object({ day: z.string(), place: z.number(), hash: z.string() });

/** The heads that were noted in a file. Throws when it cannot be read or has other lines. */
export async function readHeadsFile(path: string): Promise<NotedHead[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter(Boolean);
  return lines.map((line) => headSchema.parse(JSON.parse(line)));
}

async function append(path: string, head: NotedHead): Promise<void> {
  await using file = await open(path, "a", 0o600);
  await file.write(`${JSON.stringify(head)}\n`);
  await file.sync();
}

async function post(send: typeof fetch, url: string, head: NotedHead): Promise<void> {
  const answer = await send(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(head),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!answer.ok) throw new Error(`${new URL(url).origin} answered ${answer.status} to the audit's head`);
}
