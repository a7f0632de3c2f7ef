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
  const given = door.who === "staff" ? door.of : door.who === "own-browser" ? door.params : undefined;
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
      expect([route, (await goes(visitor, route, door)).status]).toEqual([route, 200]);
    }
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
