import type { FastifyInstance } from "fastify";
import type { Webhook } from "./ports.ts";

const bodyLimitBytes = 1024 * 1024;

/** Mounts the platforms' ways in. The body stays bytes, whatever its type says. */
export function addWebhookRoutes(web: FastifyInstance, webhooks: Webhook[]): void {
  web.register(async (raw) => {
    raw.removeAllContentTypeParsers();
    raw.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    for (const webhook of webhooks)
      raw.post<{ Body: Buffer | undefined }>(
        webhook.path,
        // A platform reads no more than the status.
        { bodyLimit: bodyLimitBytes, helmet: false, compress: false },
        async (request, reply) => {
          const rawBody = request.body ?? Buffer.alloc(0);
          const { status } = await webhook.handle({ rawBody, headers: request.headers });
          return reply.code(status).send();
        },
      );
  });
}
