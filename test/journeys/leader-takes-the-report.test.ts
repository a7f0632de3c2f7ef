import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import type { FileBlock, Reply } from "../../src/conversation/reply.ts";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

const now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const leader = () => personTalkingTo(test.app, { as: "lanhdao" });
const citizen = () => personTalkingTo(test.app);

const filesIn = (replies: Reply[]): FileBlock[] =>
  replies.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "file"));

/** The first bytes of what was drawn for the file, once a worker has been at it. */
async function drawn({ attachmentId }: FileBlock): Promise<string | undefined> {
  await backgroundWork(test.app, []).deliver();
  const stored = await createAttachmentStore(test.app.database).read(attachmentId);
  return stored?.content?.subarray(0, 4).toString("latin1");
}

describe("a leader who takes the report of a quarter", () => {
  it("sees the picture with the figures, and its finding in words", async () => {
    const [picture] = filesIn(await leader().says("/thongke quy1 2021"));
    expect(picture).toMatchObject({
      mediaType: "image/png",
      name: "Biểu đồ kết quả giải quyết – Quý I-2021.png",
      caption: expect.stringContaining("2.986") as string,
    });
    expect(await drawn(picture!)).toBe("\u0089PNG");
  });

  it.each([
    ["Biểu II.06a (Excel)", "Biểu II.06a – Quý I-2021.xlsx"],
    ["Báo cáo (Word)", "Báo cáo giải quyết thủ tục hành chính – Quý I-2021.docx"],
  ])("has it with one more tap: %s", async (button, name) => {
    const person = leader();
    await person.says("/thongke quy1 2021");
    const [file] = filesIn(await person.says(button));
    expect(file).toMatchObject({ name, caption: "Quý I/2021 (15/12/2020–14/03/2021)" });
    expect(await drawn(file!)).toBe("PK\u0003\u0004");
  });

  it.each([
    ["xuat excel quy 1 2021", "Biểu II.06a – Quý I-2021.xlsx"],
    ["cho xin báo cáo quý 1/2021 bản word", "Báo cáo giải quyết thủ tục hành chính – Quý I-2021.docx"],
    ["biểu đồ trễ hạn quý 1 năm 2021", "Biểu đồ hồ sơ quá hạn – Quý I-2021.png"],
    ["/bieudo don vi quy 1/2021", "Biểu đồ các đơn vị – Quý I-2021.png"],
  ])("has it by asking: “%s”", async (text, name) => {
    expect(filesIn(await leader().says(text))).toMatchObject([{ name }]);
  });

  it("goes on from the figures just shown", async () => {
    const person = leader();
    await person.says("/thongke quy1 2021");
    expect(filesIn(await person.says("gửi anh bản word"))).toMatchObject([
      { name: "Báo cáo giải quyết thủ tục hành chính – Quý I-2021.docx" },
    ]);
  });

  it("chooses another chart under the first", async () => {
    const person = leader();
    await person.says("/bieudo quy 1/2021");
    expect(filesIn(await person.says("Biểu đồ hình thức nộp"))).toMatchObject([
      { name: "Biểu đồ hình thức nộp – Quý I-2021.png" },
    ]);
  });
});

describe("a citizen", () => {
  it("sees charts, and is told that report files are for staff", async () => {
    const person = citizen();
    expect(filesIn(await person.says("biểu đồ quý 1 năm 2021"))).toHaveLength(1);
    expect(wordsOf(await person.says("/xuat xlsx quy 1/2021"))).toContain("chỉ gửi cho cán bộ");
  });
});
