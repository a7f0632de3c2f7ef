import { describe, expect, it } from "vitest";
import { readRedisUrl, type RedisLocation } from "../../src/jobs/redis-location.ts";

const open = { isEncrypted: false };

describe("a Redis URL", () => {
  it.each<[string, RedisLocation]>([
    ["redis://cache", { kind: "single", address: { host: "cache", port: 6379 }, db: 0, ...open }],
    ["redis://cache:6380/2", { kind: "single", address: { host: "cache", port: 6380 }, db: 2, ...open }],
    ["redis://[::1]:6380", { kind: "single", address: { host: "::1", port: 6380 }, db: 0, ...open }],
    [
      "rediss://motcua:b%40t%2Fm%E1%BA%ADt@cache",
      {
        kind: "single",
        address: { host: "cache", port: 6379 },
        db: 0,
        username: "motcua",
        password: "b@t/mật",
        isEncrypted: true,
      },
    ],
    [
      "redis://:secret@cache:6379/",
      { kind: "single", address: { host: "cache", port: 6379 }, db: 0, password: "secret", ...open },
    ],
    [
      "redis+sentinel://one,two:26380/leader/3",
      {
        kind: "sentinel",
        sentinels: [
          { host: "one", port: 26_379 },
          { host: "two", port: 26_380 },
        ],
        name: "leader",
        db: 3,
        ...open,
      },
    ],
    [
      "rediss+cluster://:secret@one:7000,two:7001",
      {
        kind: "cluster",
        nodes: [
          { host: "one", port: 7000 },
          { host: "two", port: 7001 },
        ],
        password: "secret",
        isEncrypted: true,
      },
    ],
  ])("%s is understood", (url, location) => {
    expect(readRedisUrl(url)).toEqual(location);
  });

  it.each([
    "http://cache",
    "redis://",
    "redis://one,two",
    "redis+sentinel://one:26379",
    "redis+cluster://one,,two",
    "redis://cache:port",
  ])("%s is refused", (url) => {
    expect(() => readRedisUrl(url)).toThrow(TypeError);
  });
});
