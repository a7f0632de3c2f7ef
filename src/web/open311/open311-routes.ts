import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiClient } from "../../domain/feedback/api-client.ts";
import type { Clock } from "../../domain/vietnam-time.ts";
import type { Say } from "../../wording/wording.ts";
import { Open311Error } from "./open311-error.ts";
import type { Open311Ports } from "./open311-ports.ts";
import { otherService, readAsked, readPosted } from "./read-request.ts";
import { showCase } from "./show-case.ts";
import { formats, writeDefinition, writeItems, type Format, type Item, type Shape } from "./write-answer.ts";

type Asked = FastifyRequest<{ Params: { format: string; id?: string } }>;

const shapes = {
  services: { list: "services", item: "service" },
  requests: { list: "service_requests", item: "request" },
  errors: { list: "errors", item: "error" },
} as const satisfies Record<string, Shape>;

interface Open311Options {
  ports: Open311Ports;
  say: Say;
  clock: Clock;
}

/**
 * Open311 GeoReport v2 under /open311/v2: services, service definition, POST request, requests, request; JSON and XML.
 * Handing in and reading both need an `api_key`; a client reads only what it handed in itself.
 * Source: https://wiki.open311.org/GeoReport_v2
 */
export function addOpen311Routes(web: FastifyInstance, options: Open311Options): void {
  web.register(
    async (open311) => {
      const refuse = (status: number, description: string, request: FastifyRequest, reply: FastifyReply) =>
        answer(reply.code(status), formatOf(request, "json"), shapes.errors, [{ code: status, description }]);
      open311.setErrorHandler<FastifyError | Open311Error>((error, request, reply) => {
        const status = error instanceof Open311Error ? error.status : error.statusCode;
        if (status === undefined || status < 400 || status > 499) throw error;
        return refuse(status, error.message, request, reply);
      });
      open311.setNotFoundHandler((request, reply) =>
        refuse(404, `There is no ${request.method} ${request.url.split("?", 1)[0]!}.`, request, reply),
      );
      addServices(open311, options);
      addRequests(open311, options);
    },
    { prefix: "/open311/v2" },
  );
}

function addServices(open311: FastifyInstance, { ports, say }: Open311Options): void {
  open311.get("/services.:format", async (request: Asked, reply) => {
    const services = [...(await servicesOf(ports)), { code: otherService, name: say("vi", "open311-other") }];
    return answer(
      reply,
      formatOf(request),
      shapes.services,
      services.map(({ code, name }): Item => ({
        service_code: code,
        service_name: name,
        description: say("vi", "open311-service", { field: name }),
        metadata: false,
        type: "realtime",
        keywords: "",
        group: say("vi", "open311-group"),
      })),
    );
  });

  open311.get("/services/:id.:format", async (request: Asked, reply) => {
    await fieldOf(request.params.id!, ports);
    const format = formatOf(request);
    return typed(reply, format).send(writeDefinition(request.params.id!, format));
  });
}

function addRequests(open311: FastifyInstance, { ports, say, clock }: Open311Options): void {
  open311.post("/requests.:format", async (request: Asked, reply) => {
    const format = formatOf(request);
    const client = await clientOf(request, ports);
    const key = request.headers["idempotency-key"];
    const { serviceCode, request: handedIn } = readPosted(
      request.body,
      typeof key === "string" ? key : undefined,
    );
    const field = await fieldOf(serviceCode, ports);
    const matter = await ports.file(client, {
      ...handedIn,
      field,
      clientId: handedIn.clientId ?? request.id,
    });
    const filed = { service_request_id: matter.code, service_notice: null, account_id: null };
    return answer(reply.code(201), format, shapes.requests, [filed]);
  });

  open311.get("/requests.:format", async (request: Asked, reply) => {
    const client = await clientOf(request, ports);
    const { serviceCode, ...asked } = readAsked(request.query, clock());
    const field = serviceCode === undefined ? undefined : await fieldOf(serviceCode, ports);
    const cases = await ports.cases(client, { ...asked, ...(field !== undefined && { field }) });
    const codes = await codesOfFields(ports);
    return answer(
      reply,
      formatOf(request),
      shapes.requests,
      cases.map((matter) => showCase(matter, codes(matter.field), say)),
    );
  });

  open311.get("/requests/:id.:format", async (request: Asked, reply) => {
    const client = await clientOf(request, ports);
    const [matter] = await ports.cases(
      client,
      readAsked({ service_request_id: request.params.id, page_size: 1 }, clock()),
    );
    if (!matter) throw new Open311Error(404, "service_request_id: you have handed in no such request.");
    const codes = await codesOfFields(ports);
    return answer(reply, formatOf(request), shapes.requests, [showCase(matter, codes(matter.field), say)]);
  });
}

async function servicesOf(ports: Open311Ports): Promise<{ code: string; name: string }[]> {
  return (await ports.fields()).map(({ id, name }) => ({ code: `f${id}`, name }));
}

async function codesOfFields(ports: Open311Ports): Promise<(field: string | null) => string> {
  const services = await servicesOf(ports);
  return (field) => services.find(({ name }) => name === field)?.code ?? otherService;
}

async function fieldOf(serviceCode: string, ports: Open311Ports): Promise<string | null> {
  if (serviceCode === otherService) return null;
  const service = (await servicesOf(ports)).find(({ code }) => code === serviceCode);
  if (!service)
    throw new Open311Error(404, `service_code: there is no "${serviceCode}". GET services lists them.`);
  return service.name;
}

/** The key in the body, the query, or the header `x-api-key`. */
async function clientOf(request: Asked, ports: Open311Ports): Promise<ApiClient> {
  const places = [request.body, request.query, { api_key: request.headers["x-api-key"] }];
  const key = places.map((place) => (place as { api_key?: unknown } | undefined)?.api_key).find(Boolean);
  const client = typeof key === "string" ? await ports.client(key) : undefined;
  if (!client) throw new Open311Error(403, "api_key: missing or not valid. The agency hands out keys.");
  return client;
}

/** What the address ends in; it may be one that no route knows. */
function formatOf({ url }: FastifyRequest, otherwise?: Format): Format {
  const [path] = url.split("?", 1);
  const format = formats.find((known) => path!.endsWith(`.${known}`)) ?? otherwise;
  if (!format) throw new Open311Error(404, "The format is json or xml.");
  return format;
}

function answer(reply: FastifyReply, format: Format, shape: Shape, items: Item[]): FastifyReply {
  return typed(reply, format).send(writeItems(items, shape, format));
}

function typed(reply: FastifyReply, format: Format): FastifyReply {
  return reply.type(format === "json" ? "application/json; charset=utf-8" : "text/xml; charset=utf-8");
}
