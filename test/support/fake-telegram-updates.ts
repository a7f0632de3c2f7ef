import type { ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import type { Payload } from "./fake-telegram-limits.ts";

/** An update before Telegram numbers it. */
export type NewUpdate = Omit<Update, "update_id">;

interface Poll {
  ask: Payload;
  answer: (updates: Update[] | "conflict") => void;
}

/** The updates that Telegram keeps until they are confirmed by an offset, or by a webhook's 2xx. */
export class PendingUpdates {
  private updates: Update[] = [];
  private nextId = 1001;
  private poll: Poll | undefined;

  get count(): number {
    return this.updates.length;
  }

  add(update: NewUpdate): Update {
    const numbered = { ...update, update_id: this.nextId++ };
    this.updates.push(numbered);
    if (this.poll && this.wanted(this.poll.ask).length) this.endPoll(this.wanted(this.poll.ask));
    return numbered;
  }

  /** Answers at once when there is something, else when something comes, when the time is up, or on a second poll. */
  take(ask: Payload, response: ServerResponse, answer: Poll["answer"]): void {
    this.endPoll("conflict");
    this.updates = this.updates.filter((update) => update.update_id >= (ask.offset ?? 0));
    const updates = this.wanted(ask);
    if (updates.length || !ask.timeout) return answer(updates);
    const timer = setTimeout(() => this.endPoll([]), ask.timeout * 1000);
    const poll = {
      ask,
      answer: (result: Update[] | "conflict") => {
        clearTimeout(timer);
        answer(result);
      },
    };
    this.poll = poll;
    response.on("close", () => {
      clearTimeout(timer);
      if (this.poll === poll) this.poll = undefined;
    });
  }

  /** Offers each pending update to `post` in order; those answered with 2xx are confirmed. */
  async postAll(post: (update: Update) => Promise<number>): Promise<number[]> {
    const statuses: number[] = [];
    for (const update of this.updates) {
      const status = await post(update);
      statuses.push(status);
      if (status >= 200 && status < 300) this.updates = this.updates.filter((each) => each !== update);
    }
    return statuses;
  }

  private wanted({ allowed_updates: kinds, limit = 100 }: Payload): Update[] {
    return this.updates
      .filter((update) => !kinds?.length || kinds.some((kind) => kind in update))
      .slice(0, limit);
  }

  private endPoll(result: Update[] | "conflict"): void {
    const { poll } = this;
    this.poll = undefined;
    poll?.answer(result);
  }
}
