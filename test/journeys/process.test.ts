import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/persistence/database.ts";
import { createTestDatabase } from "../support/test-database.ts";

// The program as an operator runs it: its own process, told to start and to stop.

let database: Database;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());

const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill("SIGKILL")));

function motcua(args: string[], variables: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ["dist/src/main.js", ...args], {
    env: {
      PATH: process.env["PATH"],
      DATABASE_URL: database.url,
      PORT: "0",
      LOG_LEVEL: "error",
      ...variables,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.push(child);
  return child;
}

async function resultOf(child: ChildProcess): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  child.stdout!.on("data", (chunk) => (stdout += chunk));
  child.stderr!.on("data", (chunk) => (stderr += chunk));
  const [code] = (await once(child, "close")) as [number];
  return { code, stdout, stderr };
}

/** The address that a starting server prints. */
async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error("The server ended without printing its address");
}

/** A browser that has opened the page: the cookie it was given names its conversation. */
async function openChat(url: string): Promise<(text: string) => Promise<Response>> {
  const page = await fetch(url);
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(";")[0]!)
    .join("; ");
  return (text) =>
    fetch(`${url}/chat/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie },
      body: JSON.stringify({ id: randomUUID(), text }),
    });
}

describe("the program", () => {
  it("never loads demonstration data into a database it was pointed at", async () => {
    const child = motcua(["start"]);
    await addressOf(child);
    child.kill("SIGTERM");
    expect((await once(child, "exit"))[0]).toBe(0);
    expect(await database.query("select count(*)::int as units from unit")).toEqual([{ units: 0 }]);
  });

  it("told to stop during a turn, finishes the turn and loses nothing", async () => {
    const child = motcua(["start"]);
    const url = await addressOf(child);
    const say = await openChat(url);
    expect((await say("/help")).ok).toBe(true);
    const ended = once(child, "exit");
    // The turn stands still at the lock that we hold, and the stop comes meanwhile.
    let answered: Promise<Response> | undefined;
    await database.transaction(async (sql) => {
      await sql.query("lock table inbound_message in exclusive mode");
      answered = say("xin chào");
      await until(async () => (await waitingForLock()) > 0);
      child.kill("SIGTERM");
      await until(
        async () =>
          !(await fetch(`${url}/healthz`).then(
            () => true,
            () => false,
          )),
      );
    });
    expect((await answered!).ok).toBe(true);
    expect((await ended)[0]).toBe(0);
    const [left] = await database.query<{ said: number; replies: number }>(
      "select (select count(*)::int from inbound_message) as said, (select count(distinct inbound_id)::int from outbox) as replies",
    );
    expect(left).toEqual({ said: 2, replies: 2 });
  });

  it("whose port is taken says so and ends with 2", async () => {
    const first = motcua(["start"]);
    const port = new URL(await addressOf(first)).port;
    const { code, stderr } = await resultOf(motcua(["start"], { PORT: port }));
    expect(code).toBe(2);
    expect(stderr).toContain(`Port ${port} at 127.0.0.1 is taken`);
    first.kill("SIGTERM");
  });

  it("chats with what is piped in, and ends with it", async () => {
    const child = motcua(["chat"]);
    child.stdin!.end("/help\n");
    const { code, stdout } = await resultOf(child);
    expect(code).toBe(0);
    expect(stdout).toContain("Xin chào anh/chị");
    expect(stdout).toContain("Gửi mã hồ sơ");
  });

  it("says every fault of its configuration and ends with 2", async () => {
    const { code, stdout, stderr } = await resultOf(
      motcua(["start"], { PORT: "x", REDIS_URL: "http://redis" }),
    );
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("PORT must be a whole number.");
    expect(stderr).toContain("REDIS_URL must start with redis:// or rediss://");
  });

  it("ends with 1 on bad input: an unknown command, kind, file, period, person, clock", async () => {
    const attempts = [
      ["dance"],
      ["import", "ho-so", "no-such-file.csv"],
      ["import", "xe-may", "package.json"],
      ["report", "quy5", "2021"],
      ["ask", "--as", "nobody", "xin chào"],
      ["ask", "--now", "yesterday", "xin chào"],
    ];
    for (const args of attempts) {
      const { code, stdout, stderr } = await resultOf(motcua(args));
      expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: "" });
      expect(stderr.length).toBeGreaterThan(10);
    }
  });

  it("ends with 2 and a remedy when the database cannot be reached", async () => {
    const away = { DATABASE_URL: "postgres://motcua:secret@127.0.0.1:1/none" };
    const { code, stderr } = await resultOf(motcua(["ask", "xin chào"], away));
    expect(code).toBe(2);
    expect(stderr).toContain("DATABASE_URL");
    expect(stderr).not.toContain("secret");
  });

  it("takes a file in, puts aside the rows that cannot be taken, and reports the figures of what it took", async () => {
    const folder = await mkdtemp(join(tmpdir(), "motcua-files-"));
    const file = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const units = await file("don-vi.csv", "Mã đơn vị;Tên;Mã đơn vị cha\nSTP;Sở Tư pháp;\n");
    const procedures = await file(
      "thu-tuc.csv",
      "ma_thu_tuc,ten,linh_vuc,thoi_han,phi,muc_do,lien_thong,cong_khai\nP1,Cấp phiếu,Hộ tịch,5,,toan_trinh,khong,1\n",
    );
    const dossiers = await file(
      "ho-so.csv",
      "ma_ho_so,ma_thu_tuc,ma_don_vi,hinh_thuc,tiep_nhan,hen_tra,hoan_thanh\n" +
        "H57.16-210104-0001,P1,STP,truc_tuyen,04/01/2021 08:00,11/01/2021,08/01/2021\n" +
        "H57.16-210104-0002,P9,STP,truc_tuyen,04/01/2021 08:00,11/01/2021,\n",
    );
    for (const [kind, path] of [
      ["don-vi", units],
      ["thu-tuc", procedures],
    ] as const)
      expect(await resultOf(motcua(["import", kind, path]))).toMatchObject({ code: 0 });
    const { code, stdout } = await resultOf(motcua(["import", "ho-so", dossiers]));
    expect([code, stdout.split("\n")[0]]).toEqual([
      0,
      "Đã đọc 2 dòng: thêm 1, thay đổi 0, không đổi 0, bị loại 1.",
    ]);
    expect(await readFile(`${dossiers}.loi.csv`, "utf8")).toContain('Không có thủ tục nào mang mã ""P9""');

    const wrong = await resultOf(motcua(["import", "can-bo", dossiers]));
    expect(wrong).toMatchObject({ code: 1, stdout: "" });
    expect(wrong.stderr).toContain("ho-so");

    const report = await resultOf(motcua(["report", "quy1", "2021", "--format", "json"]));
    const { dossiers: figures } = JSON.parse(report.stdout) as {
      dossiers: { received: object; resolved: object };
    };
    expect(figures.received).toEqual({ total: 1, online: 1, inPerson: 0, postal: 0 });
    expect(figures.resolved).toMatchObject({ total: 1, early: 1 });
    await rm(folder, { recursive: true });
  });

  it("works as two processes too: one takes the messages, the other delivers what is owed", async () => {
    const worker = motcua(["start", "--role", "worker"]);
    const web = motcua(["start", "--role", "web"]);
    const say = await openChat(await addressOf(web));
    expect((await say("/help")).ok).toBe(true);
    await until(async () => {
      const [row] = await database.query<{ waiting: number }>(
        "select count(*)::int as waiting from outbox where status <> 'sent'",
      );
      return row!.waiting === 0;
    });
    const ended = Promise.all([once(worker, "exit"), once(web, "exit")]);
    worker.kill("SIGTERM");
    web.kill("SIGTERM");
    expect((await ended).map(([code]) => code as number)).toEqual([0, 0]);
  });

  it("answers a line of stdin a turn, in one conversation", async () => {
    const child = motcua(["ask", "--json", "-"]);
    child.stdin!.end("xin chào\n/help\n");
    const { code, stdout } = await resultOf(child);
    expect(code).toBe(0);
    const turns = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { text: string; replies: unknown[] });
    expect(turns.map(({ text, replies }) => [text, replies.length])).toEqual([
      ["xin chào", 1],
      ["/help", 1],
    ]);
  });
});

async function waitingForLock(): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
  );
  return row!.count;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error("It did not come to pass within 20 s");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
