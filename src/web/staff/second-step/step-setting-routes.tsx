import type { OfferedSecret, SecondStepStore } from "../../../domain/staff/second-step.ts";
import { showInstant } from "../../../domain/vietnam-time.ts";
import { Facts } from "../facts.tsx";
import { Field } from "../field.tsx";
import { PostForm } from "../post-form.tsx";
import { QrPicture } from "../qr-picture.tsx";
import type { StaffPage } from "../staff-page.tsx";
import type { FormOutcome, StaffSite } from "../staff-site.ts";
import type { StaffVisit } from "../staff-visit.ts";
import { requireFreshStep } from "./fresh-step.tsx";
import { stepSettingPath as path } from "./step-paths.ts";

/** One's own second step: setting it up, new recovery codes, taking it away. */
export function addStepSettingRoutes(site: StaffSite, { secondStep }: { secondStep: SecondStepStore }): void {
  site.page(path, async (visit) => {
    const { say, staff, now } = visit;
    if (!secondStep.isAvailable) return { title: say("step-setting"), children: <p>{say("step-no-key")}</p> };
    const { setUpAt, recoveryCodesLeft } = await secondStep.state(staff.username, now);
    return {
      title: say("step-setting"),
      children: setUpAt ? (
        <Standing visit={visit} setUpAt={setUpAt} left={recoveryCodesLeft} />
      ) : (
        <PostForm visit={visit} action={`${path}/bat-dau`}>
          {isDemanded(visit) && <p class="notice">{say("step-demanded")}</p>}
          <p>{say("step-what")}</p>
          <p>{say("step-how")}</p>
          <button class="button primary">{say("step-begin")}</button>
        </PostForm>
      ),
    };
  });

  site.form(`${path}/bat-dau`, async (visit) => {
    if (!secondStep.isAvailable) return { to: path };
    requireFreshStep(visit);
    return offerPage(visit, await secondStep.offer(visit.staff.username));
  });

  site.form(`${path}/xac-nhan`, async (visit, fields): Promise<FormOutcome> => {
    const { say, staff, sessionId, now } = visit;
    const offered = await secondStep.offered(staff.username);
    if (!offered) return { to: path, flash: { tone: "warning", text: say("step-offer-over") } };
    requireFreshStep(visit);
    const outcome = await secondStep.confirm({ username: staff.username, sessionId }, fields.text("ma"), now);
    return outcome.kind === "wrong"
      ? offerPage(visit, offered, say("step-not-yet"))
      : codesPage(visit, outcome.recoveryCodes);
  });

  site.form(`${path}/ma-du-phong`, async (visit) => {
    if (visit.secondStep.kind === "none") return { to: path };
    requireFreshStep(visit);
    return codesPage(visit, await secondStep.renewRecoveryCodes(visit.staff.username, visit.now));
  });

  site.form(`${path}/bo`, async (visit) => {
    requireFreshStep(visit);
    await secondStep.remove(visit.staff.username, visit.staff.username, visit.now);
    return { to: path, flash: { tone: "done", text: visit.say("step-removed") } };
  });
}

function isDemanded({ secondStep }: StaffVisit): boolean {
  return secondStep.kind === "none" && secondStep.isDemanded;
}

function Standing({ visit, setUpAt, left }: { visit: StaffVisit; setUpAt: Date; left: number }) {
  const { say } = visit;
  return (
    <>
      <Facts
        facts={[
          [say("step-set-up-at"), showInstant(setUpAt)],
          [say("step-codes-left"), String(left)],
        ]}
      />
      <PostForm visit={visit} action={`${path}/ma-du-phong`}>
        <p>{say("step-renew-how")}</p>
        <button class="button">{say("step-renew")}</button>
      </PostForm>
      <PostForm visit={visit} action={`${path}/bat-dau`}>
        <p>{say("step-other-device-how")}</p>
        <button class="button">{say("step-other-device")}</button>
      </PostForm>
      <details class="disclosure">
        <summary>{say("step-remove")}</summary>
        <PostForm visit={visit} action={`${path}/bo`} className="settings-form">
          <p>{say("step-remove-how")}</p>
          <button class="button danger">{say("step-remove")}</button>
        </PostForm>
      </details>
    </>
  );
}

function offerPage(visit: StaffVisit, { secret, uri }: OfferedSecret, fault?: string): StaffPage {
  const { say } = visit;
  return {
    title: say("step-offer"),
    ...(fault !== undefined && { status: 422 }),
    children: (
      <PostForm visit={visit} action={`${path}/xac-nhan`} className="settings-form">
        <p>{say("step-scan")}</p>
        <p>
          <QrPicture content={uri} alt={say("step-picture")} />
        </p>
        <p>
          {say("step-type-secret")} <strong class="secret">{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</strong>
        </p>
        <Field
          name="ma"
          label={say("step-code")}
          hint={say("step-code-hint")}
          fault={fault}
          inputMode="numeric"
          autocomplete="one-time-code"
          isRequired
        />
        <div class="buttons">
          <button class="button primary">{say("step-confirm")}</button>
        </div>
      </PostForm>
    ),
  };
}

function codesPage({ say }: StaffVisit, codes: readonly string[]): StaffPage {
  return {
    title: say("step-recovery-codes"),
    children: (
      <>
        <p>{say("step-recovery-keep")}</p>
        <ul class="codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p class="buttons">
          <a class="button primary" href="/lamviec">
            {say("step-recovery-kept")}
          </a>
        </p>
      </>
    ),
  };
}
