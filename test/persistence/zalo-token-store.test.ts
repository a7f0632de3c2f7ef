import { Agent } from "undici";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createZalo, type Zalo } from "../../src/channels/zalo/zalo.ts";
import { StoreUnavailableError } from "../../src/conversation/store-unavailable-error.ts";
import { openDatabase, type Database } from "../../src/persistence/database.ts";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import { createZaloUploadStore } from "../../src/persistence/zalo-upload-store.ts";
import { createZaloReachStore } from "../../src/persistence/zalo-reach-store.ts";
import { createZaloTokenStore } from "../../src/persistence/zalo-token-store.ts";
import { FakeZalo } from "../support/fake-zalo.ts";
import { createTestDatabase } from "../support/test-database.ts";

const key = randomBytes(32);
const appId = "1234567890";
let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(() => database.query("delete from zalo_token"));

const storeWith = (options: Partial<{ appId: string; key: Uint8Array }> = {}) =>
  createZaloTokenStore(database, { appId, key, ...options });
const keep = (text: string) => storeWith().replace(async () => text);

describe("the kept tokens", () => {
  it("come back as they were, and are not legible in the database", async () => {
    expect(await storeWith().read()).toBeUndefined();
    await keep('{"refreshToken":"bí mật"}');
    expect(await storeWith().read()).toBe('{"refreshToken":"bí mật"}');
    const [row] = await database.query<{ sealed: Buffer }>("select sealed from zalo_token");
    expect(row!.sealed.toString("latin1")).not.toContain("refreshToken");
  });

  it("are sealed anew each time", async () => {
    const sealed = async () =>
      (await database.query<{ hex: string }>("select encode(sealed, 'hex') as hex from zalo_token"))[0]!.hex;
    await keep("một");
    const first = await sealed();
    await keep("một");
    expect(await sealed()).not.toBe(first);
  });

  it("open with no other key, and say what to do", async () => {
    await keep("một");
    await expect(storeWith({ key: randomBytes(32) }).read()).rejects.toThrow("MOTCUA_SECRET_KEY");
  });

  it("do not open when moved to another app, or changed", async () => {
    await keep("một");
    await database.query("insert into zalo_token (app_id, sealed) select 'other', sealed from zalo_token");
    await expect(storeWith({ appId: "other" }).read()).rejects.toThrow("do not open");
    await database.query("update zalo_token set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)");
    await expect(storeWith().read()).rejects.toThrow("do not open");
  });

  it("give way to a new consent even when no key opens them", async () => {
    await keep("một");
    const other = storeWith({ key: randomBytes(32) });
    await other.replace(async (kept) => {
      expect(kept).toBeUndefined();
      return "hai";
    });
    expect(await other.read()).toBe("hai");
  });

  it("stay when the decision is to leave them, or fails", async () => {
    await keep("một");
    expect(await storeWith().replace(async () => undefined)).toBe("một");
    const failing = storeWith().replace(() => Promise.reject(new RangeError("Zalo is away")));
    await expect(failing).rejects.toThrow(RangeError);
    expect(await storeWith().read()).toBe("một");
  });

  it("are decided on by one process at a time", async () => {
    const add = (mark: string) => storeWith().replace(async (kept = "") => kept + mark);
    await Promise.all(["a", "b", "c", "d", "e"].map(add));
    const kept = await storeWith().read();
    expect(kept!.split("").toSorted().join("")).toBe("abcde");
  });
});

describe("processes that share the tokens", () => {
  let fake: FakeZalo;
  let seed: string;
  const opened: AsyncDisposable[] = [];

  beforeEach(async () => {
    fake = await FakeZalo.start();
    seed = fake.grants.handOut(fake.now);
    return async () => {
      for (const each of opened.splice(0)) await each[Symbol.asyncDispose]();
      await fake[Symbol.asyncDispose]();
    };
  });

  /** As a process of its own: its own pool, nothing in memory. */
  function startProcess(): { zalo: Zalo; own: Database } {
    const own = openDatabase({ url: database.url });
    const silent = () => undefined;
    const zalo = createZalo({
      toFiles: async () => new Agent(),
      appId: fake.grants.appId,
      appSecret: fake.grants.appSecret,
      oaSecretKey: "-",
      refreshToken: seed,
      apiRoot: fake.root,
      oauthRoot: fake.root,
      znsRoot: fake.root,
      staffTemplateId: undefined,
      attachments: createAttachmentStore(own),
      uploads: createZaloUploadStore(own),
      linkTo: () => undefined,
      tokenStore: createZaloTokenStore(own, { appId, key }),
      reach: createZaloReachStore(own, { freeReplies: 8 }),
      handleMessage: () => Promise.resolve({ kind: "answered" }),
      clock: () => fake.now,
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    opened.push(zalo, own);
    return { zalo, own };
  }

  it("refresh once, though all find the token lapsed at the same moment", async () => {
    const processes = Array.from({ length: 4 }, startProcess);
    const ask = () => Promise.all(processes.map(({ zalo }) => zalo.accountName()));
    expect(await ask()).toEqual(Array(4).fill("Sở Tư pháp"));
    expect(fake.grants.granted).toBe(1);
    fake.now = new Date(fake.now.getTime() + 26 * 3_600_000);
    expect(await ask()).toEqual(Array(4).fill("Sở Tư pháp"));
    expect(fake.grants.granted).toBe(2);
    fake.grants.revokeAccess();
    expect(await ask()).toEqual(Array(4).fill("Sở Tư pháp"));
    expect(fake.grants.granted).toBe(3);
  });

  it("keep the account when one loses the database in the midst of a refresh", async () => {
    const { zalo, own } = startProcess();
    fake.onGrant = () =>
      database.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'",
      );
    await expect(zalo.accountName()).rejects.toThrow(StoreUnavailableError);
    fake.onGrant = undefined;
    expect(await own.query("select sealed from zalo_token")).toEqual([]);
    expect(await zalo.accountName()).toBe("Sở Tư pháp");
    expect(await startProcess().zalo.accountName()).toBe("Sở Tư pháp");
    expect(fake.grants.granted).toBe(1);
  });
});
