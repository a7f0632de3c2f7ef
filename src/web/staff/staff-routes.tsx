import type { FastifyInstance } from "fastify";
import { addApprovalRoutes } from "./approvals/approval-routes.tsx";
import { addSafetyRoutes } from "./safety/safety-routes.tsx";
import { addCalendarRoutes } from "./calendar/calendar-routes.tsx";
import { addBoardRoutes } from "./cases/board-routes.ts";
import { addCaseFileRoute } from "./cases/case-file-route.ts";
import { addCaseRoutes } from "./cases/case-routes.tsx";
import { addOriginalRoutes } from "./cases/original-routes.tsx";
import { addDeliveryRoutes } from "./deliveries/delivery-routes.ts";
import { addQueueViewRoutes } from "./cases/queue-view-routes.ts";
import { addDossierRoutes } from "./dossiers/dossier-routes.tsx";
import { addFiguresRoutes } from "./figures/figures-routes.tsx";
import { addImportRoutes } from "./imports/import-routes.tsx";
import { addQueueBoard, type QueueBoard } from "./queue-board-route.ts";
import { addPublicationRoutes } from "./publications/publication-routes.ts";
import { addRehearsalRoutes } from "./rehearsal/rehearsal-routes.ts";
import { addSessionRoutes } from "./session-routes.tsx";
import { addStepRoutes } from "./second-step/step-routes.tsx";
import { addStepSettingRoutes } from "./second-step/step-setting-routes.tsx";
import { addSettingsRoutes } from "./settings/settings-routes.tsx";
import type { OpenIdProvider } from "./sign-in/open-id.ts";
import { addOpenIdRoutes } from "./sign-in/open-id-routes.ts";
import { addSignInRoutes } from "./sign-in/sign-in-routes.tsx";
import type { StaffPorts } from "./staff-ports.ts";
import { createStaffSite, type StaffSiteTools } from "./staff-site.ts";
import { createStaffSessions } from "./staff-sessions.ts";
import { addTodayRoutes } from "./today/today-routes.tsx";

interface StaffTools extends StaffSiteTools {
  queueBoard: QueueBoard;
  staff: StaffPorts;
  openId?: OpenIdProvider | undefined;
}

/** The pages of the staff. */
export function addStaffRoutes(web: FastifyInstance, tools: StaffTools): void {
  const { signIn, clock, isHttps, publicUrl, openId, staff, queueBoard } = tools;
  const sessions = createStaffSessions(signIn, clock, isHttps);
  const site = createStaffSite(web, tools);
  addSignInRoutes(web, sessions, { ...tools, hasOpenId: openId !== undefined });
  if (openId && publicUrl) addOpenIdRoutes(web, sessions, { ...tools, publicUrl, provider: openId });
  addStepRoutes(web, sessions, tools);
  addStepSettingRoutes(site, staff);
  addApprovalRoutes(site, staff);
  addSafetyRoutes(site, staff);
  addSessionRoutes(site, tools);
  addTodayRoutes(site, staff);
  addCaseRoutes(site, staff);
  addBoardRoutes(site, staff);
  addOriginalRoutes(site, staff);
  addQueueViewRoutes(site, staff);
  addCaseFileRoute(web, sessions, staff);
  addCalendarRoutes(site, staff);
  addDeliveryRoutes(site, staff);
  addRehearsalRoutes(site, staff);
  addSettingsRoutes(site, staff);
  addPublicationRoutes(site, staff);
  addDossierRoutes(site, staff);
  addImportRoutes(site, staff);
  addFiguresRoutes(site, staff);
  addQueueBoard(web, queueBoard, sessions, { ...tools, recordAct: staff.recordAct });
}
