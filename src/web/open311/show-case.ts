import { isOpen } from "../../domain/feedback/case-states.ts";
import type { FeedbackCase } from "../../domain/feedback/feedback.ts";
import type { Say } from "../../wording/wording.ts";
import type { Item } from "./write-answer.ts";

/** A case as GeoReport shows a request. Says nothing of who sent it, nor who works on it. */
export function showCase(matter: FeedbackCase, serviceCode: string, say: Say): Item {
  return {
    service_request_id: matter.code,
    status: isOpen(matter.status) ? "open" : "closed",
    status_notes: matter.answer ?? say("vi", `open311-${matter.status}`),
    service_name: matter.field ?? say("vi", "open311-other"),
    service_code: serviceCode,
    description: matter.content,
    agency_responsible: matter.unitName,
    service_notice: null,
    requested_datetime: matter.receivedAt.toISOString(),
    updated_datetime: (
      matter.closedAt ??
      matter.answeredAt ??
      matter.acceptedAt ??
      matter.receivedAt
    ).toISOString(),
    expected_datetime: matter.dueAt?.toISOString() ?? null,
    address: matter.place.words ?? null,
    address_id: null,
    zipcode: null,
    lat: matter.place.latitude ?? null,
    long: matter.place.longitude ?? null,
    media_url: null,
  };
}
