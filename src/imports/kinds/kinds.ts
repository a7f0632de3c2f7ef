import type { ImportKind, ImportKindName } from "../import-kind.ts";
import { assignments } from "./assignments.ts";
import { dayExceptions } from "./day-exceptions.ts";
import { dossiers } from "./dossiers.ts";
import { feedback } from "./feedback.ts";
import { procedures } from "./procedures.ts";
import { routingRules } from "./routing-rules.ts";
import { staff } from "./staff.ts";
import { targets } from "./targets.ts";
import { units } from "./units.ts";
import { workingHours } from "./working-hours.ts";

/** Every kind of file that can be imported, by the name it has on the command line. */
export const importKinds: Readonly<Record<ImportKindName, ImportKind>> = {
  "don-vi": units,
  "thu-tuc": procedures,
  "can-bo": staff,
  "ho-so": dossiers,
  "nhiem-vu": assignments,
  "phan-anh": feedback,
  "ngay-nghi": dayExceptions,
  "gio-lam-viec": workingHours,
  "phan-cong": routingRules,
  "chi-tieu": targets,
};
