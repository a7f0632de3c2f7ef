import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOutbound, isPublic } from "../../src/outbound/outbound.ts";

let server: Server;
let root: string;
/** What reached the server. */
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    if (request.url === "/away") response.writeHead(302, { location: "https://evil.example/" });
    response.end("ok");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe("a request goes out", () => {
  it("to what an operator configured, though it is of the agency's own network, and follows nothing", async () => {
    await using outbound = createOutbound({ configured: [root], named: [] });
    expect(await (await outbound.fetch(`${root}/here`)).text()).toBe("ok");
    await expect(outbound.fetch(`${root}/away`)).rejects.toThrow("fetch failed");
    expect(asked).toEqual(["/here", "/away"]);
  });

  it.each([
    ["another host", "https://evil.example/"],
    ["one that only ends alike", "https://evilzdn.vn/"],
    ["a platform's host without TLS", "http://f1.zdn.vn/"],
    ["another port of it", "https://f1.zdn.vn:8443/"],
    ["the machine's metadata", "http://169.254.169.254/latest/meta-data/"],
    ["this machine", "http://127.0.0.1:8081/"],
    ["this machine, written otherwise", "http://[::1]:8081/"],
  ])("not to %s", async (_where, url) => {
    await using outbound = createOutbound({ configured: [root], named: ["zdn.vn"] });
    const failure = await outbound.fetch(url).catch((error: Error) => error);
    expect((failure as Error).cause).toMatchObject({ name: "NotAllowedError" });
  });

  it("not into a network that is not public by way of a name that is allowed", async () => {
    await using outbound = createOutbound({ configured: [], named: ["localhost"] });
    const failure = await outbound.fetch("https://localhost/").catch((error: Error) => error);
    expect(String((failure as Error).cause)).toContain("not public");
  });

  it.each([
    "10.1.2.3",
    "192.168.1.1",
    "172.31.0.1",
    "100.64.0.1",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
  ])("%s is not public", (address) => expect(isPublic(address)).toBe(false));
  it.each(["203.0.113.9", "2405:4800::1"])("%s is", (address) => expect(isPublic(address)).toBe(true));
});
