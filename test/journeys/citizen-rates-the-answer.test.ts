import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../support/feedback-town.ts";
import { wordsOf } from "../support/people.ts";

// Anh Minh has answered chị Hoa; she is asked how satisfied she is, and may ask for more.

let town: FeedbackTown;
let hoa: Citizen;
let nam: Citizen;
let code: string;

beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  hoa = await town.citizen("hoa");
  nam = await town.citizen("nam");
});
beforeEach(async () => {
  town.now = at("2026-11-23 08:00");
  ({ code } = await hoa.files("Chờ bản sao trích lục quá lâu"));
  await town.does(code, { kind: "answer", text: "Bản sao đã có, mời anh/chị đến nhận." });
  await town.does(code, { kind: "close" });
});
afterAll(() => town[Symbol.asyncDispose]());

const surveys = async () =>
  (await town.notices(code))
    .filter(({ kind }) => kind.startsWith("case-survey"))
    .map(({ kind, status }) => `${kind} ${status}`);

async function heard(when: string): Promise<string> {
  town.now = at(when);
  await town.passes();
  return wordsOf(await hoa.hears());
}

describe("the question how satisfied one is", () => {
  it("is answered by a number, where a channel has no buttons, even after other talk", async () => {
    await hoa.says("/thongke quy1 2021");
    await heard("2026-11-23 08:05");
    town.now = at("2026-11-23 08:20");
    expect(wordsOf(await hoa.says("1"))).toContain("hài lòng");
    const [survey] = await town.test.app.database.query<{ is_satisfied: boolean }>(
      "select is_satisfied from satisfaction_survey s join feedback f on f.id = s.feedback_id where f.code = $1",
      [code],
    );
    expect(survey!.is_satisfied).toBe(true);
  });

  it("is asked once the case is closed, once more after three working days, and never again", async () => {
    const first = await heard("2026-11-23 08:05");
    expect(first).toContain(`Phòng Hành chính tư pháp trả lời phản ánh ${code} của anh/chị:`);
    expect(first).toContain("Bản sao đã có, mời anh/chị đến nhận.");
    expect(first).toContain("Anh/chị có hài lòng với cách giải quyết không?");
    expect(first).toContain("đến hết ngày 07/12/2026");
    expect(first).toContain("[Hài lòng] [Chưa hài lòng]");
    expect(await heard("2026-11-26 07:29")).toBe("");
    expect(await heard("2026-11-26 07:30")).toContain("cũng là lần cuối");
    expect(await heard("2027-02-01 08:00")).toBe("");
  });

  it("waits for working time, and the days to answer are counted from then", async () => {
    town.now = at("2026-11-27 18:00");
    const late = await hoa.files("Việc kết thúc tối thứ Sáu");
    await town.does(late.code, { kind: "answer", text: "Xong." });
    await town.does(late.code, { kind: "close" });
    const [asked, again] = (await town.notices(late.code)).filter(({ kind }) =>
      kind.startsWith("case-survey"),
    );
    expect(asked).toMatchObject({ due_at: at("2026-11-30 07:30"), expires_at: at("2026-12-15 00:00") });
    expect(again).toMatchObject({ due_at: at("2026-12-03 07:30"), expires_at: at("2026-12-15 00:00") });
  });

  it("is not asked of someone who cannot be reached", async () => {
    const other = await hoa.files("Không ai để hỏi");
    await town.test.app.database.query("update feedback set conversation_id = null where code = $1", [
      other.code,
    ]);
    await town.does(other.code, { kind: "answer", text: "Xong." });
    await town.does(other.code, { kind: "close" });
    expect(await town.notices(other.code)).not.toContainEqual(
      expect.objectContaining({ kind: "case-survey" }),
    );
  });
});

describe("an answer", () => {
  it("of satisfaction is noted, ends the asking, and said twice is noted already", async () => {
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 1`))).toContain("Đã ghi nhận: hài lòng");
    expect(await surveys()).toEqual(["case-survey cancelled", "case-survey-again cancelled"]);
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 1`))).toContain("đã được ghi nhận từ trước");
    expect((await town.history(code)).filter((what) => what === "rated")).toHaveLength(1);
  });

  it("of dissatisfaction takes several reasons and own words, and offers to look again", async () => {
    const asked = wordsOf(await hoa.presses(`/danhgia ${code} 0`));
    expect(asked).toContain("anh/chị chưa hài lòng với cách giải quyết phản ánh");
    expect(asked).toContain(
      "[Trả lời chậm] [Trả lời chưa đúng việc] [Thái độ phục vụ] [Việc chưa giải quyết xong] [Lý do khác] [Đề nghị xem lại]",
    );
    await hoa.says("Trả lời chậm");
    const more = wordsOf(await hoa.says("Thái độ phục vụ"));
    expect(more).toContain("Lý do đã ghi nhận: Trả lời chậm; Thái độ phục vụ.");
    expect(more).not.toContain("[Trả lời chậm]");
    await hoa.says("Lý do khác");
    expect(wordsOf(await hoa.says("Phải gọi ba lần mới có người nghe"))).toContain("Lý do khác");
    expect(await town.history(code)).toContain("rated: Phải gọi ba lần mới có người nghe");
    const [survey] = await town.test.app.database.query(
      `select is_satisfied, reasons from satisfaction_survey s join feedback f on f.id = s.feedback_id where code = $1`,
      [code],
    );
    expect(survey).toEqual({ is_satisfied: false, reasons: ["slow", "attitude", "other"] });
    expect(await hoa.presses(`/danhgia ${code} slow`)).toHaveLength(1);
  });

  it("can be given from the case itself, as long as it is asked for", async () => {
    const asks = "Anh/chị có hài lòng với cách giải quyết phản ánh này không?";
    expect(wordsOf(await hoa.presses(`/traphananh ${code}`))).toContain(asks);
    expect(wordsOf(await hoa.says("Hài lòng"))).toContain("Đã ghi nhận: hài lòng");
    expect(wordsOf(await hoa.presses(`/traphananh ${code}`))).not.toContain(asks);
  });

  it("may be changed, and the last one counts", async () => {
    await hoa.presses(`/danhgia ${code} 0`);
    await hoa.presses(`/danhgia ${code} slow`);
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 1`))).toContain("thành: hài lòng");
    expect(wordsOf(await hoa.presses(`/danhgia ${code} slow`))).toContain("hài lòng của anh/chị");
    const [survey] = await town.test.app.database.query(
      `select is_satisfied, reasons from satisfaction_survey s join feedback f on f.id = s.feedback_id where code = $1`,
      [code],
    );
    expect(survey).toEqual({ is_satisfied: true, reasons: [] });
    expect(wordsOf(await hoa.presses(`/traphananh ${code} lichsu`))).toMatch(/đánh giá: hài lòng$/m);
  });

  it("is taken until the end of the last day, and not afterwards", async () => {
    town.now = at("2026-12-07 23:59");
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 1`))).toContain("Đã ghi nhận");
    town.now = at("2026-12-08 00:00");
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 0`))).toContain("đã hết ngày 07/12/2026");
  });

  it("comes from the person alone, and only once the case is closed", async () => {
    expect(wordsOf(await nam.presses(`/danhgia ${code} 1`))).toContain("Không thấy phản ánh này");
    const open = await hoa.files("Chưa xong");
    expect(wordsOf(await hoa.presses(`/danhgia ${open.code} 1`))).toContain("chưa đến lúc cho ý kiến");
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 7`))).toContain(`Phản ánh ${code}`);
  });
});

