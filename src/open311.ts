import { createHash } from "node:crypto";
import type { App } from "./app.ts";
import { sourceCodeOf } from "./domain/feedback/api-client.ts";
import { fileFeedback } from "./domain/feedback/file-feedback.ts";
import { createApiClientStore } from "./persistence/api-client-store.ts";
import { createFeedbackTools } from "./turn-stores.ts";
import type { Open311Ports } from "./web/open311/open311-ports.ts";

/** Of a key only this is kept. Keys are long and random, so a plain digest cannot be guessed back. */
export function keyDigest(apiKey: string): string {
  return createHash("sha256").update(apiKey).digest("hex");
}

/** Fills the Open311 interface's ports from the app. */
export function createOpen311(app: App): Open311Ports {
  const clients = createApiClientStore(app.database);
  return {
    client: (apiKey) => clients.findByKey(keyDigest(apiKey)),
    fields: () => app.database.query("select id, name from field order by name"),
    cases: (client, asked) => clients.cases(client, asked),
    async file(client, { clientId, field, description, address, latitude, longitude, ...sender }) {
      const now = app.clock();
      const filed = await app.database.transaction(async (sql) =>
        fileFeedback(
          {
            source: client.source,
            sourceCode: sourceCodeOf(client, clientId),
            kind: "report",
            urgency: "normal",
            content: description,
            field,
            place: {
              ...(address !== undefined && { words: address }),
              ...(latitude !== undefined && { latitude }),
              ...(longitude !== undefined && { longitude }),
            },
            dossierCode: null,
            receivedAt: now,
            person: null,
            conversationId: null,
            senderName: sender.senderName ?? null,
            senderPhone: sender.senderPhone ?? null,
            privacy: "agency",
            joinedToId: null,
            attachmentIds: [],
          },
          { actor: { kind: "system", name: `api:${client.name}` }, channel: "open311", now },
          await createFeedbackTools(sql, app.surroundings),
        ),
      );
      app.onAnswered();
      return filed.matter;
    },
  };
}
