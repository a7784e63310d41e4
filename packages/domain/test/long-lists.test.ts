import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listAccessTokens } from "../src/access-tokens/list.ts";
import type { Context } from "../src/context.ts";
import { searchEmails } from "../src/emails/search.ts";
import { listOrganizations } from "../src/organizations/list.ts";
import { type Page, toPage } from "../src/page.ts";
import { searchRepositories } from "../src/repositories/search.ts";
import { listUsers } from "../src/users/list.ts";
import type { User } from "../src/users/table.ts";
import { aPrincipal, aUser, createWorld, settings } from "./makers.ts";

// The lists that grow with a fleet, or with an account: their totals are kept and not counted, and their pages are read from the nearer end.

const { database, ctx } = await createWorld();
const { sql } = database;
afterAll(() => database.close());

type Viewer = { readonly name: string; readonly ctx: Context };
let viewers: readonly Viewer[];
let owner: User;

/** Accounts, and repositories of theirs, in which whatever decides who sees what occurs. */
async function grow(people: number): Promise<void> {
  await sql`
    with made as (insert into authority.users (kind, name, visibility, created_at, updated_at)
      select case when n % 5 = 0 then 'organization' when n % 5 = 1 then 'individual' else 'bot' end, gen_random_uuid(),
        case when n % 7 = 0 then 'private' when n % 7 = 1 then 'limited' else 'public' end, now(), now()
        from generate_series(1, ${people}::int) n returning id, name, kind),
    addressed as (insert into authority.email_addresses (user_id, email, is_primary, is_activated)
      select id, name || '@example.org', true, true from made where kind <> 'organization')
    insert into authority.repositories (owner_id, name, is_private, created_at, updated_at)
      select id, 'repo', id % 2 = 0, now(), now() from made`;
  await sql`insert into authority.repositories (owner_id, name, is_private, created_at, updated_at)
    select ${owner.id}, gen_random_uuid(), n % 3 = 0, now(), now() from generate_series(1, ${people}::int) n`;
  await sql`
    with made as (insert into authority.access_tokens (owner_id, name, token_hash, token_last_eight, scopes,
      is_repository_restricted, created_at)
      select ${owner.id}, gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '', 'all', false, now()
        from generate_series(1, ${people}::int) returning id)
    insert into authority.access_token_uses select id, now() from made`;
}

beforeAll(async () => {
  owner = await aUser(ctx, { visibility: "limited" });
  await grow(150);
  await sql`insert into authority.collaborations (repository_id, user_id, level, created_at)
    select id, ${owner.id}, 'read', now() from authority.repositories where owner_id <> ${owner.id} order by id limit 3`;
  const restricted = await aUser(ctx, { isRestricted: true });
  await sql`insert into authority.organization_members (organization_id, user_id)
    select id, ${restricted.id} from authority.users where kind = 'organization' order by id limit 3`;
  const admin = await aUser(ctx, { isAdmin: true, visibility: "private" });
  const as = (name: string, user: User, scopes?: string[], listed?: number[]): Viewer => ({
    name,
    ctx: { ...ctx, principal: aPrincipal(user, scopes, listed) },
  });
  viewers = [
    { name: "nobody", ctx },
    as("admin", admin),
    as("admin, public only", admin, ["public-only", "all"]),
    as("admin, of no repository", admin, ["all"], []),
    as("owner", owner),
    as("owner, public only", owner, ["public-only", "all"]),
    as("owner, of no repository", owner, ["all"], []),
    as("private", await aUser(ctx, { visibility: "private" })),
    as("restricted", restricted),
    as("restricted and private", await aUser(ctx, { isRestricted: true, visibility: "private" })),
  ];
});

const whole: Page = { number: 1, limit: 10_000, offset: 0 };
type List = (ctx: Context, page: Page) => Promise<{ readonly total: number; readonly ids: readonly number[] }>;

const ofUsers =
  (sort?: string): List =>
  async (viewer, page) => {
    const { users, total } = await listUsers(viewer, { sort }, page);
    return { total, ids: users.map(({ id }) => id) };
  };
const ofRepositories =
  (filter: Parameters<typeof searchRepositories>[1]): List =>
  async (viewer, page) => {
    const { repositories, total } = await searchRepositories(viewer, filter, page);
    return { total, ids: repositories.map(({ repository }) => repository.id) };
  };
