/** A browser without eyes: keeps cookies, sends what browsers send, follows nothing. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** As a script of the page does. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** As a form of the page does. */
  submit(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** By any method, as a program sends it; nothing in its body. */
  asks(method: string, path: string, headers?: Record<string, string>): Promise<Response>;
  /** As a form with files does, or a script with FormData. */
  upload(path: string, form: FormData, headers?: Record<string, string>): Promise<Response>;
  /** Opens the stream of replies; `last` is what EventSource sends when it comes back. */
  listen(after: string, last?: string): Promise<EventStream>;
}

interface StreamEvent {
  id: string;
  html: string;
}

interface EventStream extends AsyncDisposable {
  /** The next reply; undefined when the server ended the stream. */
  next(): Promise<StreamEvent | undefined>;
}

export function visitorOf(url: string): Visitor {
  const cookies = new Map<string, string>();

  async function send(path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url + path, {
      ...init,
      headers: { ...(cookie && { cookie }), ...headers },
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    return response;
  }

  return {
    get: (path, headers = {}) => send(path, {}, { accept: "text/html", ...headers }),
    post: (path, body, headers = {}) =>
      send(
        path,
        { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) },
        { accept: "application/json", "content-type": "application/json", origin: url, ...headers },
      ),
    submit: (path, fields, headers = {}) =>
      send(
        path,
        { method: "POST", body: new URLSearchParams(fields) },
        { accept: "text/html", origin: url, ...headers },
      ),
    asks: (method, path, headers = {}) => send(path, { method }, { accept: "text/html", ...headers }),
    upload: (path, form, headers = {}) =>
      send(path, { method: "POST", body: form }, { accept: "application/json", origin: url, ...headers }),
    async listen(after, last) {
      const response = await send(
        `/chat/stream?after=${after}`,
        {},
        { accept: "text/event-stream", ...(last && { "last-event-id": last }) },
      );
      return readEvents(response.body!);
    },
  };
}

function readEvents(body: ReadableStream<Uint8Array>): EventStream {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let received = "";
  return {
    async next() {
      for (;;) {
        const end = received.indexOf("\n\n");
        if (end >= 0) {
          const lines = received.slice(0, end).split("\n");
          received = received.slice(end + 2);
          const field = (name: string) =>
            lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
          if (field("event")[0] === "reply") return { id: field("id")[0]!, html: field("data").join("\n") };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) return undefined;
        received += decoder.decode(value, { stream: true });
      }
    },
    [Symbol.asyncDispose]: () => reader.cancel(),
  };
}
