import { randomUUID } from "node:crypto";
import { type Operation, operationsOf } from "@mintmark/domain";
import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";
import { type Line, openPipeline, type Reply } from "./pipeline.ts";

// Every operation x every scope x every way to present the credential x owner, stranger and administrator. What is expected
// comes from the rules below, which share nothing with the product's own policies and checks. A cell is a request of its own,
// and each test sends its 72 in one go.

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
  [/^GET \/api\/v1\/(version|settings\/\w+|actions\/run)$/, []],
  [/^GET \/api\/forgejo\/v1\/version$/, []],
  [/^GET \/api\/mintmark\/v1\/capabilities$/, []],
  [/^\w+ \/api\/(mintmark\/)?v1\/admin\//, [["admin"]]],
  // Possession of the token in the body is the right.
  [/^POST \/api\/mintmark\/v1\/tokens\/(inspect|revoke)$/, []],
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
  [/^\w+ \/api\/v1\/notifications(\/|$)/, [["notification"]]],
  [/^GET \/api\/v1\/repos\/issues\/search$/, [["issue"]]],
  [/^\w+ \/api\/v1\/repos\/\{owner\}\/\{repo\}\/notifications$/, [["notification"]]],
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
const presentations: Readonly<Record<string, (token: string) => Pick<Line, "headers"> & { query?: string }>> = {
  token: (token) => ({ headers: { authorization: `token ${token}` } }),
  Bearer: (token) => ({ headers: { authorization: `Bearer ${token}` } }),
  "Basic password": (token) => ({ headers: { authorization: `Basic ${encode(`anybody:${token}`)}` } }),
  "Basic user": (token) => ({ headers: { authorization: `Basic ${encode(`${token}:x-oauth-basic`)}` } }),
  "Basic user alone": (token) => ({ headers: { authorization: `Basic ${encode(`${token}:`)}` } }),
  query: (token) => ({ query: `?token=${token}` }),
  sudo: (token) => ({ headers: { authorization: `token ${token}`, sudo: "owner" } }),
};

const cookieNames = ["token", "access_token", "Authorization", "session", "i_like_gitea"];

const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error", MINTMARK_ACTIONS_ENABLED: "true" });
const pipeline = await openPipeline(authority.rootUrl);
afterAll(async () => {
  pipeline.close();
  await authority.stop();
});

const created = await authority.send({
  method: "POST",
  path: "/api/v1/users/root/tokens",
  authorization: asAdmin,
  json: { name: "matrix", scopes: ["all"] },
});
const asRoot = async (method: string, path: string, json: unknown) => {
  const { status, body } = await authority.send({ method, path, authorization: `token ${created.body.sha1}`, json });
  expect(status, path).toBeLessThan(300);
  return body;
};
const makeRepository = () => asRoot("POST", "/api/v1/user/repos?sudo=owner", { name: "example" });

const callers = ["owner", "stranger", "root"] as const;
for (const username of ["owner", "stranger"]) {
  await asRoot("POST", "/api/v1/admin/users", { username, email: `${username}@example.org`, kind: "bot" });
}
await makeRepository();

type Holder = { readonly caller: (typeof callers)[number]; readonly held: Held; readonly token: string };
const holders: Holder[] = [];
for (const caller of callers) {
  for (const held of [...holdings, ...restricted]) {
    const { sha1 } = await asRoot("POST", `/api/v1/admin/users/${caller}/tokens`, {
      name: randomUUID(),
      scopes: held.words,
      repositories: held.isRestricted ? [{ owner: "owner", name: "example" }] : null,
    });
    holders.push({ caller, held, token: sha1 });
  }
}

/** Nobody is called like this: what passes every check still changes nothing, for the scope comes before the user. */
const pathOf = ({ path, policy }: Operation): string =>
  policy.kind === "by-owner"
    ? path.replace("{owner}", "owner").replace("{repo}", "example")
    : path.replaceAll(/\{\w+\}/g, "nobody-is-called-this");

const lineOf = (
  operation: Operation,
  { headers = {}, query = "" }: ReturnType<(typeof presentations)[string]>,
): Line => ({
  method: operation.method,
  path: pathOf(operation) + query,
  headers,
});

/** What the contract has to say against the holder's request; undefined when it may pass. */
function refusalOf(operation: Operation, how: string, { caller, held }: Holder): string | undefined {
  const isNarrowed = held.isRestricted || held.words.includes("public-only");
  if (how === "sudo" && (caller !== "root" || isNarrowed)) return "Only administrators allowed to sudo.";
  const scopes = missing(held, operation);
  return scopes && `token does not have at least one of required scope(s): [${scopes.join(" ")}]`;
}

const messageOf = ({ text }: Reply): string => (text.startsWith("{") ? String(JSON.parse(text).message) : "");

function isRight({ status, text }: Reply, refusal: string | undefined): boolean {
  if (refusal !== undefined) return status === 403 && messageOf({ status, text }) === refusal;
  return !text.includes("required scope(s)") && status !== 401 && status < 500;
}

/** All at once; but what could delete the repository that the others ask for goes alone, and the repository is made again. */
async function askAll(operation: Operation, lines: readonly Line[], mayPass: boolean): Promise<Reply[]> {
  if (operation.policy.kind !== "by-owner" || !mayPass) return pipeline.ask(lines);
  const replies: Reply[] = [];
  for (const line of lines) {
    const [reply] = await pipeline.ask([line]);
    if (!reply) throw new Error("no answer");
    replies.push(reply);
    if (reply.status === 204) await makeRepository();
  }
  return replies;
}

describe.each(operationsOf())("$method $path", (operation) => {
  test.each(Object.entries(presentations))(
    "SC-01 opens to exactly the scopes of its policy, with the token as %s",
    async (how, present) => {
      const wrong: string[] = [];
      for (const mayPass of [false, true]) {
        const asked = holders.filter((holder) => (refusalOf(operation, how, holder) === undefined) === mayPass);
        const lines = asked.map(({ token }) => lineOf(operation, present(token)));

        const replies = await askAll(operation, lines, mayPass);

        for (const [index, holder] of asked.entries()) {
          const reply = replies[index];
          if (reply && isRight(reply, refusalOf(operation, how, holder))) continue;
          wrong.push(
            `${holder.caller} ${holder.held.words} ${holder.held.isRestricted}: ${reply?.status} ${reply?.text}`,
          );
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  test("CH-02 takes no token from a cookie", async () => {
    const [anonymous, ...replies] = await pipeline.ask([
      { method: operation.method, path: pathOf(operation) },
      ...holders.map(({ token }, index) => ({
        method: operation.method,
        path: pathOf(operation),
        headers: { cookie: `${cookieNames[index % cookieNames.length]}=${token}` },
      })),
    ]);

    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set([`${anonymous?.status} ${anonymous?.text}`]),
    );
  });
});
