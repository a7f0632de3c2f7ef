import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersOf } from "../../../src/channels/rendering/characters.ts";
import { renderReply } from "../../../src/channels/rendering/render-reply.ts";
import { plainText } from "../../../src/channels/rendering/styled-text.ts";
import { telegramCapabilities } from "../../../src/channels/telegram/telegram-capabilities.ts";
import { toTelegramHtml } from "../../../src/channels/telegram/telegram-html.ts";
import type { Block } from "../../../src/conversation/reply.ts";
import { parseTelegramHtml } from "../../support/fake-telegram-html.ts";

describe("Telegram HTML", () => {
  it("marks styles and escapes everything that could be markup", () => {
    expect(
      toTelegramHtml([
        { text: "5 < 7 & 7 > 5", style: "bold" },
        { text: ' "&lt;" ' },
        { text: "a|b", style: "fixed" },
        { text: "Cổng", url: 'https://dvc.example/?a=1&b="2"' },
      ]),
    ).toBe(
      '<b>5 &lt; 7 &amp; 7 &gt; 5</b> &quot;&amp;lt;&quot; <pre>a|b</pre><a href="https://dvc.example/?a=1&amp;b=&quot;2&quot;">Cổng</a>',
    );
  });

  const word: fc.Arbitrary<string> = fc.constantFrom(
    "hồ",
    "sơ.",
    "<b>",
    "&amp;",
    "A&B",
    "</pre>",
    "👨‍👩‍👧‍👦",
    "e\u0302\u0301",
    "🇻🇳",
    '"',
    "\n",
    "\n\n",
    "𝒱",
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(" "));
  const tone = fc.constantFrom("strong", "warning", "muted" as const);
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant("paragraph" as const), text, tone }) as fc.Arbitrary<Block>,
    fc.record({ kind: fc.constant("heading" as const), text }),
    fc.record({ kind: fc.constant("list" as const), items: fc.array(text, { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant("facts" as const),
      facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant("table" as const),
      head: fc.constant<string[]>(["Đơn vị", "Nhận"]),
      rows: fc.array(fc.array(word, { maxLength: 2 }), { maxLength: 30 }),
    }),
    fc.record({
      kind: fc.constant("link" as const),
      label: word,
      url: fc.constant("https://dvc.example/?a=1&b=2"),
    }),
  );

  it.each([40, 300, 4096])(
    "is valid in every part of at most %i units, and the parts hold the whole reply",
    (textLimit) => {
      const visible = (whole: string) => charactersOf(whole).filter((character) => character.trim());
      fc.assert(
        fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
          const whole = renderReply({ blocks }, { ...telegramCapabilities, textLimit: 1_000_000 });
          const parts = renderReply({ blocks }, { ...telegramCapabilities, textLimit });
          const shown = parts.map((part) => parseTelegramHtml(toTelegramHtml(part.text)).text);
          expect(shown.every((part) => part.length <= textLimit && part.trim())).toBe(true);
          expect(shown.flatMap(visible)).toEqual(whole.flatMap((part) => visible(plainText(part.text))));
        }),
      );
    },
  );
});
