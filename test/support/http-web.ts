import type { StoredAttachment } from "../../src/conversation/attachments/attachment-store.ts";
import type { InboundMessage } from "../../src/conversation/inbound-message.ts";
import type { Reply } from "../../src/conversation/reply.ts";
import { StoreUnavailableError } from "../../src/conversation/store-unavailable-error.ts";
import type { Entry, Replied } from "../../src/conversation/transcript.ts";
import type { StaffMember } from "../../src/domain/staff/staff-member.ts";
import type { StaffPorts } from "../../src/web/staff/staff-ports.ts";
import type { WebPorts } from "../../src/web/ports.ts";
import { createWebServer, type WebOptions } from "../../src/web/server.ts";
import { createWording } from "../../src/wording/wording.ts";
import { visitorOf, type Visitor } from "./http-visitor.ts";

const webNow = new Date("2021-03-15T02:00:00Z");

/** The real server over conversations kept in memory, on a free port. */
export interface TestWeb extends AsyncDisposable {
  url: string;
  visitor(): Visitor;
  /** What reached the conversation, in order. */
  heard: InboundMessage[];
  /** What was uploaded, in order. */
  kept: (StoredAttachment & { person: string })[];
  /** How the assistant answers; throwing is allowed. */
  answers(how: (message: InboundMessage) => Reply[] | Promise<Reply[]>): void;
  /** The assistant says something unasked. */
  tells(conversationId: string, reply: Reply): void;
  /** How many streams wait for a signal. */
  listeners(): number;
  isDatabaseAway: boolean;
  isDemonstration: boolean;
}

const staff: StaffMember[] = [
  { username: "lan", fullName: "Trần Thị Lan", role: "officer", unitCode: "P1", unitName: "Phòng Hộ tịch" },
  { username: "minh", fullName: "Lê Quang Minh", role: "leader", unitCode: "S", unitName: "Sở Tư pháp" },
];

/** The staff's pages are tried on the whole service: here whatever they need is refused. */
const nobodyWorksHere = new Proxy({} as StaffPorts, {
  get: () => () => Promise.reject(new Error("nobody works here")),
});

export async function openTestWeb(
  options: Partial<WebOptions> = {},
  more: Partial<WebPorts> = {},
): Promise<TestWeb> {
  const entries = new Map<string, Entry[]>();
  const speakers = new Map<string, string>();
  const bells = new Map<string, Set<() => void>>();
  let lastOutboxId = 0;
  let answer: (message: InboundMessage) => Reply[] | Promise<Reply[]> = ({ content }) => [
    { blocks: [{ kind: "paragraph", text: `Đã nghe: ${JSON.stringify(content)}` }] },
  ];

  function add(conversationId: string, entry: Entry): void {
    entries.set(conversationId, [...(entries.get(conversationId) ?? []), entry]);
  }
  function tell(conversationId: string, reply: Reply, about: Partial<Replied> = {}): void {
    add(conversationId, { kind: "replied", outboxId: String(++lastOutboxId), reply, at: webNow, ...about });
    for (const ring of bells.get(conversationId) ?? []) ring();
  }
  function requireDatabase(): void {
    if (web.isDatabaseAway) throw new StoreUnavailableError("The database is not reachable.");
  }

  const server = await createWebServer(
    {
      async handleMessage(message) {
        requireDatabase();
        const isKnown = web.heard.some(
          ({ id, conversationId }) => id === message.id && conversationId === message.conversationId,
        );
        if (isKnown) return { kind: "duplicate" };
        web.heard.push(message);
        const replies = await answer(message);
        const { id: messageId, content, sentAt: at, conversationId } = message;
        const inAnswerTo = { kind: "said", messageId, content, at } as const;
        add(conversationId, inAnswerTo);
        for (const reply of replies) tell(conversationId, reply, { inAnswerTo });
        return { kind: "answered" };
      },
      messageAllowance: async () => undefined,
      transcript: {
        async read(conversationId, limit) {
          requireDatabase();
          return (entries.get(conversationId) ?? []).slice(-limit);
        },
        async repliesAfter(conversationId, outboxId) {
          requireDatabase();
          return (entries.get(conversationId) ?? []).filter(
            (entry) => entry.kind === "replied" && Number(entry.outboxId) > Number(outboxId),
          ) as Replied[];
        },
      },
      attachments: {
        async keep({ conversation: { conversationId }, ...file }) {
          requireDatabase();
          const id = String(web.kept.length + 1);
          web.kept.push({ id, person: `web:${conversationId}`, ...file });
          return id;
        },
        read: async (id) => web.kept.find((kept) => kept.id === id),
        isFor: async (id, { conversationId }) =>
          web.kept.some((kept) => kept.id === id && kept.person === `web:${conversationId}`),
        async uploadedSince({ conversationId }) {
          const own = web.kept.filter(({ person }) => person === `web:${conversationId}`);
          return {
            count: own.length,
            sizeBytes: own.reduce((sum, { content }) => sum + (content?.length ?? 0), 0),
          };
        },
      },
      openFileLink: (token) => (token === "good" ? "1" : undefined),
      outbox: {
        subscribe(conversationId, ring) {
          const here = bells.get(conversationId) ?? new Set();
          bells.set(conversationId, here.add(ring));
          return () => here.delete(ring);
        },
      },
      agency: { name: async () => "Sở Tư pháp", isDemonstration: async () => web.isDemonstration },
      speakers: {
        choices: async () => staff,
        current: async (conversationId) => speakers.get(conversationId) ?? "citizen",
        choose: async (conversationId, speaker) => void speakers.set(conversationId, speaker),
      },
      readiness: async () => ({ database: !web.isDatabaseAway, queue: true }),
      silentJobs: async () => [],
      measures: async () => [],
      // The staff's pages are tried on the whole service.
      signIn: {
        issue: () => Promise.reject(new Error("nobody signs in here")),
        whose: async () => undefined,
        signIn: async () => undefined,
        signInKnown: async () => undefined,
        find: async () => undefined,
        sessionsOf: async () => [],
        endAll: async () => 0,
        end: async () => undefined,
      },
      staff: nobodyWorksHere,
      queueBoard: () => (_web, _options, done) => done(),
      webhooks: [],
      open311: {
        client: async () => undefined,
        fields: async () => [],
        file: () => Promise.reject(new Error("Nobody hands anything in here.")),
        cases: async () => [],
      },
      everybody: nobodyWorksHere as never,
      ...more,
    },
    { say: createWording(), clock: () => webNow, ...options },
  );
  const web: TestWeb = {
    url: await server.listen("127.0.0.1", 0),
    visitor: () => visitorOf(web.url),
    heard: [],
    kept: [],
    answers: (how) => (answer = how),
    tells: tell,
    listeners: () => [...bells.values()].reduce((sum, here) => sum + here.size, 0),
    isDatabaseAway: false,
    isDemonstration: false,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  return web;
}
