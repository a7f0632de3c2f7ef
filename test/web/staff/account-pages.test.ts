import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { serve, type Serving } from "../../../src/serve.ts";
import { at, createFeedbackTown, type Citizen, type FeedbackTown } from "../../support/feedback-town.ts";
import { signIn } from "../../support/signed-in.ts";

const settings = "/lamviec/caidat";

let town: FeedbackTown;
let serving: Serving;
let hoa: Citizen;
beforeAll(async () => {
  town = await createFeedbackTown("2026-11-23 08:00");
  serving = await serve(town.test.app, town.test.config, "web");
  hoa = await town.citizen("Hoa");
});
afterAll(async () => {
  await serving[Symbol.asyncDispose]();
  await town[Symbol.asyncDispose]();
});
beforeEach(() => {
  town.now = at("2026-11-23 08:00");
});

const signedIn = (username: string) => signIn(username, town, serving);

describe("a member of staff", () => {
  it("is invited by a code that is shown once", async () => {
    const quan = await signedIn("quan");
    const page = `${settings}/can-bo/muc/minh`;
    const answer = await quan.sends(page, `${page}/tai-khoan/moi`);
    expect(answer.status).toBe(200);
    const code = /<strong>([A-Z0-9]{8})<\/strong>/.exec(await answer.text())![1]!;
    expect(await quan.reads(page)).not.toContain(code);
    expect(await quan.reads(page)).toContain("Lời mời chưa dùng");
  });

  it("is away with somebody else in their place, as they or their leader say", async () => {
    const minh = await signedIn("minh");
    const page = `${settings}/can-bo/muc/minh`;
    const away = { from: "2026-11-24", until: "2026-11-25", substitute: "lan" };
    await minh.sends(page, `${page}/tai-khoan/vang`, { ...away, substitute: "minh" });
    expect(await minh.reads(page)).toContain("Người thay phải là người khác");
    await minh.sends(page, `${page}/tai-khoan/vang`, away);
    expect(await minh.reads(page)).toContain("Từ 24/11/2026 đến 25/11/2026, Trần Thị Lan thay");
    const lan = await signedIn("lan");
    expect((await lan.sends(page, `${page}/tai-khoan/ve`)).status).toBe(303);
    expect((await minh.sends(page, `${settings}/can-bo/muc/lan/tai-khoan/vang`, away)).status).toBe(403);
  });

  it("who leaves is out at once, and what they had is somebody else's", async () => {
    const quan = await signedIn("quan");
    const fields = { tai_khoan: "tuan", ho_ten: "Tuấn", vai_tro: "can_bo", ma_don_vi: "STP.HCTP" };
    const form = `${settings}/can-bo/moi`;
    expect((await quan.sends(form, form, fields)).status).toBe(303);
    const { code } = await hoa.files("Chờ lâu quá");
    await town.test.app.database.query(
      "update feedback set officer_id = (select id from staff_member where username = 'tuan') where code = $1",
      [code],
    );
    const tuan = await signedIn("tuan");
    expect((await tuan.get("/lamviec")).status).toBe(200);
    const page = `${settings}/can-bo/muc/tuan`;
    await quan.sends(page, `${page}/tai-khoan/nghi-viec`);
    expect((await tuan.get("/lamviec")).status).toBe(401);
    expect((await town.find(code)).officer).toBe("minh");
    expect(await quan.reads(page)).toContain("1 phản ánh đã giao cho người khác");
  });

  it("who is the last administrator neither leaves nor becomes anything else", async () => {
    const quan = await signedIn("quan");
    const page = `${settings}/can-bo/muc/quan`;
    await quan.sends(page, `${page}/tai-khoan/nghi-viec`);
    expect(await quan.reads(page)).toContain("quản trị cuối cùng");
    const fields = { ho_ten: "Đỗ Quân", vai_tro: "can_bo", ma_don_vi: "STP" };
    expect((await quan.sends(page, page, fields)).status).toBe(422);
    expect((await quan.get("/lamviec")).status).toBe(200);
  });
});
