import { randomUUID } from "node:crypto";
import type { Broadcast } from "../../../conversation/broadcasts/broadcast-board.ts";
import type { Reply } from "../../../conversation/reply.ts";
import { addDays, dayOf, showDay } from "../../../domain/vietnam-time.ts";
import type { Room } from "../../../domain/work/work-store.ts";
import { ReplyBlock } from "../../chat/reply-blocks.tsx";
import { Facts } from "../facts.tsx";
import { PostForm } from "../post-form.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { StaffVisit } from "../staff-visit.ts";
import type { BroadcastAsked } from "./broadcast-asked.ts";
import { sayAudience } from "./broadcasts-page.tsx";
import { deliveriesPath, DeliveryTabs } from "./delivery-tabs.tsx";

interface Props {
  broadcast: Broadcast;
  asked: BroadcastAsked;
  reply: Reply;
  /** How many people it is for now. */
  count: number;
  rooms: readonly Room[];
}

/** What will be said and to how many, before anything is. */
export function broadcastPreview(
  { broadcast, asked, reply, count, rooms }: Props,
  visit: StaffVisit,
): StaffPage {
  const { say } = visit;
  const { audience, expiresAt } = broadcast;
  const written = Object.entries(asked).map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ));
  return {
    title: say("broadcasts-preview-title"),
    children: (
      <>
        <DeliveryTabs at="/hang-loat" visit={visit} />
        <Facts
          facts={[
            [say("broadcasts-to"), sayAudience(audience, rooms, visit)],
            [say("broadcasts-count"), say("broadcasts-people", { count: String(count) })],
            [say("broadcasts-last-on"), expiresAt && showDay(addDays(dayOf(expiresAt), -1))],
          ]}
        />
        <div class="as-sent">
          {reply.blocks.map((block) => (
            <ReplyBlock block={block} say={say} />
          ))}
        </div>
        {count === 0 && <p class="flash warning">{say("broadcasts-nobody")}</p>}
        <div class="buttons">
          {count > 0 && (
            <PostForm visit={visit} action={`${deliveriesPath}/hang-loat/gui`}>
              <input type="hidden" name="key" value={randomUUID()} />
              {written}
              <button class="button primary">{say("broadcasts-send", { count: String(count) })}</button>
            </PostForm>
          )}
          <PostForm visit={visit} action={`${deliveriesPath}/hang-loat/sua`}>
            {written}
            <button class="button">{say("broadcasts-edit")}</button>
          </PostForm>
        </div>
      </>
    ),
  };
}
