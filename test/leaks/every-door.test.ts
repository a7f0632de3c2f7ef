import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebRoute } from "../../src/web/server.ts";
import type { Visitor } from "../support/http-visitor.ts";
import { doors, type Door } from "./doors.ts";
import { assignmentCode, createLeakTown, dossierCode, origin, secrets, type LeakTown } from "./leak-town.ts";

// Every way in, by everyone who is not meant to come in by it. A new route without a line in doors.ts fails here.

let town: LeakTown;
const signedIn = new Map<string, Visitor>();
beforeAll(async () => {
  town = await createLeakTown();
  // An officer, a leader and the administrator; Khoa and Bích are of another room than whatever there is to see.
  for (const name of ["minh", "khoa", "bich", "quan"]) signedIn.set(name, await town.signedIn(name));
});
afterAll(() => town[Symbol.asyncDispose]());

const roleOf = { minh: "officer", khoa: "officer", bich: "leader", quan: "admin" } as const;

function doorOf(route: WebRoute): Door | undefined {
  const group = Object.keys(doors).find((name) => name.endsWith("*") && route.startsWith(name.slice(0, -1)));
  return doors[route] ?? (group === undefined ? undefined : doors[group as WebRoute]);
}

/** The route's address with something in the place of its parameters. */
function addressOf(route: WebRoute, given: Record<string, string> = {}): string {
  const values: Record<string, string> = {
    case: town.code,
    file: town.file,
    dossier: dossierCode,
    assignment: assignmentCode,
  };
  return route
    .replace(/^\S+ /, "")
    .replaceAll(/:(\w+)/g, (_, name: string) => values[given[name] ?? ""] ?? given[name] ?? "json")
    .replace("*", "x");
}

/** As a form of a page sends it, or another program; without a form's token. */
async function goes(visitor: Visitor, route: WebRoute, door: Door, from = origin) {
  const given =
    door.who === "staff"
      ? { ...door.of, ...door.params }
      : door.who === "own-browser"
        ? door.params
        : undefined;
  const address = addressOf(route, given);
  const method = route.split(" ")[0]!;
  const response =
    method === "POST"
      ? await visitor.submit(address, {}, { origin: from })
      : await visitor.asks(method, address, { origin: from });
  return { status: response.status, text: await readAnswer(response) };
}

