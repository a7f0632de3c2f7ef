import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDemonstrationInto } from "../../src/demonstration.ts";
import { personTalkingTo, wordsOf, type Person } from "../support/people.ts";
import { createTestApp, type TestApp } from "../support/test-app.ts";

let now = new Date("2026-11-23T02:00:00Z");
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(() => now);
  await loadDemonstrationInto(test.app);
});
afterAll(() => test[Symbol.asyncDispose]());

const first = "000.00.16.H57-210115-0007";
const proofAsked = "anh/chị nhập 4 số cuối";
const codeAsked = "Anh/chị cho biết mã hồ sơ cần tra.";

/** What is answered to the last of these. */
function after(...said: string[]): Promise<string> {
  return answerTo(personTalkingTo(test.app), said);
}

async function answerTo(person: Person, said: readonly string[]): Promise<string> {
  let answered = "";
  for (const text of said) answered = wordsOf(await person.says(text));
  return answered;
}

describe("a few words carry on from", () => {
  it.each([
    ["à không, quý 2", "Quý II/2021 (15/03/2021–14/06/2021)"],
    ["còn quý trước?", "Quý IV/2020 (15/09/2020–14/12/2020)"],
    ["theo lĩnh vực thì sao", "Quý I/2021 (15/12/2020–14/03/2021) theo lĩnh vực"],
    ["so với cùng kỳ", "Quý I/2020"],
  ])("the figures just shown: “%s”", async (text, answer) => {
    const leader = personTalkingTo(test.app, { as: "lanhdao" });
    expect(await answerTo(leader, ["/thongke quy1 2021", text])).toContain(answer);
  });

  it("the dossier asked for: a bare code after the question", async () => {
    expect(await after("hồ sơ của tôi tới đâu rồi", first)).toContain(`Hồ sơ ${first}`);
  });

  it.each(["xem chi tiết", "chi tiết hồ sơ này"])("the dossier just shown: “%s”", async (text) => {
    expect(await after(first, text)).toContain(`Để xem chi tiết hồ sơ ${first}, ${proofAsked}`);
  });

  it.each(["cái này bao giờ xong", "hồ sơ này tới đâu rồi", "xong chưa ạ", "bao giờ xong"])(
    "the dossier just shown: “%s”",
    async (text) => {
      expect(await after(first, text)).toContain(`Hồ sơ ${first}`);
      expect(await after(first, "theo dõi giúp em", text)).toContain(`Hồ sơ ${first}`);
    },
  );

  it("the list just shown: “cái thứ hai”, and what is asked of it then", async () => {
    const second = "Đăng ký hành nghề luật sư với tư cách cá nhân";
    expect(await after("đăng ký hành nghề", "cái thứ hai")).toContain(second);
    const fee = await after("đăng ký hành nghề", "cái thứ hai", "lệ phí bao nhiêu");
    expect(fee).toMatch(/^Phí: /);
    expect(fee).toContain(second);
  });

  it("the procedure just told: a correction names another", async () => {
    expect(await after("luật sư", "cái thứ hai", "à không, công chứng viên")).toContain("công chứng viên");
  });
});

describe("a new topic does not drag the old one along:", () => {
  const thisQuarterBefore = "Quý III/2026";
  it.each([
    [["/thongke quy1 2021", first, "còn quý trước?"], thisQuarterBefore],
    [["/thongke quy1 2021", "làm lý lịch tư pháp cần gì", "còn quý trước?"], thisQuarterBefore],
    [["làm lý lịch tư pháp cần gì", "/thongke quy1 2021", "mất bao lâu"], "Anh/chị hỏi về thủ tục nào?"],
    [[first, "/thongke quy1 2021", "xem chi tiết"], codeAsked],
    [[first, "hồ sơ khác của em xong chưa"], codeAsked],
    [[first, "/thongke quy1 2021", "cái này bao giờ xong"], codeAsked],
  ])("%j", async (said, answer) => {
    expect(await after(...said)).toContain(answer);
  });

  it("nor does half an hour's silence", async () => {
    const person = personTalkingTo(test.app);
    await person.says(first);
    now = new Date(now.getTime() + 31 * 60_000);
    expect(wordsOf(await person.says("xem chi tiết"))).toContain(codeAsked);
  });
});

describe("a question in between is answered, and the form comes back", () => {
  it.each([
    ["thứ 7 có làm không", "Giờ làm việc"],
    ["tháng này nhận bao nhiêu hồ sơ", "Tháng 12/2026"],
    ["làm lý lịch tư pháp cần gì", "Giấy tờ cần nộp"],
  ])("where four digits are asked for: “%s”", async (question, answer) => {
    const words = await after(first, "xem chi tiết", question);
    expect(words).toContain(answer);
    expect(words).toContain("4 số cuối");
    expect(await after(first, "xem chi tiết", question, "0000")).toContain("Không có thông tin để hiển thị");
  });

  it("but “huỷ” ends it", async () => {
    expect(await after(first, "xem chi tiết", "huỷ")).not.toContain("4 số cuối");
  });

  it.each([
    ["thứ bảy có làm không", "Giờ làm việc"],
    ["tháng này nhận bao nhiêu hồ sơ", "Tháng 12/2026"],
  ])("where feedback asks for its field: “%s”", async (question, answer) => {
    const words = await after("tôi muốn góp ý", "quầy 3 làm chậm", question);
    expect(words).toContain(answer);
    expect(words).toContain("Việc này thuộc lĩnh vực nào?");
    expect(await after("tôi muốn góp ý", "quầy 3 làm chậm", question, "Hộ tịch")).toContain("xảy ra ở đâu");
  });

  it("while words that may be feedback's own are taken for it", async () => {
    const words = await after("tôi muốn góp ý", "thứ bảy có làm không mà không ai trực");
    expect(words).toContain("Việc này thuộc lĩnh vực");
  });
});
