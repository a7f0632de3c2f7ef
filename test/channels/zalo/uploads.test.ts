import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createUpload, type Upload } from "../../../src/channels/zalo/uploads.ts";
import { createZaloUploadStore } from "../../../src/persistence/zalo-upload-store.ts";
import type { Database } from "../../../src/persistence/database.ts";
import { createTestDatabase } from "../../support/test-database.ts";
import { ZaloTrial } from "./zalo-trial.ts";

let database: Database;
let trial: ZaloTrial;
let upload: Upload;

beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.query("truncate zalo_upload");
  trial = await ZaloTrial.start();
  upload = createUpload(trial.zalo.client, createZaloUploadStore(database), () => trial.fake.now);
});
afterEach(() => trial[Symbol.asyncDispose]());

const picture = (bytes: Uint8Array, mediaType = "image/png") => ({ bytes, name: "quý 1.png", mediaType });

describe("a picture or file for Zalo", () => {
  it("is uploaded once, and again when Zalo may have forgotten it", async () => {
    const first = await upload(picture(Buffer.from("ảnh")));
    expect(first).toEqual({ kind: "image", handle: "image-1" });
    expect(await upload(picture(Buffer.from("ảnh")))).toEqual(first);
    expect(trial.fake.callsOf("/v2.0/oa/upload/image")).toEqual([
      { name: "quý 1.png", size: Buffer.byteLength("ảnh"), type: "image/png" },
    ]);
    trial.pass(7 * 24);
    expect(await upload(picture(Buffer.from("ảnh")))).toEqual({ kind: "image", handle: "image-2" });
  });

  it.each([
    ["image/gif", "gif", "gif-1"],
    ["application/pdf", "file", "file-1"],
  ])("of type %s goes its own way", async (mediaType, kind, handle) => {
    expect(await upload(picture(Buffer.from("x"), mediaType))).toEqual({ kind, handle });
  });

  it("of a type or size that Zalo does not take is not sent there", async () => {
    const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    expect(await upload(picture(Buffer.from("x"), sheet))).toBeUndefined();
    expect(await upload(picture(Buffer.alloc(1024 * 1024 + 1)))).toBeUndefined();
    expect(await upload(picture(Buffer.alloc(1024 * 1024)))).toBeDefined();
  });
});
