import type { FastifyReply } from "fastify";
import type { ComponentChildren } from "preact";
import type { StaffRole } from "../../domain/staff/staff-member.ts";
import type { MessageKey } from "../../wording/wording.ts";
import type { Assets } from "../assets.ts";
import { renderPage, type Layout } from "../layout.tsx";
import type { Flash } from "./flash.ts";
import { PostForm } from "./post-form.tsx";
import { queueBoardPath } from "./queue-board-route.ts";
import type { StaffVisit } from "./staff-visit.ts";

/** What a staff page says; what stands around it is the same on all. */
export interface StaffPage {
  title: string;
  children: ComponentChildren;
  /** 200 when left out; 422 for a form with mistakes, 409 for one that came too late. */
  status?: number;
  /** In the place of the one left by the page before. */
  flash?: Flash | undefined;
}

interface Area {
  path: string;
  name: Extract<MessageKey, `staff-${string}`>;
  /** Everyone's when left out. */
  roles?: readonly StaffRole[];
}

/** The areas of the staff's pages, in the order of the navigation. A new area is added here. */
const areas: readonly Area[] = [
  { path: "/lamviec", name: "staff-today" },
  { path: "/lamviec/phananh", name: "staff-cases" },
  { path: "/lamviec/lich", name: "staff-calendar" },
  { path: queueBoardPath, name: "staff-queues", roles: ["admin"] },
  { path: "/lamviec/phien", name: "staff-sessions" },
];

/** One page of the staff: its head with who is signed in, the areas, its content. Kept by no browser and no proxy. */
export function sendStaffPage(
  reply: FastifyReply,
  { title, children, status = 200, flash }: StaffPage,
  { visit, assets, here }: { visit: StaffVisit; assets: Assets; here: string },
): FastifyReply {
  const { say, staff, language } = visit;
  const open = areas.filter(({ roles }) => !roles || roles.includes(staff.role));
  const current = open.findLast(({ path }) => here === path || here.startsWith(`${path}/`));
  return sendBareStaffPage(reply.code(status), {
    title: say("staff-page-title", { title, pages: say("staff-pages") }),
    language,
    assets,
    children: (
      <>
        <a class="skip-link" href="#content">
          {say("staff-skip")}
        </a>
        <header class="staff-head">
          <div class="staff-who">
            <p>
              <strong>{staff.fullName}</strong>
              <span>{staff.unitName}</span>
            </p>
            <PostForm visit={visit} action="/ra">
              <button class="link-button">{say("staff-sign-out")}</button>
            </PostForm>
          </div>
          <nav class="staff-areas" aria-label={say("staff-pages")}>
            {open.map((area) => (
              <a href={area.path} aria-current={area === current ? "page" : undefined}>
                {say(area.name)}
              </a>
            ))}
          </nav>
        </header>
        <main class="staff-main" id="content">
          {flash && (
            <p class={`flash ${flash.tone}`} role="status">
              {flash.text}
            </p>
          )}
          <h1>{title}</h1>
          {children}
        </main>
      </>
    ),
  });
}

/** A page before anybody is signed in. */
export function sendBareStaffPage(reply: FastifyReply, { children, ...page }: Layout): FastifyReply {
  const html = renderPage({ ...page, styles: ["staff.css"], children: <div class="staff">{children}</div> });
  return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}
