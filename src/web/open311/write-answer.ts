import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export const formats = ["json", "xml"] as const;
export type Format = (typeof formats)[number];

/** One item of an answer: flat, as GeoReport has it; null is an empty element. */
export type Item = Record<string, string | number | boolean | null>;

/** What XML calls the list and each item of it; JSON is the bare list. */
export interface Shape {
  list: string;
  item: string;
}

/** A list of items as the format asked for. */
export function writeItems(items: readonly Item[], { list, item }: Shape, format: Format): string {
  if (format === "json") return JSON.stringify(items);
  return writeXml(
    h(
      list,
      null,
      items.map((each) => h(item, null, elementsOf(each))),
    ),
  );
}

/** The definition of one service: a single object with its attributes, of which we have none. */
export function writeDefinition(serviceCode: string, format: Format): string {
  return format === "json"
    ? JSON.stringify({ service_code: serviceCode, attributes: [] })
    : writeXml(h("service_definition", null, [h("service_code", null, serviceCode), h("attributes", null)]));
}

function elementsOf(item: Item): VNode[] {
  return Object.entries(item).map(([name, value]) => h(name, null, value === null ? "" : readable(value)));
}

function writeXml(root: VNode): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderToString(root)}`;
}

/** XML 1.0 has no way to write most control characters. */
function readable(value: string | number | boolean): string {
  return Array.from(String(value))
    .filter((character) => isWritable(character.codePointAt(0)!))
    .join("");
}

function isWritable(code: number): boolean {
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
  const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff;
  return !isControl && !isLoneSurrogate && code !== 0xfffe && code !== 0xffff;
}
