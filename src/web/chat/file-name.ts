const longest = 120;

/** A file's name without folders, controls and marks that turn the reading direction; its end, where the kind is told, stays. */
export function cleanFileName(name: string | undefined): string {
  const last = (name ?? "").normalize("NFC").split(/[/\\]/).at(-1)!;
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const characters = Array.from(clean);
  return characters.length <= longest
    ? clean
    : `${characters.slice(0, longest - 20).join("")}…${characters.slice(-19).join("")}`;
}

/** The header that says under which name a file is shown or saved (RFC 6266, the name as in RFC 8187). */
export function contentDisposition(how: "inline" | "attachment", name: string | undefined): string {
  if (!name) return how;
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename*=UTF-8''${encoded}`;
}
