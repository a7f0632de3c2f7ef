import type { FastifyInstance } from "fastify";
import type { WebPorts } from "./ports.ts";

/** `/healthz`: this process lives. `/readyz`: the parts it needs answer too; 503 names those that do not. */
export function addHealthRoutes(web: FastifyInstance, readiness: WebPorts["readiness"]): void {
  const quiet = { logLevel: "warn" } as const;
  web.get("/healthz", quiet, () => ({ alive: true }));
  web.get("/readyz", quiet, async (_request, reply) => {
    const parts = await readiness();
    const ready = Object.values(parts).every(Boolean);
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ ready, parts });
  });
}
