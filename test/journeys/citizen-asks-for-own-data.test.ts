import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backgroundWork } from "../../src/background-work.ts";
import { namedPeriodAt } from "../../src/domain/statistics/periods.ts";
import { dayOf } from "../../src/domain/vietnam-time.ts";
import { createAttachmentStore } from "../../src/persistence/attachment-store.ts";
import { at, createFeedbackTown, type FeedbackTown } from "../support/feedback-town.ts";
import { personTalkingTo, wordsOf } from "../support/people.ts";

let town: FeedbackTown;
beforeEach(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
});
afterEach(() => town[Symbol.asyncDispose]());

const query = (text: string, values: unknown[] = []) => town.test.app.database.query(text, values);
const erase = () => backgroundWork(town.test.app, []).recurring["erase-people"]();
const everything = async () =>
  JSON.stringify(
    await query(
      `select (select jsonb_agg(to_jsonb(m)) from inbound_message m) as messages,
          (select jsonb_agg(to_jsonb(o)) from outbox o) as replies,
          (select jsonb_agg(to_jsonb(c)) from conversation c) as conversations,
          (select jsonb_agg(to_jsonb(f)) from feedback f) as feedback,
          (select jsonb_agg(to_jsonb(e)) from feedback_event e) as events,
          (select jsonb_agg(to_jsonb(g)) from guidance g) as guidance`,
    ),
  );
/** Every column of the database that a word stands in, in whatever case. */
async function placesOf(word: string): Promise<string[]> {
  const columns = await town.test.app.database.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
       and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')`,
  );
  expect(columns.length).toBeGreaterThan(100);
  const looks = columns.map(
    ({ table, column }) =>
      `select '${table}.${column}' as place where exists (select from "${table}" x
         where position(lower($1) in lower(coalesce(x."${column}"::text, ''))) > 0
            or position(encode(convert_to($1, 'UTF8'), 'hex') in coalesce(x."${column}"::text, '')) > 0)`,
  );
  const found = await town.test.app.database.query<{ place: string }>(looks.join(" union all "), [word]);
  return found.map(({ place }) => place).toSorted();
}
const figures = () => {
  const period = namedPeriodAt("quarter", dayOf(town.now), "calendar");
  return town.test.app.statistics.figures({ period, now: town.now });
};

describe("somebody who asks what is kept of them", () => {
  it("sees it, and has a copy with every word of theirs", async () => {
    const hoa = await town.citizen("hoa");
    const { code } = await hoa.files("Nộp trích lục đã lâu, số của tôi 0912345678");
    const shown = wordsOf(await hoa.says("/dulieucuatoi"));
    expect(shown).toContain(`Phản ánh, kiến nghị: ${code}`);
    expect(shown).toContain("91/2025/QH15");
    const [reply] = await hoa.says("Tải bản sao");
    const file = reply!.blocks.find((block) => block.kind === "file")!;
    expect(file).toMatchObject({ name: "Dữ liệu của tôi.json", mediaType: "application/json" });
    await backgroundWork(town.test.app, []).deliver();
    const { attachmentId } = file as { attachmentId: string };
    const stored = await createAttachmentStore(town.test.app.database).read(attachmentId);
    const copy = JSON.parse(stored!.content!.toString()) as { cases: object[]; messages: object[] };
    expect(copy.cases).toMatchObject([{ code, content: "Nộp trích lục đã lâu, số của tôi 0912345678" }]);
    expect(JSON.stringify(copy.messages)).toContain("/dulieucuatoi");
  });

  it("has no copy of anybody else's", async () => {
    await (await town.citizen("hoa")).files("Chuyện riêng của chị Hoa");
    const tuan = await town.citizen("tuan");
    await tuan.says("/dulieucuatoi ban sao");
    await backgroundWork(town.test.app, []).deliver();
    const copies = await query(
      "select convert_from(content, 'UTF8') as text from attachment where ref like 'mydata:%'",
    );
    expect(copies).toHaveLength(1);
    expect(JSON.stringify(copies)).not.toContain("Chuyện riêng");
  });
});

