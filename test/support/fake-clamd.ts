import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";

/** The harmless text that every searcher takes for malware, in two parts so that this file is not taken for it. */
export const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

/** A clamd that speaks INSTREAM as clamd(8) tells, and finds EICAR. */
export interface FakeClamd extends AsyncDisposable {
  address: string;
  /** How many files it was shown. */
  searched: number;
  /** As when its machine is down. */
  isAway: boolean;
}

const largest = 25 * 1024 * 1024;

export async function openFakeClamd(): Promise<FakeClamd> {
  const server: Server = createServer((socket) => {
    if (clamd.isAway) return void socket.destroy();
    let received = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (piece) => {
      received = Buffer.concat([received, piece]);
      const told = readStream(received);
      if (told === undefined) return;
      clamd.searched += 1;
      socket.end(
        `${told === "too large" ? "INSTREAM size limit exceeded. ERROR" : told.includes(eicar) ? "stream: Eicar-Signature FOUND" : "stream: OK"}\0`,
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const clamd: FakeClamd = {
    address: `clamd://127.0.0.1:${(server.address() as AddressInfo).port}`,
    searched: 0,
    isAway: false,
    [Symbol.asyncDispose]: () => new Promise((closed) => server.close(() => closed())),
  };
  return clamd;
}

/** The file once its end has come; throws where the bytes are not of the protocol. */
function readStream(bytes: Buffer): Buffer | "too large" | undefined {
  const command = "zINSTREAM\0";
  if (bytes.length < command.length) return undefined;
  if (!bytes.subarray(0, command.length).equals(Buffer.from(command))) throw new Error("not INSTREAM");
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (length > largest) return "too large";
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
