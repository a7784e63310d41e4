import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

// The scope that a deletion asks for depends on who owns the repository (rest.md 4.2): the matrix asks for a user's alone.

const authority = await startTestAuthority();
afterAll(authority.stop);

const categories = "activitypub admin misc notification organization package issue repository user".split(" ");
const holdings = [
  ...categories.flatMap((category) => [[`read:${category}`], [`write:${category}`]]),
  ["all"],
  ["public-only"],
  ["public-only", "all"],
];
const presentations = {
  token: (token: string) => `token ${token}`,
  "Basic password": (token: string) => `Basic ${Buffer.from(`anybody:${token}`).toString("base64")}`,
};

async function asRoot(method: string, path: string, json: unknown) {
  const { status, body } = await authority.send({ method, path: `/api/v1${path}`, authorization: asAdmin, json });
  expect(status, `${method} ${path}`).toBeLessThan(300);
  return body;
}

beforeAll(async () => {
  await asRoot("POST", "/admin/users", { username: "owner", email: "owner@example.org", kind: "bot" });
  await asRoot("POST", "/admin/users/owner/orgs", { username: "guild" });
});

test.each([
  ["owner", "user"],
  ["guild", "organization"],
])("of a repository of %s is open to write:%s and all, and to nothing else", async (name, category) => {
  const wrong: string[] = [];
  for (const scopes of holdings) {
    for (const [how, present] of Object.entries(presentations)) {
      await authority.send({
        method: "POST",
        path: `/api/v1/admin/users/${name}/repos`,
        authorization: asAdmin,
        json: { name: "thing" },
      });
      const { sha1 } = await asRoot("POST", "/admin/users/owner/tokens", { name: randomUUID(), scopes });

      const { status, body } = await authority.send({
        method: "DELETE",
        path: `/api/v1/repos/${name}/thing`,
        authorization: present(sha1),
      });

      const isOpen = scopes.includes("all") || scopes.includes(`write:${category}`);
      const refusal = `token does not have at least one of required scope(s): [write:${category}]`;
      const isRight = isOpen ? status === 204 : status === 403 && body.message === refusal;
      if (!isRight) wrong.push(`${scopes} as ${how}: ${status} ${body?.message}`);
    }
  }

  expect(wrong).toEqual([]);
});
