import type { Procedure } from "../../domain/procedures/procedure.ts";
import type { Aspect } from "./read-question.ts";

/** What `/thutuc` can be followed by, beside words to search by. Fields and pages are numbered from 1. */
export type Listing = { kind: "fields"; page: number } | { kind: "field"; field: number; page: number };

const aspectWords: Record<Aspect, string> = {
  papers: "giay to",
  time: "bao lau",
  fee: "phi",
  place: "o dau",
  online: "online",
};

const longestCommand = 64;

/** The command that asks for one procedure, and again for what was asked of it as long as it fits on a button. */
export function procedureCommand({ code }: Procedure, aspects: readonly Aspect[] = []): string {
  const command = `/thutuc ${code}`;
  const asking = [command, ...aspects.map((aspect) => aspectWords[aspect])].join(" ");
  return asking.length <= longestCommand ? asking : command;
}

export function listingCommand(listing: Listing): string {
  const field = listing.kind === "field" ? ` linhvuc ${listing.field}` : "";
  return `/thutuc${field}${listing.page > 1 ? ` trang ${listing.page}` : ""}`;
}

const pattern = /^\s*\/\s?\S+(?:\s+linh\s?vuc\s+(\d{1,4}))?(?:\s+trang\s+(\d{1,4}))?\s*$/i;

/** Reads what `listingCommand` writes; undefined for anything else. */
export function readListing(text: string): Listing | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const page = Number(parts[2] ?? 1);
  return parts[1] ? { kind: "field", field: Number(parts[1]), page } : { kind: "fields", page };
}
