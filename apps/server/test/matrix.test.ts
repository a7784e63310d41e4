import { randomUUID } from "node:crypto";
import { type Operation, operationsOf } from "@mintmark/domain";
import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";

// Every operation x every scope x every way to present the credential x owner, stranger and administrator. What is expected
// comes from the rules below, which share nothing with the product's own policies and checks.

const categories = [
  "activitypub",
  "admin",
  "misc",
  "notification",
  "organization",
  "package",
  "issue",
  "repository",
  "user",
];

type Held = { readonly words: readonly string[]; readonly isRestricted: boolean };

const holdings: readonly Held[] = [
  ...categories.flatMap((category) => [[`read:${category}`], [`write:${category}`]]),
  ["all"],
  ["public-only"],
  ["public-only", "all"],
].map((words) => ({ words, isRestricted: false }));
const restricted: readonly Held[] = [["read:repository"], ["write:repository"], ["write:issue"]].map((words) => ({
  words,
  isRestricted: true,
}));

function opens({ words }: Held, needed: string): boolean {
  const [level, category] = needed.split(":");
  return words.includes("all") || words.includes(`write:${category}`) || (level === "read" && words.includes(needed));
}

/**
 * The categories that a path asks for, group by group, by the contract and not by the router: the first rule that matches. A
 * route that no rule knows fails, so that somebody looks up what the contract wants of it.
 */
const rules: readonly (readonly [operation: RegExp, groups: readonly (readonly string[])[]])[] = [
  [/^GET \/api\/v1\/(version|settings\/\w+)$/, []],
  [/^GET \/api\/forgejo\/v1\/version$/, []],
  [/^GET \/api\/mintmark\/v1\/capabilities$/, []],
  [/^\w+ \/api\/(mintmark\/)?v1\/admin\//, [["admin"]]],
  // Declared behind the handler in Forgejo, so that it never runs; clients verify restricted tokens with it.
  [/^GET \/api\/v1\/orgs$/, []],
  [/^\w+ \/api\/v1\/(orgs|teams)(\/|$)/, [["organization"]]],
  [/^\w+ \/api\/v1\/org\/\{org\}\/repos$/, [["organization", "repository"]]],
  [/^\w+ \/api\/v1\/(user|users\/\{username\})\/orgs(\/|$)/, [["user", "organization"]]],
  [/^\w+ \/api\/v1\/(user|users\/\{username\})\/repos$/, [["user"], ["repository"]]],
  [/^\w+ \/api\/v1\/user\/starred(\/|$)/, [["user"], ["repository"]]],
  [/^\w+ \/api\/(mintmark\/)?v1\/users?(\/|$)/, [["user"]]],
  // By the owner: of a user's repository the category is user, and never repository.
  [/^DELETE \/api\/v1\/repos\/\{owner\}\/\{repo\}$/, [["user"]]],
  [/^\w+ \/api\/v1\/(repos|repositories)\//, [["repository"]]],
];

function groupsOf({ method, path }: Operation): readonly (readonly string[])[] {
  const rule = rules.find(([operation]) => operation.test(`${method} ${path}`));
  if (!rule) throw new Error(`no rule of the contract for ${method} ${path}`);
  const level = method === "GET" ? "read" : "write";
  return rule[1].map((group) => group.map((category) => `${level}:${category}`));
}

/** The scopes that Forgejo would name as missing; undefined when the credential may pass. */
const missing = (held: Held, operation: Operation): readonly string[] | undefined =>
  groupsOf(operation).find((group) => !group.every((needed) => opens(held, needed)));

const encode = (text: string): string => Buffer.from(text).toString("base64");
const presentations: Readonly<Record<string, (token: string) => { authorization?: string; query?: string }>> = {
  token: (token) => ({ authorization: `token ${token}` }),
  Bearer: (token) => ({ authorization: `Bearer ${token}` }),
  "Basic password": (token) => ({ authorization: `Basic ${encode(`anybody:${token}`)}` }),
  "Basic user": (token) => ({ authorization: `Basic ${encode(`${token}:x-oauth-basic`)}` }),
  "Basic user alone": (token) => ({ authorization: `Basic ${encode(`${token}:`)}` }),
  query: (token) => ({ query: `?token=${token}` }),
};

const authority = await startTestAuthority();
afterAll(authority.stop);
const asRoot = async (method: string, path: string, json?: unknown) => {
  const { status, body } = await authority.send({ method, path, authorization: asAdmin, json });
  expect(status, path).toBeLessThan(300);
  return body;
};

const callers = ["owner", "stranger", "root"];
for (const username of ["owner", "stranger"]) {
  await asRoot("POST", "/api/v1/admin/users", { username, email: `${username}@example.org`, kind: "bot" });
}
const ownersToken = await tokenOf("owner", { words: ["all"], isRestricted: false });
const makeRepository = () =>
  authority.send({
    method: "POST",
    path: "/api/v1/user/repos",
    authorization: `token ${ownersToken}`,
    json: { name: "example" },
  });
await makeRepository();
const tokens = new Map<string, string>();
for (const caller of callers) {
  for (const held of [...holdings, ...restricted]) tokens.set(keyOf(caller, held), await tokenOf(caller, held));
}

function keyOf(caller: string, { words, isRestricted }: Held): string {
  return `${caller} ${words} ${isRestricted}`;
}

async function tokenOf(caller: string, { words, isRestricted }: Held): Promise<string> {
  const repositories = isRestricted ? [{ owner: "owner", name: "example" }] : null;
  const { sha1 } = await asRoot("POST", `/api/v1/admin/users/${caller}/tokens`, {
    name: randomUUID(),
    scopes: words,
    repositories,
  });
  return sha1;
}

/** Nobody is called like this: what passes every check still changes nothing, for the scope comes before the user. */
const pathOf = ({ path, policy }: Operation): string =>
  policy.kind === "by-owner"
    ? path.replace("{owner}", "owner").replace("{repo}", "example")
    : path.replaceAll(/\{\w+\}/g, "nobody-is-called-this");

describe.each(operationsOf())("$method $path", (operation) => {
  test.each(Object.keys(presentations))(
    "opens to exactly the scopes of its policy, with the token as %s",
    async (how) => {
      const wrong: string[] = [];
      for (const caller of callers) {
        for (const held of [...holdings, ...restricted]) {
          const expected = missing(held, operation);
          const { authorization, query = "" } = presentations[how]?.(tokens.get(keyOf(caller, held)) ?? "") ?? {};

          const { status, body } = await authority.send({
            method: operation.method,
            path: pathOf(operation) + query,
            authorization,
          });

          if (operation.policy.kind === "by-owner" && status === 204) await makeRepository();
          const said = /required scope\(s\): \[(.*)\]/.exec(body?.message ?? "")?.[1];
          const isRight = expected
            ? status === 403 && said === expected.join(" ")
            : said === undefined && status !== 401 && status < 500;
          if (!isRight) wrong.push(`${keyOf(caller, held)}: ${status} ${body?.message ?? ""}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
