import type { ComponentChildren } from "preact";
import type { MessageKey } from "../../wording/wording.ts";
import type { PublicVisit } from "./public-site.tsx";

export const homePath = "/cong-khai";

const places = [
  ["/tra-cuu", "public-look-up"],
  ["/y-kien", "public-published"],
  ["/so-lieu", "public-figures"],
  ["/", "public-chat"],
] as const satisfies readonly (readonly [path: string, name: MessageKey])[];

const notes = [
  ["/cach-tinh", "public-definitions"],
  ["/quyen-rieng-tu", "public-privacy"],
] as const satisfies readonly (readonly [path: string, name: MessageKey])[];

/** What stands around every page for everybody. */
export function PublicFrame(props: {
  visit: PublicVisit;
  here: string;
  title: string;
  icon: string;
  children: ComponentChildren;
}) {
  const { visit, here, title, icon, children } = props;
  const { say, language, agencyName, isDemonstration } = visit;
  const other = language === "vi" ? "en" : "vi";
  const link = ([path, name]: readonly [string, MessageKey & `public-${string}`]) => (
    <li>
      <a href={path} aria-current={path !== "/" && here.startsWith(path) ? "page" : undefined}>
        {say(name)}
      </a>
    </li>
  );
  return (
    <>
      <a class="skip-link" href="#content">
        {say("staff-skip")}
      </a>
      <header class="public-head">
        <a class="public-name" href={homePath}>
          <img src={icon} alt="" width="40" height="40" />
          <span>
            <strong>{say("public-site")}</strong>
            <span>{agencyName}</span>
          </span>
        </a>
        <nav aria-label={say("public-site")}>
          <ul>{places.map(link)}</ul>
        </nav>
        <a href={`${here}?lang=${other}`} lang={other} hreflang={other}>
          {say("web-other-language")}
        </a>
      </header>
      {isDemonstration && (
        <p class="public-demonstration">
          <strong>{say("web-demonstration")}</strong> {say("web-demonstration-note")}
        </p>
      )}
      <main class="public-main" id="content" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer class="public-foot">
        <p>{agencyName}</p>
        <nav aria-label={say("public-about")}>
          <ul>{notes.map(link)}</ul>
        </nav>
      </footer>
    </>
  );
}
