import { Agent, get, type IncomingMessage } from "node:http";

/** The conversation of a page, as its cookie names it. */
export const conversationOf = (page: number) => page.toString(16).padStart(32, "0");

/** Browsers that keep a stream open. */
export class Pages {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  private readonly origin: string;
  private readonly waiting = new Map<number, ((at: number) => void)[]>();
  private readonly streams: IncomingMessage[] = [];

  constructor(origin: string) {
    this.origin = origin;
  }

  async open(from: number, count: number): Promise<void> {
    for (let page = from; page < from + count; page += 1) await this.openOne(page);
  }

  /** When the next reply gets to the page. */
  next(page: number): Promise<number> {
    return new Promise((resolve) => this.waiting.set(page, [...(this.waiting.get(page) ?? []), resolve]));
  }

  close(): void {
    for (const stream of this.streams) stream.destroy();
    this.agent.destroy();
  }

  private async openOne(page: number): Promise<void> {
    const headers = { cookie: `motcua_chat=${conversationOf(page)}`, accept: "text/event-stream" };
    const stream = await new Promise<IncomingMessage>((resolve, reject) =>
      get(`${this.origin}/chat/stream`, { headers, agent: this.agent }, resolve).on("error", reject),
    );
    if (stream.statusCode !== 200) throw new Error(`A stream was answered with ${stream.statusCode}`);
    this.streams.push(stream);
    stream.setEncoding("utf8").on("data", (text: string) => {
      const at = performance.now();
      for (let found = text.match(/^id: /gm)?.length ?? 0; found > 0; found -= 1)
        this.waiting.get(page)?.shift()?.(at);
    });
    stream.on("error", () => {});
  }
}
