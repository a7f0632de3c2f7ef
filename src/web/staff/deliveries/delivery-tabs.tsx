import type { MessageKey } from "../../../wording/wording.ts";
import type { StaffVisit } from "../staff-visit.ts";

export const deliveriesPath = "/lamviec/guitin";

const tabs = [
  ["", "deliveries-standing"],
  ["/can-goi", "deliveries-to-call"],
  ["/nguoi", "deliveries-people"],
  ["/hang-loat", "deliveries-broadcasts"],
] as const satisfies readonly (readonly [path: string, name: MessageKey])[];

/** The parts of the pages about delivery. */
export function DeliveryTabs({ at, visit }: { at: (typeof tabs)[number][0]; visit: StaffVisit }) {
  const { say } = visit;
  return (
    <nav class="tabs" aria-label={say("staff-deliveries")}>
      {tabs.map(([path, name]) => (
        <a href={deliveriesPath + path} aria-current={path === at ? "page" : undefined}>
          {say(name)}
        </a>
      ))}
    </nav>
  );
}
