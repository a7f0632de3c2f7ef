/** Text as Telegram shows it, and what its HTML marked: `a` carries its address. */
export interface ParsedHtml {
  text: string;
  entities: { tag: string; start: number; end: number; href?: string }[];
}

const allowedTags = /^(b|strong|i|em|u|ins|s|strike|del|a|code|pre|blockquote|tg-spoiler)$/;
const token =
  /<(?<close>\/?)(?<tag>[a-z-]+)(?<attributes>(?: [a-z]+="[^"<>]*")*)>|&(?<named>amp|lt|gt|quot);|(?<plain>[^<>&]+)/y;
const characters = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;

/** Parses the HTML subset as strictly as its documentation reads; throws what Telegram would answer. */
export function parseTelegramHtml(html: string): ParsedHtml {
  const parsed: ParsedHtml = { text: "", entities: [] };
  const open: ParsedHtml["entities"] = [];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const at = token.lastIndex;
    const { close, tag, attributes = "", named, plain } = token.exec(html)?.groups ?? {};
    if (plain !== undefined) parsed.text += plain;
    else if (named !== undefined) parsed.text += characters[named as keyof typeof characters];
    else if (tag === undefined) throw cannotParse(`unescaped "${html[at]}" at offset ${at}`);
    else if (!allowedTags.test(tag)) throw cannotParse(`unsupported start tag "${tag}" at offset ${at}`);
    else if (close) {
      const entity = open.pop();
      if (entity?.tag !== tag) throw cannotParse(`unexpected end tag "${tag}" at offset ${at}`);
      parsed.entities.push({ ...entity, end: parsed.text.length });
    } else {
      const href = /href="([^"]*)"/.exec(attributes)?.[1];
      open.push({
        tag,
        start: parsed.text.length,
        end: 0,
        ...(href !== undefined && { href: unescape(href) }),
      });
    }
  }
  if (open.length) throw cannotParse(`can't find end tag corresponding to start tag "${open.at(-1)!.tag}"`);
  return parsed;
}

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof characters) => characters[name]);
}

function cannotParse(why: string): Error {
  return new Error(`Bad Request: can't parse entities: ${why}`);
}
