import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestWeb, type TestWeb } from "../support/http-web.ts";

let web: TestWeb;
const received: { rawBody: Buffer; signature: unknown }[] = [];
beforeAll(async () => {
  const webhook = {
    path: "/webhooks/test",
    handle: async ({ rawBody, headers }: { rawBody: Buffer; headers: Record<string, unknown> }) => {
      received.push({ rawBody, signature: headers["x-signature"] });
      return { status: rawBody.length ? 200 : 400 };
    },
  };
  web = await openTestWeb({}, { webhooks: [webhook] });
});
afterAll(() => web[Symbol.asyncDispose]());

describe("health", () => {
  it("lives as long as the process answers", async () => {
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
  });

  it("is ready when its parts are, and names the part that is not", async () => {
    const ready = await fetch(`${web.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, parts: { database: true, queue: true }, silentJobs: [] },
    ]);
    web.isDatabaseAway = true;
    const away = await fetch(`${web.url}/readyz`);
    expect([away.status, await away.json()]).toEqual([
      503,
      { ready: false, parts: { database: false, queue: true }, silentJobs: [] },
    ]);
    web.isDatabaseAway = false;
  });
});

describe("a webhook", () => {
  it.each(["application/json", "text/plain", "application/octet-stream"])(
    "gets the very bytes that came as %s",
    async (type) => {
      const body = '{ "a" :1,  "chữ":"ế" }\r\n';
      const response = await fetch(`${web.url}/webhooks/test`, {
        method: "POST",
        body,
        headers: { "content-type": type, "x-signature": "abc" },
      });
      expect(response.status).toBe(200);
      expect(received.at(-1)!.rawBody.toString()).toBe(body);
      expect(received.at(-1)!.signature).toBe("abc");
    },
  );

  it("decides the status itself, also of nothing", async () => {
    expect((await fetch(`${web.url}/webhooks/test`, { method: "POST" })).status).toBe(400);
  });

  it("takes a megabyte and no more", async () => {
    const send = (length: number) =>
      fetch(`${web.url}/webhooks/test`, { method: "POST", body: Buffer.alloc(length) });
    expect((await send(1024 * 1024)).status).toBe(200);
    expect((await send(1024 * 1024 + 1)).status).toBe(413);
  });
});

describe("what the browser loads beside the page", () => {
  it.each([
    ["page.css", "text/css; charset=utf-8"],
    ["chat.js", "text/javascript; charset=utf-8"],
    ["favicon.svg", "image/svg+xml"],
  ])("%s comes from memory and may be kept for ever", async (name, type) => {
    const page = await (await web.visitor().get("/")).text();
    const path = new RegExp(`/assets/[0-9a-f]{16}/${name.replace(".", "\\.")}`).exec(page)![0];
    const response = await fetch(web.url + path);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await response.text()).length).toBeGreaterThan(100);
    const again = await fetch(web.url + path, {
      headers: { "if-none-match": response.headers.get("etag")! },
    });
    expect(again.status).toBe(304);
  });

  it("travels as small as can be, and is the same", async () => {
    const page = await (await web.visitor().get("/")).text();
    const path = /\/assets\/[0-9a-f]{16}\/chat\.js/.exec(page)![0];
    const [packed, plain] = await Promise.all(
      ["br", "identity"].map((encoding) =>
        fetch(web.url + path, { headers: { "accept-encoding": encoding } }),
      ),
    );
    expect(packed!.headers.get("content-encoding")).toBe("br");
    expect(plain!.headers.get("content-encoding")).toBeNull();
    expect(await packed!.text()).toBe(await plain!.text());
  });

  it("is nothing else of the disk", async () => {
    const page = await (await web.visitor().get("/")).text();
    const folder = /\/assets\/[0-9a-f]{16}\//.exec(page)![0];
    for (const path of ["tsconfig.json", "..%2f..%2fserver.ts", "nope.js"])
      expect((await fetch(web.url + folder + path)).status).toBe(404);
    expect((await fetch(`${web.url}/assets/0000000000000000/chat.js`)).status).toBe(404);
  });
});

describe("an address that does not exist", () => {
  it("is a page for people", async () => {
    const response = await web.visitor().get("/khong-co");
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(
      /<h1>Chưa thực hiện được<\/h1>.*Không có trang này.*<a class="button" href="\/">/s,
    );
  });

  it("is JSON for programs", async () => {
    const response = await fetch(`${web.url}/khong-co`, { method: "DELETE" });
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        error: {
          code: "web-error-not-found",
          message: "Không có trang này. Anh/chị kiểm tra lại địa chỉ giúp.",
        },
      },
    ]);
  });
});

describe("a request that another site sends", () => {
  const message = () => ({ id: crypto.randomUUID(), text: "Xin chào" });
  it.each([
    ["another origin", { origin: "https://evil.example" }, 403],
    ["an origin that hides itself", { origin: "null" }, 403],
    ["an origin on another port", { origin: "http://127.0.0.1:1" }, 403],
    ["no origin at all", { origin: "" }, 403],
    ["fetch metadata of another site", { "sec-fetch-site": "cross-site" }, 403],
    ["fetch metadata of a neighbour", { "sec-fetch-site": "same-site" }, 403],
    ["fetch metadata of this site", { "sec-fetch-site": "same-origin", origin: "https://evil.example" }, 200],
    ["this origin", {}, 200],
  ])("with %s is answered as it deserves", async (_case, headers, status) => {
    const visitor = web.visitor();
    await visitor.get("/");
    expect((await visitor.post("/chat/messages", message(), headers)).status).toBe(status);
  });

  it("is not one that came through the public address", async () => {
    await using behindProxy = await openTestWeb({ publicUrl: "https://motcua.example.vn/" });
    const visitor = behindProxy.visitor();
    await visitor.get("/");
    const origin = "https://motcua.example.vn";
    expect((await visitor.post("/chat/messages", message(), { origin })).status).toBe(200);
  });
});

const isListening = (url: string) =>
  fetch(`${url}/healthz`).then(
    () => true,
    () => false,
  );

describe("closing", () => {
  it("finishes the request under way", async () => {
    const closing = await openTestWeb();
    let answer = () => {};
    const isAsked = new Promise<void>((ask) =>
      closing.answers(async () => {
        ask();
        await new Promise<void>((resolve) => (answer = resolve));
        return [];
      }),
    );
    const visitor = closing.visitor();
    await visitor.get("/");
    const response = visitor.post("/chat/messages", { id: crypto.randomUUID(), text: "Xin chào" });
    await isAsked;
    const isClosed = closing[Symbol.asyncDispose]();
    while (await isListening(closing.url)) {
      // Only when nobody new gets in has the closing begun.
    }
    answer();
    expect((await response).status).toBe(200);
    await isClosed;
  });
});
