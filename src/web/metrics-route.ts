import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** One figure about the service as it stands, the same in whichever process it is asked. */
export interface Measure {
  /** Without `motcua_`; seconds are told by the name's end. */
  name: keyof typeof meanings;
  labels: Record<string, string>;
  value: number;
}

/** What is measured, in words. */
const meanings = {
  outbox_waiting: "Messages not sent yet",
  outbox_oldest_waiting_seconds: "How long the oldest message that should have gone out has waited",
  deliveries_last_hour: "Messages of the last hour by what became of them and why",
  answer_seconds: "From a message's coming in to its answer's going out, over the last five minutes",
  turns_last_hour: "Messages taken in during the last hour",
  unreachable_conversations: "Conversations whose channel says that nobody is there",
  call_list: "Important messages that a person has to tell",
  notices_due: "Notices whose time has come and that are not handed over yet",
  job_silent_seconds: "Since when a recurring job has not succeeded",
  queue_jobs: "Jobs in a queue by state",
  zalo_quota_remaining: "What is left of an Official Account's quota",
} as const;

/** `/metrics` for Prometheus, for whoever shows the token (Authorization: Bearer …); without a token there is no such page. */
export function addMetricsRoute(
  web: FastifyInstance,
  measures: () => Promise<Measure[]>,
  token: string | undefined,
): void {
  if (token === undefined) return;
  const expected = digest(`Bearer ${token}`);
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  web.get("/metrics", { logLevel: "warn" }, async (request, reply) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ""), expected))
      return reply.code(401).send();
    const written = await Promise.all([writeMeasures(await measures()), own.metrics()]);
    return reply.type(own.contentType).send(written.join("\n"));
  });
}

function writeMeasures(measures: Measure[]): Promise<string> {
  const registry = new Registry();
  for (const [name, help] of Object.entries(meanings)) {
    const found = measures.filter((measure) => measure.name === name);
    const labelNames = [...new Set(found.flatMap(({ labels }) => Object.keys(labels)))];
    const gauge = new Gauge({ name: `motcua_${name}`, help, labelNames, registers: [registry] });
    for (const { labels, value } of found) gauge.set(labels, value);
  }
  return registry.metrics();
}

/** Of one length whatever was sent, so that comparing them tells nothing by its time. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
