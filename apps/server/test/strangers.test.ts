import { randomUUID } from "node:crypto";
import { operationsOf } from "@mintmark/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

// Every operation of the router meets a stranger: a new route is covered on the day it appears.

const authority = await startTestAuthority();
afterAll(authority.stop);

const operations = operationsOf();
const pathOf = (path: string): string =>
  path
    .replace("{org}", "root")
    .replace("{id}", "1")
    .replace("{username}", "root")
    .replace("{token}", "1")
    .replace("{owner}", "root")
    .replace("{repo}", "example");

async function aToken(scopes: readonly string[]): Promise<string> {
  const { status, body } = await authority.send({
    method: "POST",
    path: "/api/v1/users/root/tokens",
    authorization: asAdmin,
    json: { name: randomUUID(), scopes },
  });
  expect(status).toBe(201);
  return body.sha1;
}

const all = ["activitypub", "admin", "misc", "notification", "organization", "package", "issue", "repository", "user"];

beforeAll(async () => {
  const { status } = await authority.send({
    method: "POST",
    path: "/api/v1/user/repos",
    authorization: asAdmin,
    json: { name: "example" },
  });
  expect(status).toBe(201);
});

test("the router has operations, each on a method and path of its own", () => {
  expect(operations.length).toBeGreaterThan(20);
  expect(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size).toBe(operations.length);
});

test.each(operations)("$method $path asks for the level that its method has in Forgejo", ({ method, policy }) => {
  const expected = method === "GET" ? "read" : "write";
  if (policy.kind === "scopes") for (const scope of policy.groups.flat()) expect(scope).toMatch(`${expected}:`);
  if (policy.kind === "by-owner") expect(policy.level).toBe(expected);
});

describe.each(operations.filter(({ policy }) => policy.kind !== "none"))(
  "$method $path",
  ({ method, path, policy }) => {
    const needed = policy.kind === "scopes" ? policy.groups.flat() : ["write:user"];

    test("refuses an administrator's token that lacks the category, however it is presented", async () => {
      const category = String(needed[0]).split(":")[1];
      const token = await aToken(all.filter((one) => one !== category).map((one) => `write:${one}`));
      const presentations = [
        { authorization: `token ${token}` },
        { authorization: `Bearer ${token}` },
        { authorization: `Basic ${Buffer.from(`root:${token}`).toString("base64")}` },
        { authorization: `Basic ${Buffer.from(`${token}:x-oauth-basic`).toString("base64")}` },
        { query: `?token=${token}` },
        { query: `?access_token=${token}` },
      ];

      for (const { authorization, query = "" } of presentations) {
        const { status, body } = await authority.send({ method, path: pathOf(path) + query, authorization });
        expect({ status, message: body.message }).toEqual({
          status: 403,
          message: expect.stringContaining(`token does not have at least one of required scope(s): [${needed[0]}`),
        });
      }
    });

    test.runIf(method !== "GET")("refuses a token that may only read", async () => {
      const token = await aToken(all.map((one) => `read:${one}`));

      const { status } = await authority.send({ method, path: pathOf(path), authorization: `token ${token}` });

      expect(status).toBe(403);
    });

    test("answers a wrong token 401 before it looks at the route", async () => {
      const { status, body } = await authority.send({
        method,
        path: pathOf(path),
        authorization: `token ${"0".repeat(40)}`,
      });

      expect(status).toBe(401);
      expect(body.message).toBe("access token does not exist");
    });
  },
);
