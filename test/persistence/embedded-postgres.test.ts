import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/persistence/database.ts";
import { useEmbeddedPostgres } from "../../src/persistence/embedded-postgres.ts";

/** Another process that uses the server of the folder. */
interface User {
  process: ChildProcessByStdio<Writable, Readable, null>;
  url: string;
  wasStarted: boolean;
}

const program = fileURLToPath(new URL("../support/embedded-postgres-user.ts", import.meta.url));
let folder: string;
let users: User[];

beforeEach(async () => {
  users = [];
  folder = await mkdtemp(join(tmpdir(), "motcua-embedded-"));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  for (const user of users) if (isRunning(user)) await kill(user);
  // Whoever comes and goes alone ends what the killed ones left behind.
  await (await useEmbeddedPostgres(folder))[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function enter(): Promise<User> {
  const child = spawn(process.execPath, ["--import", "tsx", program, folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(() =>
    Promise.reject(new Error("The user ended before it entered.")),
  );
  const [line] = (await Promise.race([once(child.stdout, "data"), ended])) as [Buffer];
  ended.catch(() => {});
  const user = { process: child, ...(JSON.parse(String(line)) as Omit<User, "process">) };
  users.push(user);
  return user;
}

async function leave(user: User): Promise<void> {
  const ended = once(user.process, "exit");
  user.process.stdin.end();
  expect(await ended).toEqual([0, null]);
}

async function kill(user: User): Promise<void> {
  const ended = once(user.process, "exit");
  user.process.kill("SIGKILL");
  await ended;
}

function isRunning({ process: { exitCode, signalCode } }: User): boolean {
  return exitCode === null && signalCode === null;
}

async function isUp(url: string): Promise<boolean> {
  await using database = openDatabase({ url });
  return database.query("select 1").then(
    () => true,
    () => false,
  );
}

async function storeRound(url: string, round: number): Promise<unknown> {
  await using database = openDatabase({ url });
  await database.query("create table if not exists round (number int)");
  await database.query("insert into round values ($1)", [round]);
  return await database.query("select count(*)::int as rounds from round");
}

const postmasterFile = () => join(folder, "postgres", "postmaster.pid");
const postmasterPid = async () => Number((await readFile(postmasterFile(), "utf8")).split("\n")[0]);

describe("the embedded PostgreSQL", () => {
  it("is shared by two processes and ended by the last", async () => {
    const first = await enter();
    const second = await enter();
    expect([first.wasStarted, second.wasStarted, second.url]).toEqual([true, false, first.url]);
    await leave(first);
    expect(await isUp(second.url)).toBe(true);
    await leave(second);
    expect(await isUp(second.url)).toBe(false);
  });

  it("is made and started once by three processes that come together", async () => {
    const three = await Promise.all([enter(), enter(), enter()]);
    expect(three.filter((user) => user.wasStarted)).toHaveLength(1);
    expect(new Set(three.map((user) => user.url)).size).toBe(1);
    await Promise.all(three.map(leave));
    expect(await isUp(three[0].url)).toBe(false);
  });

  it("lives on when a user is killed, and is found again", async () => {
    const killed = await enter();
    await kill(killed);
    expect(await isUp(killed.url)).toBe(true);
    const next = await enter();
    expect([next.wasStarted, next.url]).toEqual([false, killed.url]);
    await leave(next);
    expect(await isUp(killed.url)).toBe(false);
  });

  it("keeps what was stored, and never cuts off who comes while the last one leaves", async () => {
    for (let round = 1; round <= 5; round++) {
      const leaving = await useEmbeddedPostgres(folder, { fsync: "off" });
      const [coming] = await Promise.all([
        useEmbeddedPostgres(folder, { fsync: "off" }),
        leaving[Symbol.asyncDispose](),
      ]);
      expect(await storeRound(coming.url, round)).toEqual([{ rounds: round }]);
      await coming[Symbol.asyncDispose]();
    }
  });

  it("starts again over the file of a killed server, even if its number is another program's now", async () => {
    const before = await enter();
    const pid = await postmasterPid();
    process.kill(pid, "SIGKILL");
    await kill(before);
    const again = await useEmbeddedPostgres(folder, { fsync: "off" });
    expect(again.wasStarted).toBe(true);

    const file = await readFile(postmasterFile(), "utf8");
    await again[Symbol.asyncDispose]();
    await writeFile(postmasterFile(), file.replace(/^\d+/, String(process.pid)));
    await using afterReboot = await useEmbeddedPostgres(folder, { fsync: "off" });
    expect(afterReboot.wasStarted).toBe(true);
  });

  it("listens to this machine only and keeps its password to itself", async () => {
    await using server = await useEmbeddedPostgres(folder, { fsync: "off" });
    await using database = openDatabase({ url: server.url });
    expect(
      await database.query(
        `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
                current_setting('server_encoding') as encoding, version() like 'PostgreSQL 18%' as "isVersion18"`,
      ),
    ).toEqual([{ addresses: "127.0.0.1", sockets: "", encoding: "UTF8", isVersion18: true }]);
    expect((await stat(join(folder, "postgres-password"))).mode & 0o777).toBe(0o600);
    const stranger = new URL(server.url);
    stranger.password = "guess";
    expect(await isUp(stranger.href)).toBe(false);
  });

  it("says in a sentence that the password file is not its own", async () => {
    await using server = await useEmbeddedPostgres(folder, { fsync: "off" });
    expect(server.wasStarted).toBe(true);
    const file = join(folder, "postgres-password");
    const password = await readFile(file, "utf8");
    await writeFile(file, "another");
    await expect(useEmbeddedPostgres(folder)).rejects.toThrow("is not this PostgreSQL's");
    await writeFile(file, password);
  });

  it.runIf(process.getuid?.() === 0)(
    "says in a sentence that its account may not enter the folder",
    async () => {
      await chmod(folder, 0o700);
      await expect(useEmbeddedPostgres(folder)).rejects.toThrow(
        new RegExp(`may not enter ${folder}\\. Set MOTCUA_DATA_DIR`),
      );
      await chmod(folder, 0o755);
    },
  );
});
