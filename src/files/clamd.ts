import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** What a search for malware came to. */
type SearchOutcome =
  | { kind: "clean" }
  | { kind: "infected"; name: string }
  /** Nobody looked: the file waits. */
  | { kind: "away"; reason: string };

/** Looks for malware in a file. Never throws. */
export type SearchFile = (content: Buffer) => Promise<SearchOutcome>;

const chunkBytes = 64 * 1024;
const patienceMs = 20_000;
const longestAnswer = 1000;

/**
 * Asks clamd, at `clamd://host:port` or `unix:/path`, over its INSTREAM command: chunks behind their length, a length of
 * nothing at the end. Source: clamd(8).
 */
export function createSearch(address: string): SearchFile {
  return async (content) => {
    const stop = new AbortController();
    const late = pause(patienceMs, "clamd did not answer in time", { signal: stop.signal, ref: false });
    let socket: Socket | undefined;
    try {
      const answered = ask((socket = reach(address)), content).then(readAnswer);
      return await Promise.race([answered, late.then(away)]);
    } catch (error) {
      return away(error instanceof Error ? error.message : String(error));
    } finally {
      stop.abort();
      late.catch(() => undefined);
      socket?.destroy();
    }
  };
}

function reach(address: string): Socket {
  if (address.startsWith("unix:")) return connect({ path: address.slice("unix:".length) });
  const { hostname, port } = new URL(address);
  return connect({ host: hostname.replaceAll(/[[\]]/g, ""), port: Number(port || 3310) });
}

async function ask(socket: Socket, content: Buffer): Promise<string> {
  const heard = new Promise<string>((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (piece: string) => {
      text += piece;
      // It answers once, with a zero byte behind.
      if (text.includes("\0") || text.length > longestAnswer) resolve(text);
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
  socket.write("zINSTREAM\0");
  for (let at = 0; at < content.length; at += chunkBytes) {
    const chunk = content.subarray(at, at + chunkBytes);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
  return heard;
}

function lengthOf(bytes: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(bytes);
  return written;
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or what went wrong there. */
function readAnswer(text: string): SearchOutcome {
  const said = text.replaceAll("\0", "").trim();
  if (said === "stream: OK") return { kind: "clean" };
  const [, name] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  return name === undefined ? away(said || "clamd hung up") : { kind: "infected", name };
}

function away(reason: string): SearchOutcome {
  return { kind: "away", reason };
}
