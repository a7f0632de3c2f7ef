import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Pool } from "undici";

export interface BarePlatform extends AsyncDisposable {
  apiRoot: string;
  token: string;
}

const text = "Hồ sơ của anh/chị đã có kết quả.";

/** A Telegram that takes everything and looks at nothing. */
export async function openBarePlatform(): Promise<BarePlatform> {
  const answer = JSON.stringify({
    ok: true,
    result: { message_id: 1, date: 1, chat: { id: 1, type: "private" }, text: "" },
  });
  const server = createServer((incoming, response) => {
    incoming.resume().on("end", () => response.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: "1:token",
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** So many messages to it over as many kept connections, and nothing else. */
export async function postBare(
  { apiRoot, token }: BarePlatform,
  { count, connections }: { count: number; connections: number },
): Promise<void> {
  const pool = new Pool(apiRoot, { connections });
  let left = count;
  async function work(): Promise<void> {
    while (left-- > 0) {
      const { body } = await pool.request({
        path: `/bot${token}/sendMessage`,
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ chat_id: left, text, parse_mode: "HTML" }),
      });
      await body.json();
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  await pool.close();
}
