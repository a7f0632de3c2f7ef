import type { FastifyInstance } from "fastify";
import type { WebPorts } from "./ports.ts";

/**
 * `/healthz`: this process lives. `/readyz`: the parts it needs answer too; 503 names those that do not. It also names the
 * recurring jobs that have not run for long, which is some worker's trouble and not this process's.
 */
export function addHealthRoutes(
  web: FastifyInstance,
  { readiness, silentJobs }: Pick<WebPorts, "readiness" | "silentJobs">,
): void {
  const quiet = { logLevel: "warn" } as const;
  web.get("/healthz", quiet, () => ({ alive: true }));
  web.get("/readyz", quiet, async (_request, reply) => {
    const parts = await readiness();
    const ready = Object.values(parts).every(Boolean);
    const silent = ready ? await silentJobs() : [];
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ ready, parts, silentJobs: silent });
  });
}
