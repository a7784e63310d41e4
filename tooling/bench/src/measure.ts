import { cpuOf, cpuOfTree } from "./cpu.ts";
import { load, type Request } from "./load.ts";
import type { Program } from "./program.ts";

export const CONNECTIONS = 16;
/** A slot in which the server held less of its core was disturbed by something else. */
const HELD_MIN = 0.88;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What is asked of which server, and how a right answer is known. */
export type Workload = {
  readonly name: string;
  readonly program: Program;
  readonly next: () => Request;
  readonly isRight: (body: string) => boolean;
};

export type Slot = {
  readonly cpuUs: number;
  readonly databaseUs: number;
  readonly rate: number;
  readonly isDisturbed: boolean;
};

/**
 * Rounds in which each workload has one slot, in their order: A B C, A B C. The first round warms up and is thrown away; a round
 * with a disturbed slot is left out, unless all are disturbed.
 */
export async function measureInTurns(
  workloads: readonly Workload[],
  { rounds, slotMs, postmaster }: { rounds: number; slotMs: number; postmaster: number },
): Promise<Slot[][]> {
  const all: Slot[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const slots: Slot[] = [];
    for (const workload of workloads) slots.push(await measureSlot(workload, slotMs, postmaster));
    if (round === 0) continue;
    all.push(slots);
    const told = slots.map(
      ({ cpuUs, databaseUs }, index) => `${workloads[index]?.name} ${us(cpuUs)} + ${us(databaseUs)}`,
    );
    say(`round ${round}: ${told.join("; ")}${slots.some(({ isDisturbed }) => isDisturbed) ? " (disturbed)" : ""}`);
  }
  const kept = all.filter((slots) => slots.every(({ isDisturbed }) => !isDisturbed));
  say(
    `${all.length - kept.length} of ${all.length} rounds disturbed${kept.length > 0 ? " and left out" : ", all kept"}`,
  );
  return kept.length > 0 ? kept : all;
}

async function measureSlot({ program, next, isRight }: Workload, slotMs: number, postmaster: number): Promise<Slot> {
  const before = { server: cpuOf(program.pid) ?? 0, database: cpuOfTree(postmaster) ?? 0, at: performance.now() };
  const requests = await load({ port: program.port, connections: CONNECTIONS, milliseconds: slotMs }, next, isRight);
  const elapsedUs = (performance.now() - before.at) * 1_000;
  const serverUs = (cpuOf(program.pid) ?? 0) - before.server;
  return {
    cpuUs: serverUs / requests,
    databaseUs: ((cpuOfTree(postmaster) ?? 0) - before.database) / requests,
    rate: (requests / elapsedUs) * 1e6,
    isDisturbed: serverUs / elapsedUs < HELD_MIN,
  };
}

export const us = (value: number): string => `${value.toFixed(1)} us`;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median, and the interval that holds 95 of 100 medians of samples drawn from the values again; the seed is fixed. */
export function medianWithInterval(values: readonly number[]): string {
  let seed = 20_261_123;
  const draw = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return values[Math.floor((seed / 2 ** 32) * values.length)] ?? Number.NaN;
  };
  const medians = Array.from({ length: 2_000 }, () => median(values.map(draw))).sort((a, b) => a - b);
  return `${median(values).toFixed(2)} (95%: ${medians[50]?.toFixed(2)} to ${medians[1_949]?.toFixed(2)})`;
}
