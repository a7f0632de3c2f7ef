import type { ComponentChildren } from "preact";
import type { StaffVisit } from "./staff-visit.ts";

/** A form that `StaffSite.form` takes: it carries the session's token. */
export function PostForm({
  visit,
  action,
  className,
  children,
}: {
  visit: StaffVisit;
  action: string;
  className?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <form method="post" action={action} class={className}>
      <input type="hidden" name="token" value={visit.formToken} />
      {children}
    </form>
  );
}
