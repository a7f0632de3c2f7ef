const browsers: readonly [mark: RegExp, name: string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/coc_coc|CocCoc/i, "Cốc Cốc"],
  [/Zalo/i, "Zalo"],
  [/Telegram/i, "Telegram"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\/|FxiOS/, "Firefox"],
  [/Chrome\/|CriOS/, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly [mark: RegExp, name: string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** A browser as people know it, “Chrome · Windows”, by how it names itself to servers; undefined of one that is not known. */
export function browserName(userAgent: string): string | undefined {
  const nameIn = (list: typeof browsers) => list.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = nameIn(browsers);
  const system = nameIn(systems);
  return browser && system ? `${browser} · ${system}` : browser;
}
