import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A line to a server on which every piece may take its time; whatever is sent arrives, in order. */
export interface SlowLine extends AsyncDisposable {
  port: number;
  delayMs: number;
}

export async function openSlowLine(toPort: number): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(toPort, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      void carry(from, to, () => line.delayMs);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const line: SlowLine = {
    port: (server.address() as AddressInfo).port,
    delayMs: 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return line;
}

async function carry(from: Socket, to: Socket, delayMs: () => number): Promise<void> {
  try {
    for await (const piece of from) {
      if (delayMs() > 0) await pause(delayMs());
      if (!to.write(piece as Buffer)) await once(to, "drain");
    }
    to.end();
  } catch {
    to.destroy();
  }
}
