// Telegram's side: so many kept connections, each posting the next update once the last is answered.
import { connect } from "node:net";

export interface Load {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Every chat asks for some dossier; each update is new. */
export interface Asked {
  secret: string;
  path: string;
  chats: number;
  /** The code that the nth update asks for. */
  codeOf: (n: number) => string;
}

let nextUpdate = 1;

/** Posts updates over `connections` for so long and tells how it went. Throws at the first answer that is not 200. */
export async function putUnderLoad(
  origin: string,
  asked: Asked,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const until = performance.now() + seconds * 1000;
  const tookMs: number[] = [];
  const since = performance.now();
  await Promise.all(Array.from({ length: connections }, () => keepAsking(origin, asked, until, tookMs)));
  const spanMs = performance.now() - since;
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!;
  return { perSecond: (sorted.length / spanMs) * 1000, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function keepAsking(origin: string, asked: Asked, until: number, tookMs: number[]): Promise<void> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    let sentAt = 0;
    let received = "";
    function ask(): void {
      if (performance.now() >= until) {
        socket.end();
        resolve();
        return;
      }
      received = "";
      sentAt = performance.now();
      socket.write(requestFor(nextUpdate++, hostname, asked));
    }
    socket.on("connect", ask);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      if (!isWhole(received)) return;
      if (!received.startsWith("HTTP/1.1 200")) {
        reject(new Error(received));
        return;
      }
      tookMs.push(performance.now() - sentAt);
      ask();
    });
  });
}

function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return false;
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return text.length >= end + 4 + length;
}

function requestFor(n: number, host: string, { secret, path, chats, codeOf }: Asked): string {
  const chat = 1 + ((n * 7919) % chats);
  const person = { id: chat, first_name: "Hoa" };
  const body = JSON.stringify({
    update_id: n,
    message: {
      message_id: n,
      date: 1_790_000_000,
      chat: { ...person, type: "private" },
      from: { ...person, is_bot: false, language_code: "vi" },
      text: `Cho tôi hỏi hồ sơ ${codeOf(n)} tới đâu rồi ạ`,
    },
  });
  return (
    `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
    `x-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}
