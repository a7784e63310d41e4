import { measureInTurns, median, medianWithInterval, say, us, type Workload } from "./measure.ts";
import type { Workbench } from "./workbench.ts";

const MANY = 10_000;

/**
 * Long lists beside short ones, server and database together: the tokens of an account, and all accounts. Pages hold one entry,
 * so that the same is written in all cases.
 */
export async function measurePaging(bench: Workbench): Promise<void> {
  const few = await measureAccounts(bench, [["first page of few accounts", 1]]);
  await measureTokens(bench);
  await makeAccounts(bench);
  const many = await measureAccounts(bench, [
    [`first page of ${MANY} accounts`, 1],
    [`last page of ${MANY} accounts`, MANY],
    [`middle page of ${MANY} accounts`, MANY / 2],
  ]);
  for (const [name, ratios] of [...few, ...many])
    say(`${name}, against one's own account: ${medianWithInterval(ratios)}`);
}

/** By name, what each page of the list of all accounts costs, in parts of what it costs to read one's own account. */
async function measureAccounts(
  { authority, postmaster, asAdmin }: Workbench,
  pages: readonly (readonly [string, number])[],
): Promise<readonly (readonly [string, number[]])[]> {
  const self: Workload = {
    name: "self",
    program: authority,
    next: () => ({ path: "/api/v1/user", headers: asAdmin }),
    isRight: (body) => JSON.parse(body).login === "root",
  };
  const listings = pages.map(
    ([name, page]): Workload => ({
      name,
      program: authority,
      next: () => ({ path: `/api/v1/admin/users?limit=1&page=${page}`, headers: asAdmin }),
      isRight: (body) => JSON.parse(body).length === 1,
    }),
  );
  const rounds = await measureInTurns([self, ...listings], { rounds: 10, slotMs: 1_500, postmaster });
  const costs = rounds.map((slots) => slots.map(({ cpuUs, databaseUs }) => cpuUs + databaseUs));
  return pages.map(([name], at) => [name, costs.map((cost) => (cost[at + 1] ?? Number.NaN) / (cost[0] ?? Number.NaN))]);
}

/** As a provisioner makes them, a hundred at a time. */
async function makeAccounts({ asAdmin, send }: Workbench): Promise<void> {
  const path = "/api/mintmark/v1/admin/accounts/batch";
  await send(
    Array.from({ length: MANY / 100 }, (_, batch) => {
      const names = Array.from({ length: 100 }, (_, number) => `bot-${batch}-${number}`);
      const accounts = names.map((username) => ({ username, email: `${username}@example.org` }));
      return { method: "POST", path, headers: asAdmin, json: { accounts } };
    }),
  );
}

async function measureTokens({ authority, postmaster, asAdmin, send }: Workbench): Promise<void> {
  for (const [username, tokens] of [
    ["one", 1],
    ["many", MANY],
  ] as const) {
    const json = { username, email: `${username}@example.org`, kind: "bot" };
    await send([{ method: "POST", path: "/api/v1/admin/users", headers: asAdmin, json }]);
    const path = `/api/v1/admin/users/${username}/tokens`;
    await send(
      Array.from({ length: tokens }, (_, number) => ({
        method: "POST",
        path,
        headers: asAdmin,
        json: { name: `t${number}`, scopes: ["read:user"] },
      })),
    );
  }
  const listing = (name: string, username: string, page: number): Workload => ({
    name,
    program: authority,
    next: () => ({ path: `/api/v1/admin/users/${username}/tokens?limit=1&page=${page}`, headers: asAdmin }),
    isRight: (body) => JSON.parse(body).length === 1,
  });

  const workloads = [
    listing("one token", "one", 1),
    listing("first page", "many", 1),
    listing("last page", "many", MANY),
    listing("middle page", "many", MANY / 2),
  ];
  const rounds = await measureInTurns(workloads, { rounds: 10, slotMs: 1_500, postmaster });

  const costs = rounds.map((slots) => slots.map(({ cpuUs, databaseUs }) => cpuUs + databaseUs));
  say(`one token: ${us(median(costs.map(([one = Number.NaN]) => one)))} of CPU per request, database included`);
  for (const [index, { name }] of workloads.entries()) {
    if (index === 0) continue;
    const ratios = costs.map((cost) => (cost[index] ?? Number.NaN) / (cost[0] ?? Number.NaN));
    say(`${name} of ${MANY} tokens, against one token: ${medianWithInterval(ratios)}`);
  }
}
