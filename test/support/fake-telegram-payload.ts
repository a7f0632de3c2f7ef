import type { IncomingMessage } from "node:http";
import type { Payload } from "./fake-telegram-limits.ts";

/** A call's parameters as JSON, or as a form with files in it: a file reads `name: content`. */
export function readPayload(request: IncomingMessage, body: Buffer): Payload {
  const boundary = /^multipart\/form-data; *boundary=(.+)$/.exec(request.headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return JSON.parse(body.toString() || "{}") as Payload;
  const written = new Map<string, string>();
  const files = new Map<string, string>();
  for (const part of body.toString().split(`--${boundary}`).slice(1, -1)) {
    const [head = "", ...content] = part.trim().split("\r\n\r\n");
    const { name = "", file } =
      /name="(?<name>[^"]+)"(?:;filename="(?<file>[^"]+)")?/.exec(head)?.groups ?? {};
    if (file === undefined) written.set(name, content.join("\r\n\r\n"));
    else files.set(`attach://${name}`, `${file}: ${content.join("\r\n\r\n")}`);
  }
  return Object.fromEntries(Array.from(written, ([name, value]) => [name, files.get(value) ?? value]));
}
