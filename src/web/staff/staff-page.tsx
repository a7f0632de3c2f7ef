import type { FastifyReply } from "fastify";
import type { ComponentChildren } from "preact";
import type { Assets } from "../assets.ts";
import { renderPage, type Layout } from "../layout.tsx";
import { stepSettingPath } from "./second-step/step-paths.ts";
import type { Flash } from "./flash.ts";
import { StaffFrame } from "./staff-frame.tsx";
import type { StaffVisit } from "./staff-visit.ts";

const styles = ["face.css", "pieces.css", "staff.css", "deliveries.css"];

/** What a staff page says; what stands around it is the same on all. */
export interface StaffPage {
  title: string;
  children: ComponentChildren;
  /** 200 when left out; 422 for a form with mistakes, 409 for one that came too late. */
  status?: number;
  /** In the place of the one left by the page before. */
  flash?: Flash | undefined;
  /** The browser goes elsewhere by itself after so long: what is shown is for a moment. */
  leaves?: { to: string; afterSeconds: number };
  /** Modules of `browser/` folders that make the page quicker; it must do without them. `htmx.js` is one. */
  scripts?: readonly string[];
}

/** One page of the staff: its head with who is signed in, the areas, its content. Kept by no browser and no proxy. */
export function sendStaffPage(
  reply: FastifyReply,
  { title, children, status = 200, flash, leaves, scripts = [] }: StaffPage,
  { visit, assets, here }: { visit: StaffVisit; assets: Assets; here: string },
): FastifyReply {
  const { say, language } = visit;
  if (leaves) reply.header("refresh", `${leaves.afterSeconds}; url=${leaves.to}`);
  return sendBareStaffPage(reply.code(status), {
    title: say("staff-page-title", { title, pages: say("staff-pages") }),
    language,
    assets,
    scripts,
    children: (
      <>
        <StaffFrame visit={visit} here={here} />
        <main class="staff-main" id="content" tabIndex={-1}>
          {flash && (
            <p class={`flash ${flash.tone}`} role={flash.tone === "warning" ? "alert" : "status"}>
              {flash.text}
            </p>
          )}
          <h1>{title}</h1>
          {here === "/lamviec" && visit.staff.role === "admin" && visit.secondStep.kind === "none" && (
            <p class="flash warning">
              {say("step-advised")} <a href={stepSettingPath}>{say("step-advised-link")}</a>
            </p>
          )}
          {children}
        </main>
      </>
    ),
  });
}

/** A page before anybody is signed in. */
export function sendBareStaffPage(reply: FastifyReply, { children, ...page }: Layout): FastifyReply {
  const html = renderPage({
    ...page,
    styles,
    children: <div class="staff">{children}</div>,
  });
  return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}
