import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { FastifyAdapter } from "@bull-board/fastify";
import type { Queue } from "bullmq";

/** A board of these queues, as a plugin of the web server under a path. Whoever mounts it guards it. */
export function createQueueBoard(
  queues: readonly Queue[],
  path: string,
): ReturnType<FastifyAdapter["registerPlugin"]> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(path);
  createBullBoard({ queues: queues.map((queue) => new BullMQAdapter(queue)), serverAdapter: adapter });
  return adapter.registerPlugin();
}
