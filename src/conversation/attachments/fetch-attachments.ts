import type { Clock } from "../../domain/vietnam-time.ts";
import type { AwaitedAttachment, AwaitedAttachmentStore } from "./attachment-store.ts";

/** What a platform answers when asked for the bytes behind a ref. */
export type Fetched =
  | { kind: "content"; content: Buffer; mediaType?: string }
  /** Will never be had. */
  | { kind: "gone"; reason: string }
  | { kind: "retry"; reason: string };

/** Where the bytes of one channel's attachments are. */
export interface AttachmentSource {
  /** `ref` with the channel's name before it, as the message had it. */
  fetch(ref: string): Promise<Fetched>;
}

/** Whether a file may be opened: at once, when somebody has searched it, or never, and why. */
export type ExamineFetched = (
  content: Buffer,
) => Promise<{ kind: "fit" } | { kind: "held" } | { kind: "unfit"; reason: string }>;

export interface FetchPorts {
  attachments: AwaitedAttachmentStore;
  /** By the channel's name, the part of a ref before the colon. */
  sources: ReadonlyMap<string, AttachmentSource>;
  clock: Clock;
  /** What comes from outside is examined before it is kept; what we make ourselves need not be. */
  examine?: ExamineFetched;
  /** Only those of one source. */
  scheme?: string;
}

/** Few, for each may be twenty megabytes in memory. */
const atOnce = 5;
/** Longer than a fetch may take: after it a worker that died is not waited for. */
const leaseMs = 5 * 60_000;
const firstWaitMs = 30_000;
/** With waits that double from half a minute this is about a day and a half. */
const mostAttempts = 13;

/**
 * Fetches the bytes of some attachments that are still with their platform. Any number of workers may; what fails is
 * tried again later, ever less often, then given up with the reason. Returns how many were tried.
 */
export async function fetchAttachments({
  attachments,
  sources,
  clock,
  examine,
  scheme,
}: FetchPorts): Promise<number> {
  const now = clock();
  const awaited = await attachments.claim(now, new Date(now.getTime() + leaseMs), atOnce, scheme);
  await Promise.all(awaited.map(fetchOne));
  return awaited.length;

  async function fetchOne({ id, ref, attempts }: AwaitedAttachment): Promise<void> {
    const source = sources.get(ref.slice(0, ref.indexOf(":")));
    const fetched = await (source?.fetch(ref) ?? notConnected);
    if (fetched.kind === "content") {
      const verdict = await examine?.(fetched.content);
      if (verdict?.kind === "unfit") return attachments.giveUp(id, verdict.reason);
      return attachments.fill(id, { ...fetched, isHeld: verdict?.kind === "held" }, clock());
    }
    if (fetched.kind === "gone") return attachments.giveUp(id, fetched.reason);
    if (attempts >= mostAttempts)
      return attachments.giveUp(id, `given up after ${attempts} tries: ${fetched.reason}`);
    return attachments.putOff(id, new Date(clock().getTime() + firstWaitMs * 2 ** (attempts - 1)));
  }
}

const notConnected: Fetched = { kind: "retry", reason: "its channel is not connected" };
