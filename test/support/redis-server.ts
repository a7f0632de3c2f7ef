import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

export interface TestRedis extends AsyncDisposable {
  url: string;
}

/** The Redis of REDIS_URL, else a redis-server of our own in `folder`; undefined, said loudly, when there is neither. */
export async function useRedis(folder: string): Promise<TestRedis | undefined> {
  const url = process.env["REDIS_URL"];
  if (url) return { url, [Symbol.asyncDispose]: async () => {} };
  try {
    return await startRedis(folder, await findFreePort());
  } catch {
    // oxlint-disable-next-line no-console -- nobody may believe that the Redis tests ran
    console.warn(
      "\n*** NO REDIS: redis-server is not installed and REDIS_URL is not set. THE REDIS TESTS DO NOT RUN. ***\n",
    );
    return undefined;
  }
}

/** A redis-server of our own that keeps nothing. Throws when there is none on this machine. */
export async function startRedis(folder: string, port: number): Promise<TestRedis> {
  // A pipe of ours for its configuration: nothing of it stays when the run ends.
  const server = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = once(server, "exit");
  await Promise.race([isReady(server.stdout), ended.then(() => Promise.reject(new Error("ended")))]);
  return {
    url: `redis://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.kill();
      await ended;
    },
  };
}

async function isReady(output: NodeJS.ReadableStream): Promise<void> {
  let said = "";
  for await (const chunk of output) {
    said += String(chunk);
    if (said.includes("Ready to accept connections")) return;
  }
  throw new Error(said);
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
