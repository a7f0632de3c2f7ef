import type { FastifyInstance } from "fastify";
import { contentDisposition } from "../../chat/file-name.ts";
import { Refusal } from "../../refusal.ts";
import type { StaffPorts } from "../staff-ports.ts";
import type { StaffSessions } from "../staff-sessions.ts";
import { requireReach } from "../staff-site.ts";
import { queuePath } from "./queue-asked.ts";

/** What a browser may show in the page; everything else is saved. */
const shown = /^image\/(jpeg|png|webp)$/;

/** The files of a case, for those who may work on it. */
export function addCaseFileRoute(
  web: FastifyInstance,
  sessions: StaffSessions,
  { findCase, caseDesk }: Pick<StaffPorts, "findCase" | "caseDesk">,
): void {
  web.get<{ Params: { code: string; id: string } }>(`${queuePath}/:code/tep/:id`, async (request, reply) => {
    const { staff } = await sessions.require(request);
    const { code, id } = request.params;
    const matter = requireReach(staff, (await findCase(code.toUpperCase(), staff))?.matter);
    const stored = /^\d{1,18}$/.test(id) ? await caseDesk.file(matter.id, id) : undefined;
    if (stored?.isHeld) throw new Refusal(409, { key: "web-error-file-held" });
    if (!stored?.content) throw new Refusal(404, { key: "web-error-not-found" });
    const isShown = shown.test(stored.mediaType ?? "");
    return reply
      .headers({
        "content-disposition": contentDisposition(isShown ? "inline" : "attachment", stored.name),
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      })
      .type(isShown ? stored.mediaType! : "application/octet-stream")
      .send(stored.content);
  });
}
