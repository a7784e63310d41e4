import type { Request } from "./load.ts";
import { CONNECTIONS, measureInTurns, median, medianWithInterval, say, us, type Workload } from "./measure.ts";
import { pinning } from "./program.ts";
import type { Workbench } from "./workbench.ts";

const TOKENS = 1_000;

/** CPU per request of five typical routes against bare node:http, in turns within one run. */
export async function measureRoutes({ authority, control, postmaster, asAdmin, send }: Workbench): Promise<void> {
  const accounts = ["busy", "growing"].map((username) => ({ username, email: `${username}@example.org`, kind: "bot" }));
  await send(accounts.map((json) => ({ method: "POST", path: "/api/v1/admin/users", headers: asAdmin, json })));
  await send([{ method: "POST", path: "/api/v1/user/repos", headers: asAdmin, json: { name: "example" } }]);
  const creation = (username: string, name: string): Request => ({
    method: "POST",
    path: `/api/v1/admin/users/${username}/tokens`,
    headers: asAdmin,
    json: { name, scopes: ["read:user", "read:repository"] },
  });
  const made = await send<{ sha1: string }>(
    Array.from({ length: TOKENS }, (_, number) => creation("busy", `bench-${number}`)),
  );
  let turn = 0;
  const withToken = () => {
    turn += 1;
    return { authorization: `token ${made[turn % TOKENS]?.sha1}` };
  };
  const get = (path: string, says: string, headers: () => Request["headers"]): Workload => ({
    name: `GET ${path.split("?", 1)}`,
    program: authority,
    next: () => ({ path, headers: headers() ?? {} }),
    isRight: (body) => body.includes(says),
  });

  const workloads: Workload[] = [
    {
      name: "bare node:http",
      program: control,
      next: () => ({ path: "/", headers: withToken() }),
      isRight: () => true,
    },
    get("/api/v1/version", '"version"', () => ({})),
    get("/api/v1/user", '"login":"busy"', withToken),
    get("/api/v1/admin/users/busy/tokens?page=1&limit=10", '"token_last_eight"', () => asAdmin),
    {
      name: "POST /api/v1/admin/users/growing/tokens",
      program: authority,
      next: () => {
        turn += 1;
        return creation("growing", `made-${turn}`);
      },
      isRight: (body) => body.includes('"sha1"'),
    },
    get("/api/v1/repos/root/example", '"full_name":"root/example"', withToken),
  ];
  const rounds = await measureInTurns(workloads, { rounds: 10, slotMs: 2_000, postmaster });

  say(`${pinning}; ${CONNECTIONS} connections, ${TOKENS} tokens in turn; CPU per request, medians`);
  for (const [index, { name }] of workloads.entries()) {
    const slots = rounds.flatMap((round) => round[index] ?? []);
    const ratios = rounds.map((round) => (round[index]?.cpuUs ?? Number.NaN) / (round[0]?.cpuUs ?? Number.NaN));
    say(
      `${name}: ${us(median(slots.map(({ cpuUs }) => cpuUs)))}, database ${us(median(slots.map(({ databaseUs }) => databaseUs)))}, ${median(slots.map(({ rate }) => rate)).toFixed(0)}/s; CPU ratio to bare ${medianWithInterval(ratios)}`,
    );
  }
}
