import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Visitor } from "../support/http-visitor.ts";
import { openTestWeb, type TestWeb } from "../support/http-web.ts";
import { sampleFiles } from "../support/sample-files.ts";

const megabyte = 1024 * 1024;

let web: TestWeb;
let hoa: Visitor;
beforeAll(async () => {
  web = await openTestWeb();
});
afterAll(() => web[Symbol.asyncDispose]());
beforeEach(async () => {
  web.heard.length = 0;
  web.kept.length = 0;
  hoa = web.visitor();
  await hoa.get("/");
});

/** A form as the page sends it, with files by their names. */
function form(text: string, files: [string, Uint8Array][]): FormData {
  const made = new FormData();
  made.append("id", crypto.randomUUID());
  made.append("text", text);
  for (const [name, content] of files) made.append("files", new Blob([content as never]), name);
  return made;
}

const upload = (text: string, ...files: [string, Uint8Array][]) =>
  hoa.upload("/chat/messages", form(text, files));

async function problemOf(response: Response): Promise<string> {
  return ((await response.json()) as { error: { message: string } }).error.message;
}

describe("files sent to the web chat", () => {
  it("reach the conversation with the words, kept byte for byte", async () => {
    const response = await upload(
      "Cống tắc ở Láng Hạ",
      ["cống.png", sampleFiles.png],
      ["đơn.pdf", sampleFiles.pdf],
    );
    expect(response.status).toBe(200);
    expect(web.heard.map(({ content }) => content)).toEqual([
      {
        kind: "media",
        text: "Cống tắc ở Láng Hạ",
        attachments: [
          {
            kind: "photo",
            ref: "stored:1",
            name: "cống.png",
            mediaType: "image/png",
            sizeBytes: sampleFiles.png.length,
          },
          {
            kind: "file",
            ref: "stored:2",
            name: "đơn.pdf",
            mediaType: "application/pdf",
            sizeBytes: sampleFiles.pdf.length,
          },
        ],
      },
    ]);
    expect(web.kept[0]!.content).toEqual(sampleFiles.png);
  });

  it("need no words", async () => {
    await upload("  ", ["cống.png", sampleFiles.png]);
    expect(web.heard[0]!.content).not.toHaveProperty("text");
  });

  it.each([
    ["a.jpg", "jpeg", "photo", "image/jpeg"],
    ["a.png", "png", "photo", "image/png"],
    ["a.webp", "webp", "photo", "image/webp"],
    ["a.heic", "heic", "photo", "image/heic"],
    ["a.pdf", "pdf", "file", "application/pdf"],
    ["a.docx", "docx", "file", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.doc", "doc", "file", "application/msword"],
    ["a.ogg", "ogg", "voice", "audio/ogg"],
    ["a.mp3", "mp3", "voice", "audio/mpeg"],
    ["a photo that calls itself a program.exe", "png", "photo", "image/png"],
  ] as const)("such as %s are known by their bytes", async (name, sample, kind, mediaType) => {
    expect((await upload("", [name, sampleFiles[sample]])).status).toBe(200);
    expect(web.kept).toMatchObject([{ kind, mediaType }]);
  });

  it.each([
    ["a program that calls itself a photo", "ảnh.jpg", sampleFiles.program],
    ["a page that calls itself a photo", "ảnh.png", sampleFiles.html],
    ["a drawing with a script", "ảnh.svg", sampleFiles.svg],
    ["a spreadsheet", "bảng.xlsx", sampleFiles.xlsx],
    ["an old spreadsheet that calls itself a letter", "đơn.doc", sampleFiles.xls],
    ["plain text", "ghi chú.txt", sampleFiles.text],
    ["an empty file", "rỗng.pdf", Buffer.alloc(0)],
  ])("are refused in a sentence with their name: %s", async (_, name, content) => {
    const response = await upload("Cống tắc", [name, content]);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toContain(`“${name}” không phải loại nhận được`);
    expect([web.heard, web.kept]).toEqual([[], []]);
  });

  it("of ten megabytes are taken, of one byte more refused", async () => {
    const large = Buffer.alloc(10 * megabyte);
    large.set(sampleFiles.pdf);
    large.set(Buffer.from("%%EOF"), large.length - 10);
    expect((await upload("", ["đơn.pdf", large])).status).toBe(200);
    const response = await upload("", ["đơn.pdf", Buffer.concat([large, Buffer.alloc(1)])]);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toContain("“đơn.pdf” lớn hơn 10 MB");
  });

  it("far too large are refused in a sentence too, not by a broken connection", async () => {
    const response = await upload("", ["phim.mp4", Buffer.alloc(64 * megabyte)]);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toContain("“phim.mp4” lớn hơn 10 MB");
  });

  it("are ten at most in a message", async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, place) => [`${place}.png`, sampleFiles.png] as [string, Uint8Array]);
    expect((await upload("", ...files(10))).status).toBe(200);
    const response = await upload("", ...files(11));
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toContain("nhiều nhất 10 tệp");
    expect(web.heard).toHaveLength(1);
  });

  it("are sixty at most in an hour, and others are not counted in", async () => {
    const ten = Array.from({ length: 10 }, () => ["a.png", sampleFiles.png] as [string, Uint8Array]);
    for (let message = 0; message < 6; message += 1) expect((await upload("", ...ten)).status).toBe(200);
    const response = await upload("", ["a.png", sampleFiles.png]);
    expect(response.status).toBe(429);
    expect(await problemOf(response)).toContain("Mỗi giờ chỉ gửi được 60 tệp, tổng cộng 200 MB");
    const minh = web.visitor();
    await minh.get("/");
    expect((await minh.upload("/chat/messages", form("", [["a.png", sampleFiles.png]]))).status).toBe(200);
  });

  it("without a session, or from another site, are refused before they are read", async () => {
    const files: [string, Uint8Array][] = [["a.png", sampleFiles.png]];
    expect((await web.visitor().upload("/chat/messages", form("", files))).status).toBe(400);
    const elsewhere = { origin: "https://khac.example" };
    expect((await hoa.upload("/chat/messages", form("", files), elsewhere)).status).toBe(403);
    expect(web.kept).toEqual([]);
  });

  it("cannot be named by who did not send them: a ref in the form is nothing", async () => {
    const forged = form("Xin chào", []);
    forged.append("attachments", JSON.stringify([{ kind: "photo", ref: "stored:1" }]));
    await hoa.upload("/chat/messages", forged);
    await hoa.post("/chat/messages", {
      id: crypto.randomUUID(),
      text: "Xin chào",
      attachments: [{ kind: "photo", ref: "stored:1" }],
    });
    expect(web.heard.map(({ content }) => content)).toEqual([
      { kind: "text", text: "Xin chào" },
      { kind: "text", text: "Xin chào" },
    ]);
  });

  it("sent without a script come back to the page, and a refusal gives back what was typed", async () => {
    const page = { accept: "text/html" };
    const sent = await hoa.upload("/chat/messages", form("Cống tắc", [["a.png", sampleFiles.png]]), page);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/#message"]);
    const refused = await hoa.upload(
      "/chat/messages",
      form("Cống tắc", [["a.exe", sampleFiles.program]]),
      page,
    );
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toMatch(/<textarea[^>]*>Cống tắc<\/textarea>/);
    expect(shown).toContain("“a.exe” không phải loại nhận được");
  });

  it("a form without files, as browsers send it, is a message of words", async () => {
    const nothingChosen = form("Xin chào", []);
    nothingChosen.append("files", new Blob([]), "");
    await hoa.upload("/chat/messages", nothingChosen);
    expect(web.heard[0]!.content).toEqual({ kind: "text", text: "Xin chào" });
  });

  it.each([
    ["cut off in a file", '--x\r\ncontent-disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc'],
    ["cut off", '--x\r\ncontent-disposition: form-data; name="id"\r\n\r\nabc'],
    ["without a boundary in it", "nothing"],
  ])("in a form %s are refused, and the server lives", async (_, body) => {
    const response = await hoa.post("/chat/messages", body, {
      "content-type": "multipart/form-data; boundary=x",
    });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toBe("Yêu cầu gửi lên không hợp lệ.");
    expect((await upload("", ["a.png", sampleFiles.png])).status).toBe(200);
  });

  it("in a form whose boundary is absurd are refused", async () => {
    const response = await hoa.post("/chat/messages", "", {
      "content-type": `multipart/form-data; boundary=${"x".repeat(300)}`,
    });
    expect(response.status).toBe(400);
  });

  it.each([
    ["../../etc/đơn.pdf", "đơn.pdf"],
    ["C:\\Users\\Hoa\\đơn.pdf", "đơn.pdf"],
    ["đơn\u202Efdp.exe", "đơnfdp.exe"],
    [`${"đ".repeat(300)}.pdf`, `${"đ".repeat(100)}…${"đ".repeat(15)}.pdf`],
  ])("named %j are called %j", async (name, called) => {
    await upload("", [name, sampleFiles.pdf]);
    expect(web.kept[0]!.name).toBe(called);
  });
});

