import type { RegisterEntry, RegisterName } from "../../../domain/settings/register.ts";
import { Field } from "../field.tsx";
import { Pager } from "../pager.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import { nameOfWord, registerForms } from "./register-columns.ts";
import { entryPath, registerPath } from "./settings-paths.ts";

const shownAtOnce = 50;

interface RegisterListProps {
  register: RegisterName;
  entries: readonly RegisterEntry[];
  /** What was searched for, and the page of what was found. */
  asked: { text: string; page: number };
  /** What units are called. */
  unitNames: ReadonlyMap<string, string>;
  staffNames: ReadonlyMap<string, string>;
  mayChange: boolean;
  visit: StaffVisit;
}

/** The rows of a register that were asked for, a page at a time. */
export function RegisterList(props: RegisterListProps) {
  const { register, entries, asked, mayChange, visit } = props;
  const { say } = visit;
  const form = registerForms[register];
  const first = (asked.page - 1) * shownAtOnce;
  const page = entries.slice(first, first + shownAtOnce);
  const address = (number: number) =>
    `${registerPath(register)}?${new URLSearchParams({ tim: asked.text, trang: String(number) })}`;
  return (
    <>
      <form method="get" action={registerPath(register)} class="pick" role="search">
        <Field name="tim" label={say("settings-search")} value={asked.text} kind="search" />
        <button class="button">{say("staff-show")}</button>
        {mayChange && (
          <a class="button primary" href={`${registerPath(register)}/moi`}>
            {say(form.add)}
          </a>
        )}
      </form>
      <p class="quiet">{say("settings-count", { count: entries.length })}</p>
      {page.length === 0 ? (
        <p class="empty">{say(asked.text ? "settings-not-found" : "settings-empty")}</p>
      ) : (
        <ol class={register === "phan-cong" ? "rows" : "rows plain"}>
          {page.map((entry) => (
            <EntryRow entry={entry} depth={depthOf(entry, props)} {...props} />
          ))}
        </ol>
      )}
      <Pager
        visit={visit}
        before={asked.page > 1 ? address(asked.page - 1) : undefined}
        next={entries.length > first + shownAtOnce ? address(asked.page + 1) : undefined}
      />
    </>
  );
}

/** How deep a unit stands in the tree; search results stand in a list. */
function depthOf(entry: RegisterEntry, { register, entries, asked }: RegisterListProps): number {
  if (register !== "don-vi" || asked.text !== "") return 0;
  const parents = new Map(entries.map(({ key, row }) => [key, row.ma_don_vi_cha ?? ""]));
  let depth = 0;
  for (let at = parents.get(entry.key); at && depth < 8; at = parents.get(at)) depth += 1;
  return depth;
}

function EntryRow({
  entry,
  depth,
  register,
  mayChange,
  unitNames,
  staffNames,
  visit,
}: RegisterListProps & { entry: RegisterEntry; depth: number }) {
  const { say } = visit;
  const { key, row, isActive } = entry;
  const unit = row.ma_don_vi && register !== "don-vi" ? (unitNames.get(row.ma_don_vi) ?? row.ma_don_vi) : "";
  const facts = {
    "thu-tuc": [key, row.linh_vuc, row.thoi_han && say("settings-working-days", { days: row.thoi_han })],
    "phan-cong": [unit, row.can_bo && (staffNames.get(row.can_bo) ?? row.can_bo)],
    "don-vi": [key],
    "can-bo": [key, row.vai_tro && nameOfWord("vai_tro", row.vai_tro, visit), unit],
  }[register];
  return (
    <li class={`row depth-${depth}`}>
      <div class="row-head">
        {register === "phan-cong" && <span class="mark">{key}</span>}
        <a href={entryPath(register, key)}>{registerForms[register].nameOf(entry) || key}</a>
        {!isActive && <span class="mark late">{say(`settings-inactive-${register}`)}</span>}
      </div>
      <p class="quiet">{facts.filter(Boolean).join(" · ")}</p>
      {register === "phan-cong" && mayChange && (
        <div class="buttons">
          {(["up", "down"] as const).map((deed) => (
            <PostForm visit={visit} action={`${entryPath(register, key)}/${deed}`}>
              <button class="button small" aria-label={say(`settings-rule-${deed}-of`, { place: key })}>
                {say(`settings-rule-${deed}`)}
              </button>
            </PostForm>
          ))}
        </div>
      )}
    </li>
  );
}
