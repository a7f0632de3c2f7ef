import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether LibreOffice is there to open files with; CI must have it. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"]);
    return true;
  } catch (error) {
    if (process.env["CI"] === "true") throw error;
    return false;
  }
}

/** A file as LibreOffice opens and saves it anew, as XLSX; CSV as UTF-8 with commas, which its dialogue proposes. */
export function openedInLibreOffice(name: `${string}.${"csv" | "xlsx"}`, bytes: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "motcua-office-"));
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const resaved = join(folder, "resaved");
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const read = name.endsWith(".csv") ? ["--infilter=CSV:44,34,76"] : [];
  execFileSync("soffice", [
    profile,
    "--headless",
    ...read,
    "--convert-to",
    "xlsx",
    "--outdir",
    resaved,
    path,
  ]);
  return readFileSync(join(resaved, name.replace(/\.\w+$/, ".xlsx")));
}
