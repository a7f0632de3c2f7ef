import type { ServerResponse } from "node:http";

/** The Bot API downloads no file larger than this. */
const largestBytes = 20 * 1024 * 1024;

type Found = { result: unknown } | { code: number; description: string };

/** The files that people sent, found by their id and downloaded by the path told then. */
export class FakeTelegramFiles {
  private readonly files = new Map<string, Buffer>();

  keep(fileId: string, content: Buffer): void {
    this.files.set(fileId, content);
  }

  find(fileId: string): Found {
    const content = this.files.get(fileId);
    if (!content) return { code: 400, description: "Bad Request: invalid file_id" };
    if (content.length > largestBytes) return { code: 400, description: "Bad Request: file is too big" };
    const known = { file_id: fileId, file_unique_id: `u${fileId}`, file_size: content.length };
    return { result: { ...known, file_path: `documents/${fileId}` } };
  }

  download(path: string, response: ServerResponse): void {
    const content = this.files.get(path.replace(/^documents\//, ""));
    if (content) response.end(content);
    else response.writeHead(404).end("Not Found");
  }
}
