import { BackupError } from "./backup-error.ts";

/** Reads lines and stretches of bytes, one after another, from chunks of any size. */
export class ByteReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Without its line feed. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.rest.indexOf(10);
      if (end >= 0) {
        const line = this.rest.subarray(0, end).toString();
        this.rest = this.rest.subarray(end + 1);
        return line;
      }
      await this.more();
    }
  }

  async bytes(length: number): Promise<Buffer> {
    while (this.rest.length < length) await this.more();
    const bytes = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return bytes;
  }

  /** Whether nothing is left. */
  async isOver(): Promise<boolean> {
    if (this.rest.length) return false;
    const { done } = await this.chunks.next();
    return done === true;
  }

  private async more(): Promise<void> {
    const { done, value } = await this.chunks.next();
    if (done) throw new BackupError("The backup ends too early.");
    this.rest = Buffer.concat([this.rest, value]);
  }
}
