import { initTRPC } from "@trpc/server";
import { expect, test } from "vitest";
import { z } from "zod";
import type { RequestContext } from "./context.ts";
import { openApiDocument, operationsOf } from "./openapi.ts";
import { type Meta, requiresNoScope, router } from "./trpc.ts";

const bare = initTRPC.context<RequestContext>().meta<Meta>().create().procedure;
const openapi: Meta["openapi"] = { method: "GET", path: "/api/v1/bare", tags: ["user"], summary: "Bare" };

test("SC-02 a route without a policy stops the start", () => {
  const unguarded = router({
    bare: bare
      .meta({ openapi })
      .output(z.void())
      .query(() => {}),
  });

  expect(() => operationsOf(unguarded)).toThrow("procedure bare has no path or no policy");
});

test("SC-02 a policy without a route does, too", () => {
  const unreachable = router({ bare: requiresNoScope("a reason").query(() => {}) });

  expect(() => operationsOf(unreachable)).toThrow("procedure bare has no path or no policy");
});

test("a body is documented with all its properties, also with one that the path of some operation has", () => {
  const schemas = openApiDocument().components?.schemas ?? {};
  const properties = z.record(z.string(), z.unknown());
  const bodies = operationsOf().flatMap(({ body }) => (body ? [body] : []));

  for (const body of bodies) {
    const { id } = z.object({ id: z.string() }).parse(body.meta());
    expect(Object.keys(z.object({ properties }).parse(schemas[id]).properties), id).toEqual(Object.keys(body.shape));
  }
});

test("a client is told that an id in a path is a number", () => {
  const { paths = {} } = openApiDocument();
  const operations = Object.values(paths).flatMap((item) => [item.get, item.put, item.post, item.patch, item.delete]);
  const parameters = operations.flatMap((operation) => operation?.parameters ?? []);
  const ids = parameters.filter((one) => "in" in one && one.in === "path" && /^(\w+_)?id$/.test(one.name));

  expect(ids).not.toEqual([]);
  for (const id of ids) expect(id).toMatchObject({ schema: { type: "integer" } });
});
