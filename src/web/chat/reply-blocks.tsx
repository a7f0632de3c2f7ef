import { randomUUID } from "node:crypto";
import type { JSX } from "preact";
import type { Block, Button, FileBlock } from "../../conversation/reply.ts";
import type { PageSay } from "../page-language.ts";
import { attachmentUrl } from "./attachment-route.ts";

/** One block of a reply as HTML that says by itself, without colour or position, what it is. */
export function ReplyBlock({ block, say }: { block: Block; say: PageSay }): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return <p class={block.tone}>{block.text}</p>;
    case "heading":
      return <h3>{block.text}</h3>;
    case "facts":
      return (
        <dl>
          {block.facts.map((fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <FiguresTable head={block.head} rows={block.rows} say={say} />;
    case "link":
      return <OutsideLink label={block.label} url={block.url} say={say} />;
    case "file":
      return <FileShown file={block} />;
    case "buttons":
      return <Buttons buttons={block.buttons} label={say("web-choices")} />;
  }
}

function FileShown({ file }: { file: FileBlock }): JSX.Element {
  const url = attachmentUrl(file.attachmentId);
  if (!file.mediaType.startsWith("image/"))
    return (
      <p>
        <a href={url} download={file.name}>
          📎 {file.name}
        </a>
        {` – ${file.caption}`}
      </p>
    );
  return (
    <figure>
      <a href={url} target="_blank" rel="noopener">
        <img src={url} alt={file.caption} loading="lazy" />
      </a>
    </figure>
  );
}

function FiguresTable({ head, rows, say }: { head: string[]; rows: string[][]; say: PageSay }): JSX.Element {
  return (
    // Focusable, so that the keyboard can scroll it sideways.
    <div class="table-box" role="group" tabIndex={0} aria-label={say("web-table", { name: head[0] ?? "" })}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures]) => (
            <tr>
              <th scope="row">{name}</th>
              {figures.map((figure) => (
                <td>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function OutsideLink({ label, url, say }: { label: string; url: string; say: PageSay }): JSX.Element {
  // Catalogue text may hold anything; a link that is not the web's stays words.
  if (!/^https?:\/\//i.test(url)) return <p>{`${label}: ${url}`}</p>;
  return (
    <p>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {label}
        <span class="visually-hidden"> ({say("web-opens-elsewhere")})</span>
      </a>
    </p>
  );
}

/** Each button is a form of its own, so that pressing one works without a script. */
export function Buttons({ buttons, label }: { buttons: Button[]; label: string }): JSX.Element {
  return (
    <div class="buttons" role="group" aria-label={label}>
      {buttons.map((button) => (
        <form method="post" action="/chat/messages">
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="label" value={button.label} />
          <button class="button" name="say" value={button.say}>
            {button.label}
          </button>
        </form>
      ))}
    </div>
  );
}
