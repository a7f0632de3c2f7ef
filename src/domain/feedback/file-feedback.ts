import { planCaseReminders } from "../reminders/case-reminders.ts";
import { dayOf } from "../vietnam-time.ts";
import { clocksOf } from "./case-clocks.ts";
import { campaign, campaignOf, essenceOf } from "./campaign.ts";
import { noticesOfCampaign, noticesOfFiling } from "./case-notices.ts";
import type { Actor, CaseEvent, FeedbackCase } from "./feedback.ts";
import type { NewCase } from "./feedback-store.ts";
import type { FeedbackTools } from "./feedback-tools.ts";
import { choosePolicy } from "./policy.ts";
import { routeByRules, type Route } from "./routing.ts";

/** What a person or another system hands in. */
export type FeedbackDraft = Omit<
  NewCase,
  "essence" | "status" | "policyId" | "promise" | "unitCode" | "officer" | "routingRuleId" | "routedBy"
>;

export type FilingOutcome =
  | { kind: "filed"; matter: FeedbackCase }
  /** The source's id is known: the case it was filed as before. */
  | { kind: "known"; matter: FeedbackCase };

/**
 * Files a matter: routes it, gives it the policy of the day with both deadlines, tells the officer. With no rule that
 * fits and no dossier to go by, it goes to the officer on duty. What many send in the same words is joined to the first of
 * it, so that it is one matter to work on and every sender is answered. Idempotent by source and source code.
 */
export async function fileFeedback(
  given: FeedbackDraft,
  { actor, channel, now }: { actor: Actor; channel: string; now: Date },
  tools: FeedbackTools,
): Promise<FilingOutcome> {
  const known = await tools.feedback.claimSource(given.source, given.sourceCode);
  if (known) return { kind: "known", matter: known };
  const essence = essenceOf(given, tools.fold);
  const main = await findCampaign(given, essence, now, tools);
  const draft = { ...given, joinedToId: main?.id ?? given.joinedToId };
  const placed = await placeFeedback(draft, now, tools);
  const policy = choosePolicy(await tools.feedbackRules.policies(), { ...draft, at: draft.receivedAt });
  const event: CaseEvent = {
    happenedAt: now,
    kind: draft.joinedToId === null ? "filed" : "joined",
    fromStatus: null,
    toStatus: placed.unitCode === null ? "new" : "assigned",
    actor,
    channel,
    reason: null,
    detail: { receivedAt: draft.receivedAt.toISOString(), routedBy: placed.routedBy },
  };
  const promise = clocksOf([{ ...event, kind: "filed" }], policy, {
    calendar: tools.calendars.of(placed.unitCode ?? undefined),
    calendarVersion: tools.calendars.version,
  });
  const matter = await tools.feedback.file(
    { ...draft, ...placed, essence, status: event.toStatus!, policyId: policy.id, promise },
    event,
  );
  const calendar = tools.calendars.of(matter.unitCode ?? undefined);
  if (main) {
    // Whoever has the first of them is told once, and reminded of that one alone.
    await tools.notices.plan(noticesOfCampaign(main, { now, calendar }), now);
    return { kind: "filed", matter };
  }
  await tools.notices.plan(noticesOfFiling(matter, { now, calendar }), now);
  await planCaseReminders(null, matter, { notices: tools.notices, calendar, policy }, now);
  return { kind: "filed", matter };
}

/** The case that many sent before; undefined too for what its sender joined to another. */
async function findCampaign(
  { person, joinedToId }: FeedbackDraft,
  essence: string | undefined,
  now: Date,
  { feedback }: Pick<FeedbackTools, "feedback">,
): Promise<FeedbackCase | undefined> {
  if (essence === undefined || joinedToId !== null) return undefined;
  const since = new Date(now.getTime() - campaign.withinMs);
  return campaignOf(await feedback.sameText(essence, person, since));
}

interface Placed extends Omit<Route, "unitCode" | "routingRuleId"> {
  unitCode: string | null;
  routingRuleId: number | null;
}

/** Whose the matter is and who gets it; never nobody while the agency has any staff. */
export async function placeFeedback(
  matter: { content: string; field: string | null; dossierCode: string | null },
  now: Date,
  { feedbackRules, staffDirectory, fold }: Pick<FeedbackTools, "feedbackRules" | "staffDirectory" | "fold">,
): Promise<Placed> {
  const on = dayOf(now);
  const byRule = routeByRules(matter, await feedbackRules.routing(), fold);
  const ofDossier = matter.dossierCode && (await feedbackRules.unitOfDossier(matter.dossierCode));
  const route: Route | undefined =
    byRule ??
    (ofDossier
      ? { unitCode: ofDossier, officer: null, routingRuleId: null, routedBy: matter.dossierCode! }
      : undefined);
  if (route) {
    const officer = await (route.officer
      ? staffDirectory.holderOf("officer", route, on)
      : staffDirectory.officerFor(route.unitCode, on));
    if (officer) return { ...route, officer };
  }
  const duty = await staffDirectory.holderOf("duty", { officer: null, unitCode: null }, on);
  return { unitCode: null, officer: duty ?? null, routingRuleId: null, routedBy: "" };
}
