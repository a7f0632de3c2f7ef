import type { ComponentChildren } from "preact";

interface Tab {
  to: string;
  name: ComponentChildren;
  isHere: boolean;
}

/** Views of one page, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ to, name, isHere }) => (
        <a href={to} aria-current={isHere ? "true" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
