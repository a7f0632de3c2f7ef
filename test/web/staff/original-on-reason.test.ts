import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../../src/serve.ts";
import { createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { wordsOf } from "../../support/people.ts";
import { signIn, type SignedIn } from "../../support/signed-in.ts";

const words = "Căn cước 001085012345, tài khoản 19034567890123, gọi 0912345678";

let town: FeedbackTown;
let serving: Serving;
let hoa: Citizen;
let page: string;
let code: string;
let minh: SignedIn;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  hoa = await town.citizen("Hoa");
  ({ code } = await hoa.files(words));
  page = `/lamviec/phananh/${code}`;
  minh = await signIn("minh", town, serving);
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});

const asks = (reason: string) => minh.sends(page, `${page}/nguyen-van`, { "ly-do": reason });
const disclosed = () =>
  town.test.app.database.query<{ actor: string; subject: string; reason: string }>(
    "select actor, subject, detail ->> 'reason' as reason from audit_act where deed = 'original-disclosed' order by id",
  );

describe("what is hidden in a case", () => {
  it("is hidden on its page, in what was said with the sender too", async () => {
    await hoa.says("Số của tôi là 0987654321");
    const shown = await minh.reads(page);
    for (const number of ["001085012345", "19034567890123", "0912345678", "0987654321"])
      expect(shown).not.toContain(number);
    expect(shown).toContain("Xem nguyên văn");
  });

  it("is not shown without a reason, and nothing is in the audit then", async () => {
    const refused = await asks("xem");
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("ghi rõ vì sao")]);
    expect(await disclosed()).toEqual([]);
  });

  it("is shown on a reason, for a moment, and each time it is in the audit", async () => {
    const shown = await asks("Đối chiếu căn cước 001085012345 với hồ sơ gốc");
    expect(shown.headers.get("refresh")).toBe(`120; url=${page}`);
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(await shown.text()).toContain("001085012345");
    expect(await minh.reads(page)).not.toContain("001085012345");
    expect(await disclosed()).toEqual([
      { actor: "minh", subject: code, reason: "Đối chiếu căn cước 001******345 với hồ sơ gốc" },
    ]);
  });

  it("that was shown is told to the sender, and to nobody else", async () => {
    const told = wordsOf(await hoa.says("/dulieucuatoi"));
    expect(told).toContain("đọc nguyên văn lời của anh/chị 1 lần");
    expect(told).toContain(`${code}: Đối chiếu`);
    expect(wordsOf(await (await town.citizen("Tuấn")).says("/dulieucuatoi"))).not.toContain("nguyên văn");
  });

  it("is not shown for a case out of one's reach, and nothing is in the audit then", async () => {
    const before = await disclosed();
    const { code: other } = await hoa.files("Số 0911222333");
    await town.test.app.database.query(
      "update feedback set unit_id = (select id from unit where code = 'STP'), officer_id = null where code = $1",
      [other],
    );
    const refused = await minh.sends(page, `/lamviec/phananh/${other}/nguyen-van`, {
      "ly-do": "Muốn biết là ai gửi",
    });
    expect(refused.status).toBe(404);
    expect(await disclosed()).toEqual(before);
  });
});
