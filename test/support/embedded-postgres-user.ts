import { once } from "node:events";
import { useEmbeddedPostgres } from "../../src/persistence/embedded-postgres.ts";

// A process that uses the embedded server of a folder until its standard input ends.

await using server = await useEmbeddedPostgres(process.argv[2]!, { fsync: "off" });
process.stdout.write(`${JSON.stringify({ url: server.url, wasStarted: server.wasStarted })}\n`);
await once(process.stdin.resume(), "end");
