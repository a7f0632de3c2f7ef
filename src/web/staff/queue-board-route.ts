import type { FastifyInstance, FastifyPluginCallback } from "fastify";
import type { AuditTrail } from "../../domain/audit/act.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Say } from "../../wording/wording.ts";
import { saySentence } from "../error-answers.tsx";
import { pageLanguage } from "../page-language.ts";
import { Refusal } from "../refusal.ts";
import { requireSameOrigin } from "../same-origin.ts";
import type { StaffSessions } from "./staff-sessions.ts";

export const queueBoardPath = "/lamviec/hangdoi";

/** The board of the queues, to be mounted under a path. */
export type QueueBoard = (path: string) => FastifyPluginCallback;

/** The board is one script that styles itself; it loads no fonts from elsewhere, for nothing but this origin may be asked. */
const boardPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";

/** The queues as administrators see them: what waits, runs and failed; they may try again. */
export function addQueueBoard(
  web: FastifyInstance,
  board: QueueBoard,
  sessions: StaffSessions,
  {
    say,
    clock,
    recordAct,
    publicUrl,
  }: { say: Say; clock: Clock; recordAct: AuditTrail["record"]; publicUrl?: string | undefined },
): void {
  web.register(async (guarded) => {
    guarded.addHook("onRequest", async (request, reply) => {
      reply.header("content-security-policy", boardPolicy).header("cache-control", "no-store");
      try {
        if (request.method !== "GET") requireSameOrigin(request, publicUrl);
        const { staff } = await sessions.require(request, "admin");
        if (request.method !== "GET")
          await recordAct({
            by: { kind: "staff", name: staff.username },
            deed: "queue-changed",
            on: { kind: "page", id: request.url.split("?")[0]!.slice(0, 200) },
            channel: "web",
            at: clock(),
          });
      } catch (error) {
        // The board answers what is thrown in its own way, as a fault of ours.
        if (!(error instanceof Refusal)) throw error;
        const sentence = saySentence(say, pageLanguage(request), error.sentence);
        return reply.code(error.status).type("text/plain; charset=utf-8").send(sentence);
      }
    });
    guarded.register(board(queueBoardPath), { prefix: queueBoardPath });
  });
}
