import type { SignInStore } from "../../domain/staff/sign-in.ts";
import { showInstant } from "../../domain/vietnam-time.ts";
import { Refusal } from "../refusal.ts";
import { PostForm } from "./post-form.tsx";
import type { StaffSite } from "./staff-site.ts";
import { browserName } from "./browser-name.ts";
import { Table } from "./table.tsx";
import { excerpt } from "../../conversation/answers/excerpt.ts";

const path = "/lamviec/phien";

/** Where one is signed in, and ending it from afar. */
export function addSessionRoutes(site: StaffSite, { signIn }: { signIn: SignInStore }): void {
  site.page(path, async (visit) => {
    const { say, staff, sessionId, now } = visit;
    const own = await signIn.sessionsOf(staff.username, now);
    return {
      title: say("staff-sessions"),
      children: (
        <>
          <Table
            caption={say("staff-sessions")}
            rows={own}
            columns={[
              {
                name: say("staff-session-browser"),
                isHead: true,
                show: ({ browser }) => browserName(browser) ?? excerpt(browser, 60),
              },
              { name: say("staff-session-since"), show: ({ createdAt }) => showInstant(createdAt) },
              {
                name: say("staff-session-seen"),
                show: ({ id, seenAt }) =>
                  id === sessionId ? say("staff-session-this") : showInstant(seenAt),
              },
              {
                name: say("staff-session-end"),
                show: ({ id, seenAt }) => (
                  <PostForm visit={visit} action={`${path}/${id}/ket-thuc`}>
                    <button
                      class="button"
                      aria-label={say("staff-session-end-of", { at: showInstant(seenAt) })}
                    >
                      {say("staff-session-end")}
                    </button>
                  </PostForm>
                ),
              },
            ]}
          />
          {own.length > 1 && (
            <PostForm visit={visit} action={`${path}/ket-thuc-het`}>
              <button class="button danger">{say("staff-sessions-end-others")}</button>
            </PostForm>
          )}
        </>
      ),
    };
  });

  site.form(`${path}/ket-thuc-het`, async ({ staff, sessionId, now, say }) => {
    await signIn.endAll({ username: staff.username, exceptId: sessionId, actor: staff.username }, now);
    return { to: path, flash: { tone: "done", text: say("staff-sessions-ended") } };
  });

  site.form<{ Params: { id: string } }>(`${path}/:id/ket-thuc`, async (visit, _fields, { params }) => {
    if (!/^\d{1,18}$/.test(params.id)) throw new Refusal(404, { key: "web-error-not-found" });
    await signIn.end(visit.staff.username, params.id, visit.now);
    return { to: path, flash: { tone: "done", text: visit.say("staff-session-ended") } };
  });
}
