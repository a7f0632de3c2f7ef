import fc from "fast-check";

/** Texts that readers stumble over: what databases, numbers, dates, markup, paths and Unicode find hard. */
const oddTexts = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud83d",
  "\udc00x",
  "\u202eexe.gpj",
  "\ufeff",
  "e\u0301".repeat(300),
  "Đ".normalize("NFD"),
  "a".repeat(5000),
  "9".repeat(400),
  "1e308",
  "-0",
  "NaN",
  "2147483648",
  "9223372036854775808",
  "0x10",
  "true",
  "null",
  "__proto__",
  "constructor",
  "toString",
  "31/02/2026",
  "29/02/2026",
  "00/00/0000",
  "99/99/9999",
  "31/12/275760",
  "2026-13-45T25:61:61Z",
  "+275760-09-13T00:00:00.001Z",
  "quý 5/2026",
  "từ 31/12/2026 đến 01/01/2026",
  "1000000000 ngày tới",
  "PA-2026-000000",
  "PA-9999-999999999999",
  "H57.16-261102-0001",
  "H57.16-999999-9999",
  "/phananh #gui 999999999999999999999",
  "/thutuc linhvuc 9999 trang 9999",
  "/solieu",
  "' or 1=1 --",
  "\\",
  "%",
  "%00",
  "%ff%fe",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "=cmd|' /C calc'!A0",
  "{{{{{{",
  "(((((((((((((((((((((((((((((((",
  "x x ".repeat(1000),
  "một hai ba bốn năm ".repeat(200),
] as const;

/** Pieces of what people write, to be put together wrongly. */
const words = [
  ..."hồ sơ,của tôi,tra cứu,quý,tháng,năm,ngày,từ,đến,trước,sau,tuần,hôm nay,mai,không,phản ánh,bao nhiêu,trễ hạn".split(
    ",",
  ),
  ..."H57.16,261102,PA,2026,31,12,1,0,00,-,/,.,:,@,#,một,mười,chín,thứ hai,lý lịch tư pháp,số liệu,so với".split(
    ",",
  ),
];

export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((some) => some.join(" ")),
  fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join("")),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...oddTexts)).map(([a, b]) => `${a} ${b}`),
);

const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e21, 2 ** 53, -(2 ** 63), {}, [], [[]], { id: {} }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A recording with some of its values replaced, left out or put elsewhere. */
export function mutated(recordings: readonly object[]): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), how: fc.constantFrom("replace", "omit", "wrap"), value: oddJson });
  return fc
    .tuple(fc.constantFrom(...recordings), fc.array(change, { maxLength: 4 }))
    .map(([recording, changes]) => changes.reduce<unknown>(mutate, structuredClone(recording)));
}

function mutate(root: unknown, { at, how, value }: { at: number; how: string; value: unknown }): unknown {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  (function visit(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    for (const [key, inner] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit(inner);
    }
  })(root);
  const [holder, key] = places[at % (places.length || 1)] ?? [];
  if (!holder || key === undefined) return value;
  if (how === "omit") delete holder[key];
  else holder[key] = how === "wrap" ? [holder[key]] : value;
  return root;
}

/** Bytes with some of them changed, cut out, repeated or put in. */
export function mutatedBytes(recordings: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 64 }),
    how: fc.constantFrom("flip", "cut", "repeat", "insert", "end"),
    bytes: fc.uint8Array({ maxLength: 16 }),
  });
  return fc
    .tuple(fc.constantFrom(...recordings), fc.array(change, { maxLength: 6 }))
    .map(([recording, changes]) => changes.reduce(changeBytes, Buffer.from(recording)));
}

function changeBytes(
  from: Buffer,
  { at, length, how, bytes }: { at: number; length: number; how: string; bytes: Uint8Array },
): Buffer {
  const place = Math.floor(at * from.length);
  const [before, after] = [from.subarray(0, place), from.subarray(place)];
  switch (how) {
    case "flip":
      return Buffer.concat([before, Buffer.from(after.map((byte, i) => (i < length ? byte ^ 0xa5 : byte)))]);
    case "cut":
      return Buffer.concat([before, after.subarray(length)]);
    case "repeat":
      return Buffer.concat([before, after.subarray(0, length), after]);
    case "insert":
      return Buffer.concat([before, bytes, after]);
    default:
      return Buffer.from(before);
  }
}
