import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../src/serve.ts";
import { openTestWeb } from "../support/http-web.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const metricsToken = "a-token-of-prometheus";

describe("/metrics", () => {
  let test: TestApp;
  let serving: Serving;
  beforeAll(async () => {
    test = await createTestApp(() => new Date(), { METRICS_TOKEN: metricsToken });
    serving = await serve(test.app, test.config, "all");
  });
  afterAll(async () => {
    await serving[Symbol.asyncDispose]();
    await test[Symbol.asyncDispose]();
  });
  const read = (token: string) =>
    fetch(`${serving.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });

  it("tells how the service stands, in a form that Prometheus reads", async () => {
    const { database, clock } = test.app;
    for (const conversationId of ["hoa", "minh"])
      await test.app.handleMessage({
        id: randomUUID(),
        channel: "web",
        conversationId,
        content: { kind: "text", text: "/help" },
        sentAt: clock(),
      });
    await database.query(
      "update conversation set channel = 'zalo', unreachable_since = now() where external_id = 'minh'",
    );
    await database.query(
      `insert into outbox (conversation_id, reply, status, reason, created_at, due_at)
       select id, '{"blocks": []}', 'undeliverable', 'not a follower (-213: no)', now(), now()
       from conversation where external_id = 'minh'`,
    );
    await database.query("insert into zalo_quota (kind, remaining, told_at) values ('zns', 499, now())");
    const response = await read(metricsToken);
    expect(response.headers.get("content-type")).toContain("text/plain");
    const text = await response.text();
    for (const line of [
      'motcua_deliveries_last_hour{reason="not a follower",status="undeliverable",channel="zalo"} 1',
      'motcua_turns_last_hour{failed="false",channel="web"} 1',
      'motcua_unreachable_conversations{channel="zalo"} 1',
      "motcua_call_list 1",
      "motcua_notices_due 0",
      'motcua_zalo_quota_remaining{kind="zns"} 499',
    ])
      expect(text.split("\n")).toContain(line);
    expect(text).toMatch(/^motcua_queue_jobs\{queue="delivery",state="waiting"\} \d+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).not.toContain("hoa");
  });

  it("names every figure of ours that the dashboard draws, and draws every figure it names", async () => {
    const drawn = readFileSync("ops/grafana-dashboard.json", "utf8");
    const told = (await (await read(metricsToken)).text()).matchAll(/^# TYPE (\w+) /gm);
    const names = new Set(Array.from(told, ([, name]) => name!));
    const own = (all: Iterable<string>) =>
      Array.from(new Set(all)).filter((name) => name.startsWith("motcua_"));
    expect(own(drawn.match(/\w+/g)!).toSorted()).toEqual(own(names).toSorted());
    for (const name of ["process_resident_memory_bytes", "nodejs_eventloop_lag_p99_seconds"])
      expect([drawn.includes(name), names.has(name)]).toEqual([true, true]);
  });

  it("is for whoever has the token", async () => {
    expect((await read("another-token-than-that")).status).toBe(401);
    expect((await fetch(`${serving.url}/metrics`)).status).toBe(401);
  });

  it("is not there without a token", async () => {
    await using web = await openTestWeb();
    expect((await fetch(`${web.url}/metrics`)).status).toBe(404);
  });
});
