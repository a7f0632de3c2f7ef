import type { Settings } from "../../domain/settings/settings.ts";
import type { PublicPage, PublicVisit } from "./public-site.tsx";

const doors = ["look-up", "published", "figures", "chat"] as const;
const paths = { "look-up": "/tra-cuu", published: "/y-kien", figures: "/so-lieu", chat: "/" } as const;

/** Where everybody begins: look up, read, count, ask. */
export function homePage({ office }: Settings, { say, agencyName }: PublicVisit): PublicPage {
  const contact = [
    office.address,
    office.phone && say("public-phone", { phone: office.phone }),
    office.hotline && say("public-hotline", { phone: office.hotline }),
  ].filter(Boolean);
  return {
    title: say("public-welcome", { agency: agencyName }),
    isSame: true,
    children: (
      <>
        <p class="public-lead">{say("public-lead")}</p>
        <form class="public-ask" method="post" action="/tra-cuu">
          <label for="code">{say("public-code")}</label>
          <div>
            <input
              id="code"
              name="code"
              required
              autocomplete="off"
              placeholder="000.00.16.H57-210115-0007"
            />
            <button class="button primary">{say("public-look-up-do")}</button>
          </div>
        </form>
        <ul class="public-doors">
          {doors.map((door) => (
            <li>
              <a href={paths[door]}>
                <strong>{say(`public-${door}`)}</strong>
                <span>{say(`public-${door}-about`)}</span>
              </a>
            </li>
          ))}
        </ul>
        {contact.length > 0 && (
          <section>
            <h2>{say("public-contact")}</h2>
            {contact.map((line) => (
              <p>{line}</p>
            ))}
          </section>
        )}
      </>
    ),
  };
}
