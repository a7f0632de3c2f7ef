/** How many messages Telegram takes in any such stretch of time before it answers 429. */
const windows = {
  bot: { count: 30, lengthMs: 1000 },
  /** One a second, after a short burst. */
  person: { count: 6, lengthMs: 3000 },
  group: { count: 20, lengthMs: 60_000 },
} as const;

/** Counts messages as Telegram does, by when they arrive. */
export class FakeTelegramPace {
  /** When each message was taken, and how often one was not. */
  readonly takenAtMs: number[] = [];
  refused = 0;
  private readonly chats = new Map<string, number[]>();

  /** Seconds to wait before the next try; undefined: the message is taken. */
  take(chatId: string): number | undefined {
    const nowMs = performance.now();
    const chat = this.chats.get(chatId) ?? [];
    this.chats.set(chatId, chat);
    const limits = [
      { taken: this.takenAtMs, ...windows.bot },
      { taken: chat, ...(chatId.startsWith("-") ? windows.group : windows.person) },
    ];
    const broken = limits.find(({ taken, count, lengthMs }) => {
      const first = taken.at(-count);
      return first !== undefined && nowMs - first < lengthMs;
    });
    if (broken) {
      this.refused += 1;
      return Math.ceil(broken.lengthMs / 1000);
    }
    for (const { taken } of limits) taken.push(nowMs);
    return undefined;
  }
}
