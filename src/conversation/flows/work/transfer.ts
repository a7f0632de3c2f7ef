import type { FlowResult, FlowTools } from "../../flow.ts";
import { paragraph, type Button } from "../../reply.ts";
import { doWork, notFound, reply, type StaffRequest } from "./do-work.ts";

const roomsAtOnce = 10;
/** In the place of a person: the room gives it to whom it wants. */
const byRoom = "0";

/** Transfers a case: first to which room, then to whom there, or to nobody so that the room decides. */
export async function transfer(
  { code, version, rest }: { code: string; version: number; rest: readonly string[] },
  request: StaffRequest,
  tools: FlowTools,
): Promise<FlowResult> {
  const { say, work } = tools;
  const { language } = request;
  const [roomId, person] = rest;
  const rooms = await work.rooms();
  if (roomId === undefined || roomId === "trang") {
    const page = Math.max(1, Number(/^\d{1,3}$/.exec(person ?? "")?.[0] ?? 1));
    const shown = rooms.slice((page - 1) * roomsAtOnce, page * roomsAtOnce);
    const more: Button[] =
      rooms.length > page * roomsAtOnce
        ? [
            {
              label: say(language, "work-button-page"),
              say: `/viec chuyen ${code} ${version} trang ${page + 1}`,
            },
          ]
        : [];
    return reply(paragraph(say(language, "work-ask-chuyen", { code }), "strong"), {
      kind: "buttons",
      buttons: [
        ...shown.map(({ id, name }) => ({ label: name, say: `/viec chuyen ${code} ${version} ${id}` })),
        ...more,
      ],
    });
  }
  const room = rooms.find(({ id }) => String(id) === roomId);
  if (!room) return notFound(request, tools);
  const staff = await work.staffOf(room.id);
  if (person === undefined)
    return reply(paragraph(say(language, "work-ask-chuyen-person", { code, unit: room.name }), "strong"), {
      kind: "buttons",
      buttons: [
        {
          label: say(language, "work-button-by-unit"),
          say: `/viec chuyen ${code} ${version} ${room.id} ${byRoom}`,
        },
        ...staff.map(({ id, fullName }) => ({
          label: fullName,
          say: `/viec chuyen ${code} ${version} ${room.id} ${id}`,
        })),
      ],
    });
  const officer = staff.find(({ id }) => String(id) === person)?.username;
  if (officer === undefined && person !== byRoom) return notFound(request, tools);
  return doWork(
    {
      code,
      version,
      action: { kind: "assign", unitCode: room.code, ...(officer !== undefined && { officer }) },
    },
    request,
    tools,
  );
}
