import type { ComponentChildren } from "preact";

/** In the place of a list that has nothing; children: what one may do about it. */
export function Empty({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
