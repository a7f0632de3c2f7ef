import { routeByRules, type FoldText, type RoutingRule } from "../../../domain/feedback/routing.ts";
import { Field } from "../field.tsx";
import type { FormFields } from "../form-fields.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { registerPath } from "./settings-paths.ts";

/** Which rule would catch a text, with what in it that was. */
export function TryRules({
  fields,
  rules,
  names,
  fieldNames,
  fold,
  visit,
}: {
  fields: FormFields;
  rules: readonly RoutingRule[];
  /** What units are called. */
  names: ReadonlyMap<string, string>;
  fieldNames: readonly string[];
  fold: FoldText;
  visit: StaffVisit;
}) {
  const { say } = visit;
  const [content, field] = [fields.text("thu"), fields.text("linhvuc")];
  const route = content || field ? routeByRules({ content, field: field || null }, rules, fold) : undefined;
  return (
    <section class="panel try" id="thu">
      <h2>{say("settings-try-rules")}</h2>
      <form method="get" action={`${registerPath("phan-cong")}#thu`} class="pick">
        <Field name="thu" label={say("settings-try-text")} value={content} />
        <Field
          name="linhvuc"
          label={say("setting-column-linh_vuc")}
          value={field}
          choices={[["", say("settings-nothing")], ...fieldNames.map((name) => [name, name] as const)]}
        />
        <button class="button">{say("settings-try")}</button>
      </form>
      {(content || field) && (
        <p role="status">
          {route
            ? say("settings-try-caught", {
                place: rules.findIndex(({ id }) => id === route.routingRuleId) + 1,
                words: route.routedBy,
                unit: names.get(route.unitCode) ?? route.unitCode,
              })
            : say("settings-try-nothing")}
        </p>
      )}
    </section>
  );
}
