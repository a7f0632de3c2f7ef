import type { FastifyReply } from "fastify";
import type { ComponentChildren } from "preact";
import type { StaffMember } from "../../domain/staff/staff-member.ts";
import type { Language } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import { renderPage } from "../layout.tsx";
import type { PageSay } from "../page-language.ts";

export interface StaffPage {
  title: string;
  language: Language;
  say: PageSay;
  assets: Assets;
  /** Absent before anybody has signed in. */
  staff?: StaffMember;
  children: ComponentChildren;
}

/** One page of the staff: its head with who is signed in, its content. Kept by no browser and no proxy. */
export function sendStaffPage(reply: FastifyReply, page: StaffPage): FastifyReply {
  const { title, language, say, assets, staff, children } = page;
  const html = renderPage({
    title,
    language,
    assets,
    children: (
      <>
        <header class="staff-head">
          <a href="/lamviec">{say("staff-pages")}</a>
          {staff && (
            <span>
              {staff.fullName} · {staff.unitName}
            </span>
          )}
          {staff && (
            <form method="post" action="/ra">
              <button class="button">{say("staff-sign-out")}</button>
            </form>
          )}
        </header>
        <main class="staff-main">
          <h1>{title}</h1>
          {children}
        </main>
      </>
    ),
  });
  return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}
