import { measureInTurns, median, medianWithInterval, say, us, type Workload } from "./measure.ts";
import type { Workbench } from "./workbench.ts";

const MANY = 10_000;

/**
 * The list of an account with ten thousand tokens beside that of an account with one, in turns; server and database together.
 * Pages hold one token, so that the same is written in both cases.
 */
export async function measurePaging({ authority, postmaster, asAdmin, send }: Workbench): Promise<void> {
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
