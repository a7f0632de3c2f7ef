import { setTimeout as pause } from "node:timers/promises";
import type { Update } from "grammy/types";

/** A question that was asked, told from all others by the code that its answer repeats. */
export interface Question {
  code: string;
  update: Update;
  /** What was wrong when it was asked. */
  during: string;
}

/** Where updates go: any web process that is up. */
export type Doors = () => readonly string[];

const redeliverAfterMs = 100;
const answerWithinMs = 10_000;

/** Everyone who writes to the assistant, and what they wrote. */
export class Citizens {
  /** What each chat asked, in the order in which it was taken in. */
  readonly asked = new Map<number, Question[]>();
  /** How often an update had to be posted again. */
  redelivered = 0;
  /** What is wrong now. */
  during = "nothing";
  /** Telegram posts each update to another door too, at the same time. */
  isPostedTwice = false;
  private readonly doors: Doors;
  private readonly secret: string;
  private next = 1;

  constructor(doors: Doors, secret: string) {
    this.doors = doors;
    this.secret = secret;
  }

  /** An update in which a chat asks for a dossier that nobody asks for again. */
  question(chat: number, at = new Date()): Question {
    const code = codeOf(this.next++);
    return { code, update: this.update(chat, code, at), during: this.during };
  }

  /** An update in which a chat says something. */
  update(chat: number, text: string, at = new Date()): Update {
    const number = this.next++;
    const person = { id: chat, first_name: "Hoa" } as const;
    return {
      update_id: number,
      message: {
        message_id: number,
        date: Math.floor(at.getTime() / 1000),
        chat: { ...person, type: "private" },
        from: { ...person, is_bot: false, language_code: "vi" },
        text,
      },
    };
  }

  /** Asks something new and returns once it is taken in, however often it has to be posted, as Telegram does. */
  async ask(chat: number): Promise<Question> {
    const question = this.question(chat);
    await this.deliver(question.update);
    this.remember(chat, question);
    return question;
  }

  /** Posts an update until a door takes it, another one each time. */
  async deliver(update: Update): Promise<void> {
    for (let turn = update.update_id; ; turn += 1) {
      const doors = this.doors();
      const door = doors[turn % doors.length];
      if (this.isPostedTwice && door !== undefined) void this.post(doors[(turn + 1) % doors.length]!, update);
      if (door !== undefined && (await this.post(door, update)) === 200) return;
      this.redelivered += 1;
      await pause(redeliverAfterMs);
    }
  }

  /** Posts an update once; the status, 0 when there was none. `headers` replace and add. */
  async post(door: string, update: Update | string, headers: Record<string, string> = {}): Promise<number> {
    const response = await fetch(`${door}/webhooks/telegram`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-telegram-bot-api-secret-token": this.secret,
        ...headers,
      },
      body: typeof update === "string" ? update : JSON.stringify(update),
      signal: AbortSignal.timeout(answerWithinMs),
    }).catch(() => undefined);
    return response?.status ?? 0;
  }

  forget(): void {
    this.asked.clear();
    this.redelivered = 0;
  }

  remember(chat: number, question: Question): void {
    this.asked.set(chat, [...(this.asked.get(chat) ?? []), question]);
  }
}

function codeOf(number: number): string {
  const day = String(1 + Math.floor(number / 9000)).padStart(2, "0");
  return `000.00.16.H57-2101${day}-${String(1 + (number % 9000)).padStart(4, "0")}`;
}
