// Milliseconds from a webhook to the platform's call, between real processes, with the queues in either place:
// `npm run bench answered [--questions 100]`, after `npm run build`.
import { setTimeout as pause } from "node:timers/promises";
import { ChaosTown } from "../test/chaos/chaos-town.ts";
import { numberFlag, publish, type Finding } from "./frame.ts";

const perSecond = 10;
const questionCount = numberFlag("questions", 100);

const findings: Finding[] = [];
for (const queue of ["postgres", "redis"] as const) findings.push(...(await measure(queue)));
await publish("answered", findings);

async function measure(queue: "postgres" | "redis"): Promise<Finding[]> {
  await using town = await ChaosTown.found(queue);
  if (queue === "redis") await town.redis.start();
  await town.start("web", "worker");
  await town.untilAnswered(await town.ask(1));
  const asked = Array.from({ length: questionCount }, async (_, place) => {
    await pause((place * 1000) / perSecond);
    const since = performance.now();
    await town.untilAnswered(await town.ask(1000 + place));
    return performance.now() - since;
  });
  const tookMs = (await Promise.all(asked)).toSorted((a, b) => a - b);
  const of = `webhook to platform, queues in ${queue}, ${perSecond}/s`;
  return [
    { metric: `p50, ${of}`, unit: "ms", value: tookMs[Math.floor(tookMs.length * 0.5)]! },
    { metric: `p99, ${of}`, unit: "ms", value: tookMs[Math.floor(tookMs.length * 0.99)]! },
  ];
}