describe("a file that was sent", () => {
  it("is shown to the browser that sent it, a photo in the page and a file to be saved", async () => {
    await upload("", ["cống tắc.png", sampleFiles.png], ["đơn (1).pdf", sampleFiles.pdf]);
    const photo = await hoa.get("/chat/attachments/1");
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(sampleFiles.png);
    expect(Object.fromEntries(photo.headers)).toMatchObject({
      "content-type": "image/png",
      "content-disposition": "inline; filename*=UTF-8''c%E1%BB%91ng%20t%E1%BA%AFc.png",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      "cross-origin-resource-policy": "same-origin",
    });
    const file = await hoa.get("/chat/attachments/2");
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": "attachment; filename*=UTF-8''%C4%91%C6%A1n%20%281%29.pdf",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  });

  it("stands in the conversation on the page", async () => {
    await upload("Cống <tắc>", ["cống.png", sampleFiles.png], ["ảnh.heic", sampleFiles.heic]);
    const page = await (await hoa.get("/")).text();
    expect(page).toContain("Cống &lt;tắc>");
    expect(page).toContain('<img src="/chat/attachments/1" alt="cống.png" loading="lazy"/>');
    expect(page).toMatch(/<a href="\/chat\/attachments\/2"[^>]*><span class="file">ảnh.heic<\/span><\/a>/);
  });

  it.each([
    ["another browser", () => web.visitor()],
    ["a browser without a session", () => undefined],
  ])("does not exist for %s", async (_, whoseBrowser) => {
    await upload("", ["cống.png", sampleFiles.png]);
    const visitor = whoseBrowser();
    if (visitor) await visitor.get("/");
    const response = await (visitor ?? web.visitor()).get("/chat/attachments/1");
    expect([404, 400]).toContain(response.status);
    expect(await response.text()).not.toContain("cống");
  });

  it.each(["2", "0", "x", "1%20or%201=1", "9999999999999999999", "../1"])(
    "is not found under /%s",
    async (path) => {
      await upload("", ["cống.png", sampleFiles.png]);
      expect((await hoa.get(`/chat/attachments/${path}`)).status).toBe(404);
    },
  );
});

describe("a position sent to the web chat", () => {
  const share = (latitude: unknown, longitude: unknown) =>
    hoa.post("/chat/messages", { id: crypto.randomUUID(), latitude, longitude });

  it("reaches the conversation, and is shown with a map to open", async () => {
    expect((await share(21.01371, 105.81252)).status).toBe(200);
    expect(web.heard[0]!.content).toEqual({ kind: "position", latitude: 21.01371, longitude: 105.81252 });
    const page = await (await hoa.get("/")).text();
    expect(page).toContain("Vị trí: 21.01371, 105.81252");
    expect(page).toContain("https://www.openstreetmap.org/?mlat=21.01371&amp;mlon=105.81252#map=17");
  });

  it.each([
    [91, 0],
    [0, -181],
    ["21", "105"],
    [21, undefined],
    [null, null],
  ])("at %j, %j is refused", async (latitude, longitude) => {
    const response = await share(latitude, longitude);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toContain("Vị trí gửi lên không hợp lệ");
  });
});
