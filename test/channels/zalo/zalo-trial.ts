import type { Reach } from "../../../src/channels/zalo/reply-window.ts";
import type { TokenStore } from "../../../src/channels/zalo/zalo-tokens.ts";
import { createOutbound } from "../../../src/outbound/outbound.ts";
import { createZalo, type Zalo, type ZaloOptions } from "../../../src/channels/zalo/zalo.ts";
import type { InboundMessage } from "../../../src/conversation/inbound-message.ts";
import type { HandleMessage } from "../../../src/conversation/turn.ts";
import { sentFiles } from "../../support/sent-files.ts";
import { FakeZalo } from "../../support/fake-zalo.ts";

export const hoa = "8123456789012345678";

/** Tokens kept in memory, one decision at a time. */
class KeptInMemory implements TokenStore {
  kept: string | undefined;
  /** The next decision is taken, but not kept. */
  losesNext = false;
  private last: Promise<unknown> = Promise.resolve();

  read(): Promise<string | undefined> {
    return Promise.resolve(this.kept);
  }

  replace(decide: Parameters<TokenStore["replace"]>[0]): Promise<string | undefined> {
    const turn = this.last.then(async () => {
      const next = (await decide(this.kept)) ?? this.kept;
      const isLost = this.losesNext;
      this.losesNext = false;
      if (isLost) throw new Error("the database is away");
      return (this.kept = next);
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** Our Official Account before a fake Zalo, with a conversation and a memory that the test plays. */
export class ZaloTrial implements AsyncDisposable {
  readonly fake: FakeZalo;
  readonly store = new KeptInMemory();
  /** What has been taken in, in order. */
  readonly heard: InboundMessage[] = [];
  /** What is known of chị Hoa. */
  reach: Reach | undefined;
  /** What the channel had remembered, in order. */
  readonly noted: [what: string, about: object][] = [];
  readonly logged: [level: string, event: string][] = [];
  staff: { fullName: string; phone: string } | undefined;
  answer: HandleMessage = () => Promise.resolve({ kind: "answered" });
  private readonly seed: string;
  private opened: Zalo[] = [];
  zalo: Zalo;

  private constructor(fake: FakeZalo) {
    this.fake = fake;
    this.seed = fake.grants.handOut(fake.now);
    this.zalo = this.open();
  }

  static async start(): Promise<ZaloTrial> {
    return new ZaloTrial(await FakeZalo.start());
  }

  open(options: Partial<ZaloOptions> = {}): Zalo {
    const { root, grants, events } = this.fake;
    const log = (level: string) => (_about: object, event: string) => void this.logged.push([level, event]);
    const note = (what: string) => (about: object) => {
      this.noted.push([what, about]);
      return Promise.resolve();
    };
    this.zalo = createZalo({
      toFiles: createOutbound({ configured: [this.fake.root], named: [] }).dispatcher,
      appId: grants.appId,
      appSecret: grants.appSecret,
      oaSecretKey: events.oaSecretKey,
      refreshToken: this.seed,
      apiRoot: root,
      oauthRoot: root,
      znsRoot: root,
      staffTemplateId: "300500",
      attachments: sentFiles,
      linkTo: (id) => `https://motcua.example/tep/${id}`,
      uploads: { find: async () => undefined, keep: async () => undefined },
      tokenStore: this.store,
      reach: {
        find: () => Promise.resolve(this.reach),
        findStaff: () => Promise.resolve(this.staff),
        noteSent: (userId, sent) => note("sent")({ userId, ...sent }),
        noteUnreachable: (userId) => note("unreachable")({ userId }),
        noteContact: (contact) => note(contact.kind)(contact),
        noteQuota: (quota) => note("quota")(quota),
      },
      handleMessage: async (message) => {
        const outcome = await this.answer(message);
        this.heard.push(message);
        return outcome;
      },
      clock: () => this.fake.now,
      log: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
      ...options,
    });
    this.opened.push(this.zalo);
    return this.zalo;
  }

  /** Chị Hoa has just written; `messageId` is what a reply must quote to be free. */
  hoaHasWritten(messageId = "msg-of-hoa"): void {
    this.fake.people.hears(hoa, messageId, this.fake.now);
    this.reach = {
      isReachable: true,
      lastInteractionAt: this.fake.now,
      lastMessageId: messageId,
      freeRepliesLeft: 8,
    };
  }

  /** Time passes. */
  pass(hours: number): void {
    this.fake.now = new Date(this.fake.now.getTime() + hours * 3_600_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.opened.map((zalo) => zalo[Symbol.asyncDispose]()));
    await this.fake[Symbol.asyncDispose]();
  }
}
