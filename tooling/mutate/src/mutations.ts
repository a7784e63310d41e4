// Each breaks one guard. The tests beside a mutation must turn red by it.

export type Mutation = {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What vitest is asked to run. */
  readonly tests: readonly string[];
};

const matrix = ["--project", "@mintmark/server", "matrix"];

const simulation = ["--project", "@mintmark/provisioner", "simulation"];

export const mutations: readonly Mutation[] = [
  {
    what: "a token sent by Basic has no limits of scope",
    file: "apps/server/src/authenticate/authenticate.ts",
    from: "    if (principal) return principal;\n",
    to: '    if (principal) return basic ? { ...principal, scopes: "unlimited" } : principal;\n',
    tests: matrix,
  },
  {
    what: "one route names no scope",
    file: "packages/domain/src/users/router.ts",
    from: 'search: requires(["read:user"])',
    to: "search: requires([])",
    tests: matrix,
  },
  {
    what: "a route without a policy starts",
    file: "packages/domain/src/openapi.ts",
    from: "!meta?.openapi || !meta.policy",
    to: "!meta?.openapi",
    tests: ["--project", "@mintmark/domain", "openapi"],
  },
  {
    what: "a narrowed token may sudo",
    file: "apps/server/src/authenticate/account-state.ts",
    from: "!principal || !hasAdminPower(principal)",
    to: "!principal?.user.isAdmin",
    tests: matrix,
  },
  {
    what: "two administrators may take each other away at once",
    file: "packages/domain/src/users/last-admin.ts",
    from: "  if (!account?.isAdmin) return;\n  await lockAdministrators(ctx);\n",
    to: "  if (!account?.isAdmin) return;\n",
    tests: ["--project", "@mintmark/domain", "users.test"],
  },
  {
    what: "a stop loses the uses of tokens whose deletion is undone",
    file: "packages/domain/src/access-tokens/uses.ts",
    from: "{ waits: true }",
    to: "{ waits: false }",
    tests: ["--project", "@mintmark/domain", "uses.test"],
  },
  {
    what: "a current token is not counted",
    file: "packages/domain/src/access-tokens/count.ts",
    from: 'keptCount(db, { table: "access_tokens", ownerId })',
    to: "sql`0`",
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "a private user is not counted in the list that shows him himself",
    file: "packages/domain/src/users/list.ts",
    from: "eq(users.id, principal.user.id), isPerson",
    to: "sql`false`, isPerson",
    tests: ["--project", "@mintmark/domain", "long-lists"],
  },
  {
    what: "the total for strangers tells of repositories of hidden owners",
    file: "packages/domain/src/repositories/count.ts",
    from: "ofHiddenOwners(ctx, ownerId, shown)",
    to: "sql`0`",
    tests: ["--project", "@mintmark/domain", "long-lists"],
  },
  {
    what: "a token lives on at the instant it expires",
    file: "packages/domain/src/access-tokens/expiry.ts",
    from: "or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, now))",
    to: "undefined",
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "an administrator's narrowed token keeps his powers",
    file: "packages/domain/src/principal.ts",
    from: " && !isNarrowed(principal)",
    to: "",
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "a token counts as a password",
    file: "packages/domain/src/principal.ts",
    from: 'principal?.via === "password"',
    to: 'principal?.via === "access_token"',
    tests: ["--project", "@mintmark/domain", "access-tokens"],
  },
  {
    what: "the audit is written without its lock",
    file: "packages/domain/src/migrations/20261124201949_append-audit-events-together/migration.sql",
    from: "  perform pg_advisory_xact_lock(1296651084, 1);\n",
    to: "",
    tests: ["--project", "@mintmark/domain", "audit"],
  },
  {
    what: "an Actions secret is stored as it came",
    file: "packages/domain/src/action-secrets/put.ts",
    from: "ctx.sealer.seal(purpose, withoutCarriageReturns(secret.data))",
    to: "Buffer.from(withoutCarriageReturns(secret.data))",
    tests: ["--project", "@mintmark/server", "canary"],
  },
  {
    what: "whoever reads a repository reads and writes its secrets",
    file: "packages/domain/src/actions/on-actions.ts",
    from: "    repositoryOwner(ctx, found);\n",
    to: "",
    tests: ["--project", "@mintmark/domain", "on-actions"],
  },
  {
    what: "the log holds what the database quotes",
    file: "apps/server/src/describe-error.ts",
    from: "/^22\\w{3}$/",
    to: "/^never$/",
    tests: ["--project", "@mintmark/server", "logs"],
  },
  {
    what: "a deletion takes the audit's lock before the account's",
    file: "packages/domain/src/users/delete.ts",
    from: "    await lockForDeletion(tx, user);\n",
    to: "",
    tests: ["--project", "@mintmark/domain", "users/delete"],
  },
  {
    what: "the old generation ends before the new one is delivered",
    file: "apps/provisioner/src/plan/token.ts",
    from: "  return { actions: [...adopted, ...before, issueOf(view, because), ...after], notices: [] };",
    to: "  return { actions: [...adopted, ...before, ...after, issueOf(view, because)], notices: [] };",
    tests: simulation,
  },
  {
    what: "a worker that lost its lease still writes to the journal",
    file: "apps/provisioner/src/apply/under-lease.ts",
    from: "journal: effects.journal.under(lease)",
    to: "journal: effects.journal",
    tests: ["--project", "@mintmark/provisioner", "takeover"],
  },
  {
    what: "a worker carries out what it planned before another worked on the bot",
    file: "apps/provisioner/src/apply/apply.ts",
    from: "if (lease.fence === fence) return await applyToBot(",
    to: "if (fence !== undefined) return await applyToBot(",
    tests: ["--project", "@mintmark/provisioner", "two-at-once"],
  },
  {
    what: "an old generation ends although the delivery before it was not approved",
    file: "apps/provisioner/src/apply/approved.ts",
    from: "    stopped.add(token);\n",
    to: "",
    tests: ["--project", "@mintmark/provisioner", "approved"],
  },
  {
    what: "a token whose answer was lost is left alive",
    file: "apps/provisioner/src/plan/strays.ts",
    from: "  const remote = view.remote.filter(({ token }) => !keptIds.has(token.id));",
    to: "  const remote = view.remote.filter(({ token }) => keptIds.size === 0 && !keptIds.has(token.id));",
    tests: simulation,
  },
  {
    what: "a delivery that reads back another value counts",
    file: "apps/provisioner/src/apply/publish.ts",
    from: "if (value !== plaintext)",
    to: "if (value === undefined)",
    tests: ["--project", "@mintmark/provisioner", "apply.test"],
  },
  {
    what: "what is sealed is thrown away and made again",
    file: "apps/provisioner/src/plan/token.ts",
    from: "  if (pending) {",
    to: "  if (pending && view.now.getTime() < 0) {",
    tests: simulation,
  },
];
