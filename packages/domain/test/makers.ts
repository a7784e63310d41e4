import { randomUUID } from "node:crypto";
import { testDatabase } from "@mintmark/postgres/testing";
import { parseScopes } from "@mintmark/scopes";
import { drizzle } from "drizzle-orm/postgres-js";
import { toConnection } from "../src/connection.ts";
import type { Context, RequestContext } from "../src/context.ts";
import { migrateAuthority } from "../src/migrate.ts";
import type { Principal } from "../src/principal.ts";
import { appRouter } from "../src/router.ts";
import { createSealer } from "../src/sealer.ts";
import type { Settings } from "../src/settings.ts";
import { createCallerFactory } from "../src/trpc.ts";
import { createUser, type NewUser } from "../src/users/create.ts";
import { createPasswordHasher } from "../src/users/password-hasher.ts";
import type { User } from "../src/users/table.ts";

export const settings: Settings = {
  rootUrl: "https://forge.example.org",
  compatibility: "strict",
  maxResponseItems: 50,
  defaultPagingNum: 30,
  minPasswordLength: 8,
  passwordComplexity: [],
  pwnedPasswordsUrl: undefined,
  enableBasicAuthentication: true,
  requireSigninView: false,
  exploreRequireSigninView: false,
  disableUsersPage: false,
  registerEmailConfirm: false,
  defaultUserIsRestricted: false,
  defaultKeepEmailPrivate: false,
  defaultAllowCreateOrganization: true,
  disableRegularOrgCreation: false,
  defaultUserVisibility: "public",
  allowedUserVisibilityModes: ["public", "limited", "private"],
  allowDotsInUsernames: true,
  usernameCooldownPeriod: 0,
  maxUserRedirects: 0,
  noReplyAddress: "noreply.example.org",
  emailDomainAllowlist: [],
  emailDomainBlocklist: [],
  validSiteUrlSchemes: ["http", "https"],
  sshDomain: "forge.example.org",
  actionsEnabled: true,
};

/** A database of the test file's own, a clock that the test moves, and a context in which nobody is signed in. */
export async function createWorld() {
  const database = await testDatabase({ name: "authority", migrate: migrateAuthority });
  const clock = { now: new Date("2026-11-23T12:00:00Z") };
  const ctx: Context = {
    db: toConnection(database),
    now: () => clock.now,
    settings,
    passwords: createPasswordHasher(),
    sealer: createSealer(Buffer.alloc(32)),
    principal: undefined,
    remoteAddress: "127.0.0.1",
  };
  return { database, clock, ctx };
}

export function aUser(ctx: Context, user: Partial<NewUser> = {}): Promise<User> {
  const name = user.name ?? `user-${randomUUID().slice(0, 8)}`;
  return createUser(ctx, { name, email: `${name}@example.org`, mustChangePassword: false, ...user });
}

/** Somebody who came with a password, or with a token of the scopes. */
export function aPrincipal(user: User, scopes?: readonly string[], repositoryIds?: readonly number[]): Principal {
  return {
    user,
    scopes: scopes ? parseScopes(scopes) : "unlimited",
    repositoryIds: repositoryIds && new Set(repositoryIds),
    via: scopes ? "access_token" : "password",
    credentialId: undefined,
  };
}

/** The router as somebody calls it, without HTTP. */
export function callAs(
  ctx: Context,
  principal: Principal | undefined,
  { headers = new Map(), ifNoneMatch }: { headers?: Map<string, string>; ifNoneMatch?: string | undefined } = {},
) {
  const request: RequestContext = {
    ...ctx,
    principal,
    reply: { headers },
    url: new URL("https://forge.example.org/"),
    ifNoneMatch,
  };
  return createCallerFactory(appRouter)(request);
}

/**
 * Runs `hold` in a transaction that stays open until as many statements as `waiters` wait for locks, and is then undone. `run` is
 * started once it holds what it took.
 */
export async function whileHeld<Result>(
  { sql }: Awaited<ReturnType<typeof testDatabase>>,
  hold: string,
  waiters: number,
  run: () => Promise<Result>,
): Promise<Result> {
  const connection = await sql.reserve();
  try {
    await connection`begin`;
    await connection.unsafe(hold);
    const result = run();
    for (;;) {
      const [waiting] = await sql`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      if (waiting?.n >= waiters) break;
    }
    await connection`rollback`;
    return await result;
  } finally {
    connection.release();
  }
}

/** A context whose statements are written down, as they stand and without their parameters. */
export function recordStatements({ sql }: Awaited<ReturnType<typeof testDatabase>>, ctx: Context) {
  let seen: string[] = [];
  const logger = { logQuery: (query: string) => void seen.push(query) };
  return {
    ctx: { ...ctx, db: drizzle({ client: sql, logger }) },
    /** What was asked of the database, and how it was refused. */
    async statementsOf(run: () => Promise<unknown>) {
      seen = [];
      const error = await run().then(
        () => undefined,
        (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
      );
      return { statements: seen, error };
    },
  };
}
