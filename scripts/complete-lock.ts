// Enters into package-lock.json the optional packages of other platforms that the registry at hand could not describe.
// Without them `npm ci` calls the lock file out of date; with them other platforms still find what they need.
import { readFileSync, writeFileSync } from "node:fs";

interface Entry {
  version?: string;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, Entry> };
const systems = ["darwin", "linux", "win32", "android", "freebsd", "openharmony", "sunos", "aix"];
const processors = ["arm64", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "arm"];

function describe(name: string, version: string): Entry {
  const os = systems.filter((system) => name.includes(system));
  const cpu = processors.filter((processor) => name.includes(`-${processor}`)).slice(0, 1);
  const libc = /gnu/.test(name) ? ["glibc"] : /musl/.test(name) ? ["musl"] : [];
  return {
    version,
    ...(cpu.length && { cpu }),
    ...(libc.length && { libc }),
    optional: true,
    ...(os.length && { os }),
  };
}

const missing = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
  Object.entries(optionalDependencies).filter(([name]) => !lock.packages[`node_modules/${name}`]),
);
for (const [name, version] of missing) {
  const entry = describe(name, version);
  if (!entry.os || !/^\d/.test(version))
    throw new Error(`Cannot tell which platform ${name}@${version} is for`);
  lock.packages[`node_modules/${name}`] = entry;
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms entered`);
