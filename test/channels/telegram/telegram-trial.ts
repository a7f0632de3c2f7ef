import {
  createTelegram,
  type Telegram,
  type TelegramOptions,
} from "../../../src/channels/telegram/telegram.ts";
import type { ReachNews } from "../../../src/channels/telegram/read-membership.ts";
import type { ChatMove } from "../../../src/channels/telegram/read-move.ts";
import type { StaffChat } from "../../../src/channels/telegram/telegram-menu.ts";
import type { InboundContent, InboundMessage } from "../../../src/conversation/inbound-message.ts";
import { paragraph } from "../../../src/conversation/reply.ts";
import type { HandleMessage } from "../../../src/conversation/turn.ts";
import { createWording } from "../../../src/wording/wording.ts";
import { sentFiles } from "../../support/sent-files.ts";
import { FakeTelegram } from "../../support/fake-telegram.ts";

export const hoa = 7;
export const minh = 8;

const say = createWording();
const silent = () => undefined;

/** Our Telegram channel before a fake Telegram, with a conversation that the test plays. */
export class TelegramTrial implements AsyncDisposable {
  readonly fake: FakeTelegram;
  /** What has been taken in, in order. */
  readonly heard: InboundMessage[] = [];
  /** What the conversation makes of a message. */
  answer: HandleMessage = () => Promise.resolve({ kind: "answered" });
  /** Whom Telegram said to be reachable or not. */
  readonly news: ReachNews[] = [];
  /** Which groups Telegram said to have another id now. */
  readonly moves: ChatMove[] = [];
  staffChats: StaffChat[] = [];
  telegram: Telegram;

  private constructor(fake: FakeTelegram) {
    this.fake = fake;
    this.telegram = this.open();
  }

  static async start(): Promise<TelegramTrial> {
    return new TelegramTrial(await FakeTelegram.start());
  }

  open(options: Partial<TelegramOptions> = {}): Telegram {
    const { token, apiRoot } = this.fake;
    this.telegram = createTelegram({
      token,
      apiRoot,
      log: { debug: silent, info: silent, warn: silent, error: silent },
      handleMessage: async (message) => {
        const outcome = await this.answer(message);
        this.heard.push(message);
        this.fake.notice();
        return outcome;
      },
      noteReach: async (news) => {
        this.news.push(news);
        this.fake.notice();
      },
      noteMove: async (move) => {
        this.moves.push(move);
        this.fake.notice();
      },
      staffChats: async () => this.staffChats,
      attachments: sentFiles,
      say,
      clock: () => new Date("2021-03-16T02:00:00Z"),
      firstWaitMs: 1,
      ...options,
    });
    return this.telegram;
  }

  /** What was taken in, as text where it is text. */
  contents(): (string | InboundContent)[] {
    return this.heard.map(({ content }) => (content.kind === "text" ? content.text : content));
  }

  /** Shows chị Hoa a button that says `/thongke 2020`. */
  async showButton(): Promise<void> {
    this.fake.openChat(hoa);
    const buttons = [{ label: "Kỳ trước", say: "/thongke 2020" }];
    const reply = { blocks: [paragraph("Quý I/2021"), { kind: "buttons" as const, buttons }] };
    await this.telegram.channel.send({ conversationId: String(hoa), outboxId: "1", reply });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.telegram[Symbol.asyncDispose]();
    await this.fake[Symbol.asyncDispose]();
  }
}
