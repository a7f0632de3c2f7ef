import type { JSX } from "preact";
import type { PageSay } from "../page-language.ts";
import { Buttons } from "./reply-blocks.tsx";

/** What an empty conversation shows: what can be asked, ready to press. */
export function Greeting({ say, isDemonstration }: { say: PageSay; isDemonstration: boolean }): JSX.Element {
  const quarter = isDemonstration
    ? { label: say("web-suggest-quarter"), say: "/thongke quy1 2021" }
    : { label: say("web-suggest-quarter-now"), say: "/thongke quy nay" };
  const suggestions = [
    { label: say("web-suggest-dossier"), say: "tra cuu ho so" },
    quarter,
    { label: say("web-suggest-help"), say: "/help" },
  ];
  return (
    <section id="greeting" class="greeting">
      <h3>{say("web-empty-title")}</h3>
      <p>{say("web-empty-text")}</p>
      <Buttons buttons={suggestions} label={say("web-suggestions")} />
    </section>
  );
}
