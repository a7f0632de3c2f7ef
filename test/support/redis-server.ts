import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

interface TestRedis extends AsyncDisposable {
  url: string;
}

/** The Redis of REDIS_URL, else a redis-server of our own in `folder`; undefined, said loudly, when there is neither. */
export async function useRedis(folder: string): Promise<TestRedis | undefined> {
  const url = process.env["REDIS_URL"];
  if (url) return { url, [Symbol.asyncDispose]: async () => {} };
  const port = await findFreePort();
  // A pipe of ours for its configuration: nothing of it stays when the run ends.
  const server = spawn(
    "redis-server",
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ended = once(server, "exit");
  try {
    await Promise.race([isReady(server.stdout), ended.then(() => Promise.reject(new Error("ended")))]);
  } catch {
    // oxlint-disable-next-line no-console -- nobody may believe that the Redis tests ran
    console.warn(
      "\n*** NO REDIS: redis-server is not installed and REDIS_URL is not set. THE REDIS TESTS DO NOT RUN. ***\n",
    );
    return undefined;
  }
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

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
