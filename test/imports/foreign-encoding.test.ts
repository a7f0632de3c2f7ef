import { describe, expect, it } from "vitest";
import { foreignEncoding } from "../../src/imports/foreign-encoding.ts";
import { importKinds } from "../../src/imports/kinds/kinds.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const text = "ma_ho_so,nguoi_nop\nH57.16-210315-0012,Nguyễn Thị Hường\nH57.16-210315-0013,Đỗ Đức Dũng\n";

/** The same two names in TCVN3 and in VNI, as their fonts would show them. */
const tcvn3 =
  "ma_ho_so,nguoi_nop\n1,NguyÔn ThÞ H­êng\n2,§ç §øc Dòng\n3,Ph¹m V¨n Hïng, quËn Hoµn KiÕm, Hµ Néi\n";
const vni = "ma_ho_so,nguoi_nop\n1,Nguyeãn Thò Höôøng\n2,Ñoã Ñöùc Duõng\n3,Phaïm Vaên Huøng\n";
/** As Windows-1258 holds them: vowels made beforehand, marks after them. */
const windows1258 = latin1(
  "ma_ho_so,nguoi_nop\n1,Nguy\xea\xden Th\xf2 H\xfd\xf5\xccng\n2,\xd0\xf4\xde \xd0\xfd\xecc D\xfb\xdeng\n",
);

describe("the encoding of a file that is not UTF-8", () => {
  it.each([
    ["UTF-16 with its mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "import-refused-utf16"],
    ["UTF-16 the other way round", Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), "import-refused-utf16"],
    ["UTF-16 without its mark", Buffer.from(text, "utf16le"), "import-refused-utf16"],
    ["Windows-1258", windows1258, "import-refused-windows-1258"],
    ["TCVN3", latin1(tcvn3), "import-refused-tcvn3"],
    ["VNI", latin1(vni), "import-refused-vni"],
    ["TCVN3 that was saved as UTF-8", Buffer.from(tcvn3), "import-refused-tcvn3"],
    ["VNI that was saved as UTF-8", Buffer.from(vni), "import-refused-vni"],
    ["something else", latin1("ma_ho_so,nguoi_nop\n1,M\xfcller\n"), "import-refused-not-utf8"],
  ])("is named: %s", (_name, bytes, key) => {
    expect(foreignEncoding(bytes, true)).toBe(key);
  });

  it("is none for Vietnamese in UTF-8, whatever it says, also cut off inside a letter", () => {
    const titles = Object.values(importKinds).flatMap(({ columns }) => columns.map(({ title }) => title));
    const fine = `${titles.join(",")}\n${text}25 m² · 30° · © 2021 · «Toà án» · Phạm Thuỳ Ngân · hoà, thuý, Ñuñoa, São Tomé\n`;
    for (const form of ["NFC", "NFD"]) {
      const bytes = Buffer.from(fine.normalize(form));
      expect(foreignEncoding(bytes, true)).toBeUndefined();
      for (let end = bytes.length - 4; end < bytes.length; end += 1)
        expect(foreignEncoding(bytes.subarray(0, end), false)).toBeUndefined();
    }
  });
});
