import type { JSX } from "preact";
import type { Attachment, InboundContent } from "../../conversation/inbound-message.ts";
import type { PageSay } from "../page-language.ts";
import { attachmentUrl } from "./attachment-route.ts";
import { OutsideLink } from "./reply-blocks.tsx";

/** What the person said and sent, as the page shows it. */
export function SaidContent({ content, say }: { content: InboundContent; say: PageSay }): JSX.Element {
  switch (content.kind) {
    case "text":
    case "edit":
      return <p>{content.text}</p>;
    case "button":
      return <p>{content.label ?? content.say}</p>;
    case "media":
      return (
        <>
          {content.text !== undefined && <p>{content.text}</p>}
          <ul class="attachments">
            {content.attachments.map((attachment) => (
              <li>
                <SentFile attachment={attachment} say={say} />
              </li>
            ))}
          </ul>
        </>
      );
    case "position":
      return <Position {...content} say={say} />;
    case "unsupported":
      return <p>{say("web-unsupported")}</p>;
  }
}

function SentFile({ attachment, say }: { attachment: Attachment; say: PageSay }): JSX.Element {
  const { kind, ref, name = say(`web-attachment-${kind}`), mediaType } = attachment;
  const url = attachmentUrl(ref.replace(/^stored:/, ""));
  // Browsers do not show every photo that phones take.
  const isShown = kind === "photo" && mediaType !== "image/heic" && mediaType !== "image/heif";
  return (
    <a href={url} target="_blank">
      {isShown ? <img src={url} alt={name} loading="lazy" /> : <span class="file">{name}</span>}
    </a>
  );
}

type Place = Extract<InboundContent, { kind: "position" }>;

function Position({ latitude, longitude, title, say }: Place & { say: PageSay }): JSX.Element {
  const [lat, lon] = [latitude.toFixed(5), longitude.toFixed(5)];
  const url = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`;
  return (
    <>
      <p>{title ?? say("web-position-sent", { latitude: lat, longitude: lon })}</p>
      <OutsideLink label={say("web-position-map")} url={url} say={say} />
    </>
  );
}
