import type { SignInStore } from "../../domain/staff/sign-in.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { Refusal } from "../refusal.ts";
import { PostForm } from "./post-form.tsx";
import type { StaffSite } from "./staff-site.ts";

const path = "/lamviec/phien";

/** Where one is signed in, and ending it from afar. */
export function addSessionRoutes(site: StaffSite, { signIn }: { signIn: SignInStore }): void {
  site.page(path, async (visit) => {
    const { say, staff, sessionId, now } = visit;
    const own = await signIn.sessionsOf(staff.username, now);
    return {
      title: say("staff-sessions"),
      children: (
        <ul class="rows">
          {own.map(({ id, browser, seenAt }) => (
            <li class="row">
              <div class="row-head">
                <strong>{showInstant(seenAt)}</strong>
                {id === sessionId && <span class="mark">{say("staff-session-this")}</span>}
              </div>
              <p>{browser}</p>
              <PostForm visit={visit} action={`${path}/${id}/ket-thuc`}>
                <button class="button" aria-label={say("staff-session-end-of", { at: showInstant(seenAt) })}>
                  {say("staff-session-end")}
                </button>
              </PostForm>
            </li>
          ))}
        </ul>
      ),
    };
  });

  site.form<{ Params: { id: string } }>(`${path}/:id/ket-thuc`, async (visit, _fields, { params }) => {
    if (!/^\d{1,18}$/.test(params.id)) throw new Refusal(404, { key: "web-error-not-found" });
    await signIn.end(visit.staff.username, params.id, visit.now);
    return { to: path, flash: { tone: "done", text: visit.say("staff-session-ended") } };
  });
}
