import { areaAt, areasOf } from "./staff-areas.ts";
import { PostForm } from "./post-form.tsx";
import type { StaffVisit } from "./staff-visit.ts";

/** What stands before the content of every page: who is signed in, and the areas; on a phone these open from a button. */
export function StaffFrame({ visit, here }: { visit: StaffVisit; here: string }) {
  const { say, staff } = visit;
  const open = areasOf(staff);
  const current = areaAt(here, open);
  return (
    <>
      <a class="skip-link" href="#content">
        {say("staff-skip")}
      </a>
      <header class="staff-head">
        <button class="button areas-button" type="button" popovertarget="areas">
          <span aria-hidden="true" class="bars" />
          {say("staff-areas")}
        </button>
        <p class="staff-who">
          <strong>{staff.fullName}</strong>
          <span>{staff.unitName}</span>
        </p>
        <PostForm visit={visit} action="/ra">
          <button class="link-button">{say("staff-sign-out")}</button>
        </PostForm>
      </header>
      <nav class="staff-areas" id="areas" popover="auto" aria-label={say("staff-pages")}>
        {open.map(({ name, areas }) => (
          <>
            <p id={name}>{say(name)}</p>
            <ul aria-labelledby={name}>
              {areas.map((area) => (
                <li>
                  <a href={area.path} aria-current={area === current ? "page" : undefined}>
                    {say(area.name)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ))}
      </nav>
    </>
  );
}
