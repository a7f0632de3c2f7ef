import type { App } from "./app.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { createCallList } from "./persistence/call-list-store.ts";
import { readMeasures } from "./persistence/measures.ts";
import type { Measure } from "./web/metrics-route.ts";

/** How the service stands: what PostgreSQL knows, and what waits in the queues. */
export async function measure(app: App, jobs: Pick<Jobs, "counts">): Promise<Measure[]> {
  const kept = await readMeasures<Measure>(app.database, app.clock());
  const callList = await createCallList(app.database).read();
  const queues = Object.entries(await jobs.counts()).flatMap(([queue, counts]) =>
    Object.entries(counts).map(([state, value]): Measure => ({
      name: "queue_jobs",
      labels: { queue, state },
      value,
    })),
  );
  return [...kept, { name: "call_list", labels: {}, value: callList.length }, ...queues];
}
