import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDossierTown, type DossierTown } from "../../support/dossier-town.ts";
import type { Visitor } from "../../support/http-visitor.ts";

let town: DossierTown;
let dung: Visitor;
beforeAll(async () => {
  town = await createDossierTown("2026-11-23 08:00", "web");
  dung = await town.signedIn("dung");
});
afterAll(() => town[Symbol.asyncDispose]());

const read = async (visitor: Visitor, address: string) => (await visitor.get(address)).text();

/** Every number of a page that leads to a list, with the address it leads to. */
function linkedNumbers(page: string): { count: number; address: string }[] {
  return Array.from(
    page.matchAll(/href="(\/lamviec\/solieu\/hoso\?[^"]+)">([\d.]+)</g),
    ([, address, count]) => ({
      address: address!.replaceAll("&amp;", "&"),
      count: Number(count!.replaceAll(".", "")),
    }),
  );
}

const listed = (page: string) =>
  new Set(Array.from(page.matchAll(/href="\/lamviec\/hoso\/([^"]+)"/g), ([, code]) => code));

describe("the figures on a page", () => {
  it("are those that chat tells", async () => {
    const figures = await town.test.app.statistics.figures({
      period: {
        kind: "quarter",
        basis: "reporting",
        from: "2026-09-15",
        to: "2026-12-14",
        year: 2026,
        number: 4,
      } as never,
      now: town.now,
    });
    expect(figures?.dossiers.received.total).toBe(5);
    const page = await read(dung, "/lamviec/solieu");
    expect(page).toContain("Quý IV/2026");
    const received = linkedNumbers(page).find(({ address }) => address.endsWith("so=received"));
    expect(received?.count).toBe(5);
  });

  it.each(["unit", "field", "procedure", "mode"])(
    "lead each to as many dossiers as they say, also apart by %s",
    async (by) => {
      const numbers = linkedNumbers(await read(dung, `/lamviec/solieu?theo=${by}`));
      expect(numbers.length).toBeGreaterThan(10);
      for (const { count, address } of numbers) {
        const page = await read(dung, address);
        expect([address, listed(page).size]).toEqual([address, count]);
        expect(page).toContain(`<strong>${count} hồ sơ</strong>`);
      }
    },
  );

  it.each([
    ["quy 1 2021", "Quý I/2021"],
    ["quý trước", "Quý III/2026"],
    ["từ 1/11 đến 20/11/2026", "01/11/2026"],
  ])("are those of %s, as people write it", async (written, name) => {
    expect(await read(dung, `/lamviec/solieu?ky=${encodeURIComponent(written)}`)).toContain(name);
  });

  it("say what is no period, and keep what was written", async () => {
    const answer = await dung.get("/lamviec/solieu?ky=qu%C3%BD+9");
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Không có kỳ “quý 9”");
    expect(page).toContain('value="quý 9"');
  });

  it("tell an officer how many of the dossiers are theirs to see", async () => {
    const minh = await town.signedIn("minh");
    const page = await read(minh, "/lamviec/solieu/hoso?so=received");
    expect(page.slice(page.indexOf("<h1>"))).toContain("5 hồ sơ");
    expect(page).toContain("Anh/chị xem được 4 hồ sơ");
    expect(listed(page).size).toBe(4);
    expect(page).not.toContain("H57.16-261116-0005");
  });

  it.each([
    ["xlsx", "spreadsheetml"],
    ["docx", "wordprocessingml"],
    ["csv", "text/csv"],
    ["outcome.png", "image/png"],
  ])("are had as %s", async (file, mediaType) => {
    const answer = await dung.get(`/lamviec/solieu/${file}?theo=field`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain(mediaType);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it("are not there for a unit or a number that is not", async () => {
    for (const address of [
      "/lamviec/solieu?donvi=KHONG",
      "/lamviec/solieu/hoso?so=constructor",
      "/lamviec/solieu/xlsx?donvi=KHONG",
    ])
      expect((await dung.get(address)).status).toBe(404);
  });
});
