import { describe, expect, it } from "vitest";
import { readCodes } from "../../src/photos/read-codes.ts";
import { photograph, type Scene } from "./photographs.ts";

const code = "H57.16-210315-0012";

describe("a photo of a receipt", () => {
  it.each([
    ["straight", {}],
    ["turned a little", { turned: 12 }],
    ["upside down", { turned: 180 }],
    ["on its side", { turned: 90 }],
    ["a little out of focus", { blur: 1.5 }],
    ["from afar", { share: 0.25 }],
    ["of its barcode", { format: "Code128", share: 0.7 }],
  ] satisfies [string, Scene][])("taken %s gives its code", async (_, scene) => {
    expect(await readCodes(await photograph(code, scene))).toEqual([code]);
  });

  it("with Vietnamese in its code gives every letter", async () => {
    const text = "Hồ sơ H57.16-210315-0012 của chị Hoa";
    expect(await readCodes(await photograph(text))).toEqual([text]);
  });
});

describe("what shows no code", () => {
  const png = (width: number, height: number) => {
    const header = Buffer.alloc(33);
    header.write("89504e470d0a1a0a0000000d49484452", "hex");
    header.writeUInt32BE(width, 16);
    header.writeUInt32BE(height, 20);
    header.set([8, 6, 0, 0, 0], 24);
    return header;
  };

  it.each([
    ["a blank sheet", async () => photograph("x", { share: 0.001 })],
    ["a header that claims 400 million pixels", async () => png(20_000, 20_000)],
    ["a header with nothing behind it", async () => png(100, 100)],
    ["half a picture", async () => (await photograph(code)).subarray(0, 3000)],
    ["a JPEG that ends at once", async () => Buffer.from("ffd8ffe000104a464946", "hex")],
    ["a JPEG whose segments go nowhere", async () => Buffer.from(`ffd8${"ff".repeat(5000)}`, "hex")],
    ["text", async () => Buffer.from("không phải ảnh")],
    ["nothing", async () => Buffer.alloc(0)],
  ])("gives none and breaks nothing: %s", async (_, picture) => {
    expect(await readCodes(await picture())).toEqual([]);
  });
});
