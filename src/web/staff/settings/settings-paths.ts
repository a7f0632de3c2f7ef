import type { RegisterName } from "../../../domain/settings/register.ts";

export const settingsPath = "/lamviec/caidat";

export function registerPath(register: RegisterName): string {
  return `${settingsPath}/${register}`;
}

export function entryPath(register: RegisterName, key: string): string {
  return `${registerPath(register)}/muc/${encodeURIComponent(key)}`;
}
