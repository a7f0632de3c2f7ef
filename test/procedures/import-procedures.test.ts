import { describe, expect, it } from "vitest";
import { createProcedureStore } from "../../src/persistence/procedure-store.ts";
import { createImportRoom } from "../imports/import-setup.ts";

describe("a file of procedures", () => {
  it("tells what each is called and where its text comes from", async () => {
    await using room = await createImportRoom();
    const header = "ma_thu_tuc,ten,linh_vuc,ten_thuong_goi,nguon";
    const rows =
      "1.001,Cấp Thẻ,Luật sư,thẻ luật sư; thẻ,QĐ 123/QĐ-UBND ngày 01/10/2026\n1.002,Cấp lại Thẻ,Luật sư,,\n";
    expect(await room.importText("thu-tuc", `${header}\n${rows}`)).toMatchObject({ added: 2, rejected: 0 });
    const published = await createProcedureStore(room.database).published();
    expect(published.find(({ code }) => code === "1.001")).toMatchObject({
      alsoCalled: "thẻ luật sư; thẻ",
      source: "QĐ 123/QĐ-UBND ngày 01/10/2026",
    });
    expect(published.find(({ code }) => code === "1.002")).toMatchObject({ alsoCalled: null, source: null });
  });

  it.each(["1 001", "TT-ĐK", "a".repeat(51), "1.001."])(
    "takes no code like “%s”, which no button could carry",
    async (code) => {
      await using room = await createImportRoom();
      expect(await room.importText("thu-tuc", `ma_thu_tuc,ten,linh_vuc\n${code},x,y\n`)).toMatchObject({
        rejections: [{ line: 2, columns: "ma_thu_tuc", reason: expect.stringContaining("mã thủ tục") }],
      });
    },
  );
});
