import { afterAll, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import { createRepository } from "../repositories/create.ts";
import { deleteUser } from "./delete.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

const ROUNDS = process.env.MINTMARK_TEST_LONG ? 200 : 10;

test(`a purge beside everything that its user still does is all or nothing, and nobody waits in a circle (${ROUNDS} rounds)`, async () => {
  const refusals: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const owner = await aUser(ctx);
    const organization = await createOrganization(ctx, owner, { username: `org-${owner.name}` });
    const { name: org } = organization;
    const helper = await aUser(ctx);
    for (const repo of ["one", "two"]) {
      await createRepository(ctx, owner, { name: repo, private: false });
      await createRepository(ctx, organization, { name: repo, private: false });
    }
    const self = callAs(ctx, aPrincipal(owner));

    const acts = await Promise.allSettled(
      ["one", "two"].flatMap((repo) => [
        self.actionSecrets.putOwn({ secretname: repo, data: "x" }),
        self.actionSecrets.putOfOrganization({ org, secretname: repo, data: "x" }),
        self.actionSecrets.putOfRepository({ owner: owner.name, repo, secretname: "x", data: "x" }),
        self.actionVariables.createOfRepository({ owner: org, repo, variablename: "x", value: "x" }),
        self.hooks.createOfOrganization({
          org,
          type: "forgejo",
          config: { url: "http://x.org/", content_type: "json" },
        }),
        self.accessTokens.create({
          username: owner.name,
          name: repo,
          scopes: ["read:repository"],
          repositories: [{ owner: owner.name, name: repo }],
        }),
        self.collaborators.put({ owner: org, repo, collaborator: helper.name }),
        ...(repo === "one" ? [deleteUser(ctx, owner, { purge: true })] : []),
      ]),
    );

    for (const act of acts) if (act.status === "rejected") refusals.push(innermost(act.reason));
    const left = await database.sql`
      select id from authority.users where id in (${owner.id}, ${organization.id})
      union all select id from authority.action_secrets where owner_id in (${owner.id}, ${organization.id})`;
    expect(left).toEqual([]);
  }

  const unexpected = refusals.filter(
    (message) =>
      !/couldn't be found|does not exist|GetUserByName|GetOrgByName|Must be an organization owner/.test(message),
  );
  expect(unexpected).toEqual([]);
  // An act that falls to a deadlock is done again, so the answers do not tell; the database does.
  expect(await deadlocks()).toBe(0);
});

/** A connection hands in what it counted when it ends. */
async function deadlocks(): Promise<number> {
  const own = await database.sql.reserve();
  try {
    const others = () => own`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await expect.poll(others).toHaveLength(0);
    const [row] = await own`select deadlocks::int from pg_stat_database where datname = current_database()`;
    return row?.deadlocks;
  } finally {
    own.release();
  }
}

function innermost(error: unknown): string {
  return error instanceof Error ? (error.cause === undefined ? error.message : innermost(error.cause)) : String(error);
}