/** Of a stream, which does not end, what comes first. */
async function readAnswer(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

const routes = () => town.serving.routes!.map((route) => [route, doorOf(route)!] as const);
const those = (who: Door["who"]) => routes().filter(([, door]) => door?.who === who);
/** Statuses by route, of routes that did not answer so. */
async function wrong(
  list: readonly (readonly [WebRoute, Door])[],
  visitor: Visitor,
  allowed: (status: number, door: Door) => boolean,
  from = origin,
): Promise<string[]> {
  const found: string[] = [];
  for (const [route, door] of list) {
    const { status, text } = await goes(visitor, route, door, from);
    if (!allowed(status, door)) found.push(`${route} → ${status}`);
    if (secrets.some((secret) => text.includes(secret))) found.push(`${route} tells a secret`);
  }
  return found;
}

describe("every way in", () => {
  it("has its line in doors.ts, and each line its way in", () => {
    expect(town.serving.routes!.length).toBeGreaterThan(25);
    expect(town.serving.routes!.filter((route) => !doorOf(route))).toEqual([]);
    const all = town.serving.routes!;
    const unused = Object.keys(doors).filter(
      (name) => !name.endsWith("*") && !all.includes(name as WebRoute),
    );
    expect(unused).toEqual([]);
  });

  it("for staff is shut to whoever is not signed in", async () => {
    expect(those("staff").length).toBeGreaterThan(10);
    expect(await wrong(those("staff"), town.stranger(), (status) => status === 401)).toEqual([]);
  });

  it("for some roles is shut to the others", async () => {
    for (const [name, visitor] of signedIn) {
      const shut = those("staff").filter(
        ([, door]) =>
          door.who === "staff" && door.roles && !door.roles.includes(roleOf[name as keyof typeof roleOf]),
      );
      expect(await wrong(shut, visitor, (status) => status === 403)).toEqual([]);
    }
  });

  it("to a matter is shut to an officer and to a leader of another unit, as if there were no such matter", async () => {
    const matters = those("staff").filter(
      ([route, door]) => door.who === "staff" && door.of && route.startsWith("GET "),
    );
    for (const name of ["khoa", "bich"] as const) {
      const theirs = matters.filter(
        ([, door]) => door.who === "staff" && (!door.roles || door.roles.includes(roleOf[name])),
      );
      expect(theirs.length).toBeGreaterThan(1);
      expect(await wrong(theirs, signedIn.get(name)!, (status) => status === 404)).toEqual([]);
    }
  });

  it("is open to those it is for", async () => {
    const pages = those("staff").filter(([route]) => route.startsWith("GET ") && route in doors);
    for (const [route, door] of pages) {
      const visitor = signedIn.get(door.who === "staff" && door.roles ? "quan" : "minh")!;
      const opens = (door.who === "staff" && door.opens) || 200;
      expect([route, (await goes(visitor, route, door)).status]).toEqual([route, opens]);
    }
  });

  it("for staff that changes something enters it in the audit", () => {
    const changing = town.serving.routes!.filter((route) => /^(?!GET )\S+ \/lamviec/.test(route));
    const unwritten = changing.filter((route) => !town.serving.audited!.includes(route));
    // The board of queues is a program of its own, before which stands the same.
    expect(unwritten.filter((route) => !route.includes("/hangdoi"))).toEqual([]);
    expect(town.serving.audited!.length).toBeGreaterThan(30);
  });

  it("leaves an act where a form came to something, and none where it did not", async () => {
    const acts = async () =>
      (
        await town.test.app.database.query<{ subject: string }>(
          "select subject from audit_act where deed = 'form-sent' and actor = 'minh' order by id",
        )
      ).map(({ subject }) => subject);
    const minh = signedIn.get("minh")!;
    const token = /name="token" value="([^"]+)"/.exec(await (await minh.get("/lamviec/phananh")).text())![1]!;
    const send = async (path: string, fields: Record<string, string>) =>
      (await minh.submit(path, { token, ...fields }, { origin })).status;
    const before = await acts();
    expect(await send("/lamviec/phananh/PA-2026-999999/nhan", { version: "1" })).toBe(404);
    expect(await acts()).toEqual(before);
    expect(await send("/lamviec/phananh/xem", { name: "Việc sáng nay" })).toBe(303);
    expect(await acts()).toEqual([...before, "/lamviec/phananh/xem"]);
  });

  it("answers with the headers that keep a browser safe, whatever the answer is", async () => {
    const visitors: [string, Visitor][] = [
      ["a stranger", town.stranger()],
      ["quan", signedIn.get("quan")!],
    ];
    const faults: string[] = [];
    const kinds = new Set<string>();
    for (const [who, visitor] of visitors)
      for (const [route, door] of routes()) {
        const address = addressOf(route, door.who === "staff" ? { ...door.of, ...door.params } : {});
        const answer = await visitor.asks(route.split(" ")[0]!, address, { origin });
        kinds.add(
          `${Math.floor(answer.status / 100)}xx ${answer.headers.get("content-type")?.split(";")[0]}`,
        );
        faults.push(...headerFaults(answer).map((fault) => `${who} ${route} ${answer.status}: ${fault}`));
        await answer.body?.cancel();
      }
    // And what no route answers.
    for (const path of [
      "/khong-co",
      "/%",
      "/lamviec/khong-co",
      "/open311/v2/x",
      `/assets/${"a".repeat(500)}/x`,
    ]) {
      const answer = await town.stranger().get(path);
      faults.push(...headerFaults(answer).map((fault) => `${path.slice(0, 20)} ${answer.status}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        "2xx text/html",
        "2xx text/event-stream",
        "2xx image/png",
        "2xx application/json",
        "4xx text/html",
      ]),
    );
  });

  it("takes no form of staff without its page's token, nor from another site", async () => {
    const forms = those("staff").filter(([route]) => !route.startsWith("GET "));
    expect(forms.length).toBeGreaterThan(3);
    const quan = signedIn.get("quan")!;
    // The board of queues is a program of its own, which has no forms.
    const own = forms.filter(([route]) => !route.includes("hangdoi"));
    expect(await wrong(own, quan, (status) => status === 403)).toEqual([]);
    expect(await wrong(own, quan, (status) => status === 403, "https://evil.example")).toEqual([]);
  });

  it("that takes a secret is shut without it", async () => {
    const shut = (status: number, door: Door) => door.who === "secret-holder" && status === door.refused;
    expect(await wrong(those("secret-holder"), town.stranger(), shut)).toEqual([]);
  });

  it("to what is a browser's own is shut to a browser that has kept nothing, and to other sites", async () => {
    const own = those("own-browser");
    expect(await wrong(own, town.stranger(), (status) => status >= 400 && status < 500)).toEqual([]);
    const sent = own.filter(([route]) => route.startsWith("POST "));
    const kept = town.stranger();
    await kept.get("/");
    expect(await wrong(sent, kept, (status) => status === 403, "https://evil.example")).toEqual([]);
  });

  it("for anyone tells nothing of anyone", async () => {
    expect(await wrong(those("anyone"), town.stranger(), (status) => status < 500)).toEqual([]);
  });
});

/** What an answer lacks of what every answer has. */
function headerFaults({ headers, url }: Response): string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const isAsset = new URL(url).pathname.startsWith("/assets/");
  const isStaff = new URL(url).pathname.startsWith("/lamviec");
  const rules: [string, boolean][] = [
    ["a policy that begins with nothing", policy.includes("default-src 'none'")],
    ["no script from elsewhere", !/script-src[^;]*(unsafe-inline|unsafe-eval|https?:|\*)/.test(policy)],
    ["no frame around it", policy.includes("frame-ancestors 'none'") || policy.includes("sandbox")],
    ["told by its type alone", headers.get("x-content-type-options") === "nosniff"],
    ["HTTPS from now on", /max-age=\d{8}/.test(headers.get("strict-transport-security") ?? "")],
    ["no address told to others", /^(same-origin|no-referrer)$/.test(headers.get("referrer-policy") ?? "")],
    ["not told what runs here", !headers.has("server") && !headers.has("x-powered-by")],
    ["kept by nobody", !isStaff || /no-store/.test(headers.get("cache-control") ?? "")],
    ["kept by its version", !isAsset || headers.has("cache-control")],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}