const lists = new Map<string, List>([
  ["users", ofUsers()],
  ["users, newest first", ofUsers("newest")],
  ["users, from the end of the alphabet", ofUsers("reversealphabetically")],
  [
    "organizations",
    async (viewer, page) => {
      const { organizations, total } = await listOrganizations(viewer, page);
      return { total, ids: organizations.map(({ id }) => id) };
    },
  ],
  [
    "addresses",
    async (viewer, page) => {
      const { emails, total } = await searchEmails(viewer, undefined, page);
      return { total, ids: emails.map(({ address }) => address.id) };
    },
  ],
  [
    "the owner's tokens",
    async (viewer, page) => {
      const { tokens, total } = await listAccessTokens(viewer, owner, page);
      return { total, ids: tokens.map(({ token }) => token.id) };
    },
  ],
  ["repositories", ofRepositories({})],
  ["repositories, by id", ofRepositories({ sort: "id", order: "desc" })],
  ["private repositories", ofRepositories({ isPrivate: true })],
  ["public repositories", ofRepositories({ isPrivate: false })],
  ["repositories, private ones left out", ofRepositories({ includePrivate: false })],
  ["private repositories, private ones left out", ofRepositories({ isPrivate: true, includePrivate: false })],
  [
    "one's own repositories and others",
    (viewer, page) => ofRepositories({ ownerId: viewer.principal?.user.id, includesOthers: true })(viewer, page),
  ],
  ["forks", ofRepositories({ mode: "fork" })],
  ["templates", ofRepositories({ isTemplate: true })],
  ["archived repositories", ofRepositories({ isArchived: true })],
]);
const ofOwner = new Map<string, () => List>([
  ["an owner's repositories", () => ofRepositories({ ownerId: owner.id })],
  ["an owner's repositories and others", () => ofRepositories({ ownerId: owner.id, includesOthers: true })],
  ["an owner's others", () => ofRepositories({ ownerId: owner.id, mode: "collaborative" })],
  [
    "an owner's private repositories and others",
    () => ofRepositories({ ownerId: owner.id, includesOthers: true, isPrivate: true }),
  ],
]);
const everyList = () => [...lists, ...[...ofOwner].map(([name, make]): [string, List] => [name, make()])];

test("the total of each list is the number of its rows, whoever asks, and its pages are the list in parts", async () => {
  for (const { name: who, ctx: viewer } of viewers) {
    for (const [what, list] of everyList()) {
      const { total, ids } = await list(viewer, whole);
      expect([who, what, total]).toEqual([who, what, ids.length]);
      const limit = 40;
      const last = Math.ceil(total / limit);
      for (const number of [2, last].filter((one) => one > 0)) {
        const page = await list(viewer, toPage({ page: String(number), limit: String(limit) }, settings));
        expect([who, what, number, page]).toEqual([
          who,
          what,
          number,
          { total, ids: ids.slice((number - 1) * limit, number * limit) },
        ]);
      }
    }
  }
});

type Plan = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
};

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The statements that a list sends, each with how it is carried out. */
async function plansOf(viewer: Context, list: List, page: Page): Promise<readonly (readonly Plan[])[]> {
  const sent: { query: string; params: unknown[] }[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void sent.push({ query, params }) };
  await list({ ...viewer, db: drizzle({ client: sql, logger }) }, page);
  return Promise.all(
    sent.map(async ({ query, params }) => {
      const explained = await sql.unsafe(`explain (analyze, format json) ${query}`, params.map(asParameter));
      return nodesOf(explained[0]?.["QUERY PLAN"][0].Plan);
    }),
  );
}

function asParameter(value: unknown): string | number | boolean {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new Error(`a list sends ${value} to the database`);
}

/** Where a step of a statement meets more than a few rows. */
async function costlySteps(who: string, what: string, isLast: boolean): Promise<readonly string[]> {
  const [viewer, list] = [viewers.find(({ name }) => name === who), new Map(everyList()).get(what)];
  if (!viewer || !list) throw new Error(`${who} or ${what} is not there`);
  const limit = 10;
  const { total } = await list(viewer.ctx, { number: 1, limit, offset: 0 });
  expect(total).toBeGreaterThan(500);
  const plans = await plansOf(viewer.ctx, list, { number: 1, limit, offset: isLast ? total - limit : 0 });
  return plans.flat().flatMap((node) => {
    const rows = (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
    return rows > 20 * limit ? [`${who}, ${what}: ${node["Node Type"]} ${node["Relation Name"]} ${rows}`] : [];
  });
}

test("the first and the last page of a long list look at few rows, of whoever sees all or what is open to everybody", async () => {
  await grow(4_000);
  await sql.unsafe("vacuum analyze");
  const asked = [
    ...["nobody", "admin", "owner"].flatMap((who) =>
      ["users", "organizations", "addresses"].map((what) => [who, what]),
    ),
    ["private", "users"],
    ["owner", "the owner's tokens"],
    ...["repositories", "private repositories", "public repositories"].map((what) => ["admin", what]),
    ["owner", "an owner's repositories"],
  ];

  const costly = [];
  for (const [who = "", what = ""] of asked) {
    for (const isLast of [false, true]) costly.push(...(await costlySteps(who, what, isLast)));
  }
  for (const what of ["an owner's repositories and others", "an owner's private repositories and others"]) {
    costly.push(...(await costlySteps("owner", what, false)));
  }

  expect(costly).toEqual([]);
});

test("a stranger's list of repositories looks at those alone that it shows, and at the counts of owners", async () => {
  await sql`update authority.users set visibility = 'public' where visibility <> 'public' and id % 50 <> 0`;
  await sql.unsafe("vacuum analyze");

  const costly = [];
  for (const isLast of [false, true]) costly.push(...(await costlySteps("nobody", "repositories", isLast)));

  expect(costly.filter((step) => !step.includes("row_counts"))).toEqual([]);
});