describe("asking to look again", () => {
  it("begins a new round with a new date when a leader agrees, and keeps the first", async () => {
    await hoa.presses(`/danhgia ${code} 0`);
    expect(wordsOf(await hoa.says("Đề nghị xem lại"))).toContain(`vì sao cần xem lại phản ánh ${code}`);
    expect(wordsOf(await hoa.sends({ kind: "position", latitude: 15.88, longitude: 108.33 }))).toContain(
      "trả lời bằng chữ",
    );
    expect(wordsOf(await hoa.says("Đến nơi vẫn chưa có bản sao"))).toContain("Đã gửi đề nghị xem lại");
    expect(wordsOf(await hoa.presses(`/molai ${code}`))).toContain("đang chờ quyết định");

    town.now = at("2026-11-24 09:00");
    await town.does(code, { kind: "decide-reopening", isGranted: true, reason: "Cần kiểm tra lại" }, "lan");
    const told = await heard("2026-11-24 09:00");
    expect(told).toContain(`phản ánh ${code} được Phòng Hành chính tư pháp xem xét lại`);
    expect(told).toContain("Hẹn trả lời mới: 17:00 thứ Ba 01/12/2026.");
    expect(wordsOf(await hoa.presses(`/traphananh ${code} lichsu`))).toContain(
      "cơ quan trả lời: “Bản sao đã có, mời anh/chị đến nhận.”",
    );
    expect(wordsOf(await hoa.presses(`/danhgia ${code} 1`))).toContain("chưa đến lúc cho ý kiến");

    await town.does(code, { kind: "answer", text: "Đã gửi bản sao đến nhà." });
    await town.does(code, { kind: "close" });
    expect(await heard("2026-11-24 09:05")).toContain("Anh/chị có hài lòng với cách giải quyết không?");
    await hoa.presses(`/danhgia ${code} 1`);
    const rounds = await town.test.app.database.query(
      `select s.round, is_satisfied from satisfaction_survey s join feedback f on f.id = s.feedback_id
       where code = $1 order by 1`,
      [code],
    );
    expect(rounds).toEqual([
      { round: 1, is_satisfied: false },
      { round: 2, is_satisfied: true },
    ]);
  });

  it("is answered with the reason when a leader declines", async () => {
    await hoa.presses(`/molai ${code}`);
    await hoa.says("Tôi không đồng ý");
    expect(await surveys()).toEqual(["case-survey cancelled", "case-survey-again cancelled"]);
    await town.does(
      code,
      { kind: "decide-reopening", isGranted: false, reason: "Bản sao đã có từ 20/11" },
      "lan",
    );
    const told = await heard("2026-11-23 08:10");
    expect(told).toContain("giữ nguyên kết quả");
    expect(told).toContain("Lý do: Bản sao đã có từ 20/11");
  });

  it("is refused after thirty days, for an open case and for a withdrawn one, each with its reason", async () => {
    town.now = at("2026-12-23 23:59");
    expect(wordsOf(await hoa.presses(`/molai ${code}`))).toContain("vì sao cần xem lại");
    town.now = at("2026-12-24 00:00");
    expect(wordsOf(await hoa.says("Chưa xong"))).toContain("đã hết ngày 23/12/2026");
    expect(wordsOf(await hoa.presses(`/molai ${code}`))).toContain("đã hết ngày 23/12/2026");
    const open = await hoa.files("Đang giải quyết");
    expect(wordsOf(await hoa.presses(`/molai ${open.code}`))).toContain("nên chưa cần đề nghị xem lại");
    await hoa.presses(`/rutphananh ${open.code}`);
    await hoa.presses(`/rutphananh ${open.code} dongy`);
    expect(wordsOf(await hoa.presses(`/molai ${open.code}`))).toContain("đã rút nên không mở lại được");
  });
});
