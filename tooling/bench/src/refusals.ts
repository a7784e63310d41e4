import { Agent } from "node:http";
import { exchange, type Request } from "./load.ts";
import { median, medianWithInterval, say } from "./measure.ts";
import type { Program } from "./program.ts";
import type { Workbench } from "./workbench.ts";

const ROUNDS = 60;
const WARM_UP = 20;

type Refusal = {
  readonly name: string;
  readonly program: Program;
  readonly request: Request;
  readonly status: number;
  /** What reliability.md allows for it, in milliseconds. */
  readonly most?: number;
};

/** How long bodies that mean harm occupy the server (IN-03, IN-16), one at a time, against bare node:http in turns with them. */
export async function measureRefusals({ authority, control, asAdmin }: Workbench): Promise<void> {
  const post = (path: string, body: string): Request => ({ method: "POST", path, headers: asAdmin, body });
  const tokens = "/api/v1/admin/users/root/tokens";
  const many = (entry: string) => Array.from({ length: 10_000 }, () => entry).join();
  const refused = { program: authority, status: 422 };
  const refusals: readonly Refusal[] = [
    { name: "bare node:http", program: control, request: { path: "/" }, status: 200 },
    { ...refused, name: "a token without a name", request: post(tokens, "{}") },
    { ...refused, name: "200,000 levels", request: post("/api/v1/user/avatar", "[".repeat(200_000)), most: 50 },
    {
      ...refused,
      name: "10,000 scopes",
      request: post(tokens, `{"name":"x","scopes":[${many('"all"')}]}`),
      most: 20,
    },
    {
      ...refused,
      name: "10,000 repositories",
      request: post(tokens, `{"name":"x","scopes":["read:repository"],"repositories":[${many("{}")}]}`),
      most: 20,
    },
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[][] = refusals.map(() => []);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [index, refusal] of refusals.entries()) {
      const milliseconds = await timeOf(agent, refusal);
      if (round >= 0) times[index]?.push(milliseconds);
    }
  }
  agent.destroy();

  for (const [index, { name, most }] of refusals.entries()) {
    const own = times[index] ?? [];
    const ratios = own.map((time, round) => time / (times[0]?.[round] ?? Number.NaN));
    const bound = most === undefined ? "" : `, ${own.filter((time) => time > most).length} above ${most} ms`;
    say(`${name}: median ${median(own).toFixed(2)} ms${bound}; ratio to bare ${medianWithInterval(ratios)}`);
  }
}

/** @throws Error for another status than the one that is expected: a fast wrong answer is no result. */
async function timeOf(agent: Agent, { program, request, status }: Refusal): Promise<number> {
  const start = performance.now();
  const answer = await exchange(agent, program.port, request);
  if (answer.status !== status) throw new Error(`${request.path} answered ${answer.status}: ${answer.body}`);
  return performance.now() - start;
}