describe("somebody who has their data erased", () => {
  it("may change their mind for a week", async () => {
    const hoa = await town.citizen("hoa");
    expect(wordsOf(await hoa.says("xoá dữ liệu của tôi"))).toContain("Anh/chị muốn xoá dữ liệu của mình?");
    expect(wordsOf(await hoa.says("Không xoá"))).not.toContain("sẽ được xoá");
    await hoa.says("/xoadulieu");
    expect(wordsOf(await hoa.says("Đồng ý xoá"))).toContain("từ ngày 30/11/2026");
    expect(wordsOf(await hoa.says("/xoadulieu"))).toContain("từ ngày 30/11/2026");
    town.now = at("2026-11-29 23:00");
    await erase();
    expect(wordsOf(await hoa.says("tôi muốn rút yêu cầu xoá dữ liệu của tôi"))).toContain(
      "Đã rút yêu cầu xoá",
    );
    town.now = at("2026-12-10 08:00");
    await erase();
    expect(await query("select id from erasure_request where erased_at is not null")).toEqual([]);
    expect(wordsOf(await hoa.says("/xoadulieu thoi"))).toContain("không có yêu cầu xoá nào đang chờ");
  });

  it("is nowhere any more, and every figure is as it was", async () => {
    const hoa = await town.citizen("hoa");
    const { code } = await hoa.files("Nộp trích lục đã lâu, căn cước 001085012345");
    await town.does(code, {
      kind: "refuse",
      ground: "abusive",
      explanation: "Nội dung xúc phạm người khác.",
    } as never);
    await hoa.says("/xoadulieu dong y");
    const person = `web:hoa`;
    const before = { figures: await figures(), trace: await everything() };
    expect(before.trace).toContain("001085012345");
    town.now = at("2026-12-01 08:00");
    await erase();
    const trace = await everything();
    for (const gone of ["001085012345", person, '"hoa"', "xoadulieu"]) expect(trace).not.toContain(gone);
    expect(trace).toContain("Nộp trích lục đã lâu");
    expect((await figures())!.feedback).toEqual(before.figures!.feedback);
    expect(await query("select erased from erasure_request")).toMatchObject([
      { erased: { conversations: 1, cases: 1 } },
    ]);
    expect(wordsOf(await hoa.says("/dulieucuatoi"))).toContain("Phản ánh, kiến nghị: không có");
  });

  it("is in no text of the database, nor are the words passed on to an officer in a talk", async () => {
    const quan = personTalkingTo(town.test.app, { as: "quan", name: "quan" });
    await quan.says("/help");
    const diep = await town.citizen("diep");
    const handOver = backgroundWork(town.test.app, []).recurring["hand-over-notices"];
    const { code } = await diep.files("Nộp trích lục đã lâu, gọi tôi số 0912345678");
    await query("update feedback set sender_name = 'Hoàng Thị Ngọc Diệp'");
    town.now = at("2026-11-23 08:05");
    await handOver();
    await town.does(code, { kind: "refuse", ground: "abusive", explanation: "Nội dung xúc phạm." } as never);
    await diep.says("giấy khai sinh của con tôi ghi sai chữ đệm");
    await diep.says("cho tôi gặp cán bộ");
    await handOver();
    await diep.says("Tôi đang chờ ở hành lang tầng hai");
    await quan.says("Nhận");
    await handOver();
    await diep.says("Tôi là Hoàng Thị Ngọc Diệp ạ");
    await handOver();
    await quan.says("Vâng, chị Ngọc Diệp mang bản chính tới nhé");
    await handOver();
    await diep.says("Cảm ơn, Ngọc Diệp sẽ tới");
    await diep.says("/ketthuc");
    await diep.says("/xoadulieu dong y");
    const words = ["0912345678", "Ngọc Diệp", "sai chữ đệm", "hành lang tầng hai"];
    for (const word of words)
      expect({ word, places: await placesOf(word) }).not.toEqual({ word, places: [] });
    expect(await placesOf("Ngọc Diệp")).toEqual(expect.arrayContaining(["notice.facts", "outbox.reply"]));
    town.now = at("2026-12-01 08:00");
    await erase();
    for (const word of words) expect({ word, places: await placesOf(word) }).toEqual({ word, places: [] });
    await handOver();
    expect(wordsOf(await quan.hears())).not.toContain("sẽ tới");
  });

  it("is first told the answer to what is still being handled", async () => {
    const hoa = await town.citizen("hoa");
    await hoa.files("Nộp trích lục đã lâu");
    await hoa.says("/xoadulieu dong y");
    town.now = at("2026-12-01 08:00");
    await erase();
    expect(await query("select erased_at from erasure_request")).toEqual([{ erased_at: null }]);
  });
});

it("the history of a case can be forgotten a name, and nothing else", async () => {
  await (await town.citizen("hoa")).files("Nộp trích lục đã lâu");
  await expect(query("update feedback_event set reason = 'x'")).rejects.toThrow("append-only");
  await expect(query("update feedback_event set actor = 'minh'")).rejects.toThrow("append-only");
  await expect(query("delete from feedback_event")).rejects.toThrow("append-only");
});

it("members of staff keep theirs, as the service requires", async () => {
  const minh = personTalkingTo(town.test.app, { as: "minh" });
  expect(wordsOf(await minh.says("/xoadulieu"))).toContain("gắn với cán bộ");
});
