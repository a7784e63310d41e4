import type { DeclaredBot, DeclaredSink, Overlap } from "../../src/fleet/fleet.ts";
import { sinkKey } from "../../src/sinks/sink.ts";
import { aBot, aToken, dayMs } from "../declared.ts";
import { plaintextOf } from "../model-target.ts";
import { type Random, seeded } from "../seeded.ts";
import { addForeignToken, checkQuiet, settle, watchInvariants } from "./invariants.ts";
import type { Strike } from "./strikes.ts";
import { aSimulation, leaseMs, type Simulation } from "./world.ts";

/** So many effects before a violation tell how it came about. */
const toldMax = 60;

export type Simulated = { readonly seed: number; readonly acts: readonly string[]; readonly violation?: string };

const accounts = ["bot-one", "bot-two"] as const;
const scopes = [["write:repository"], ["read:repository"], ["read:user"]] as const;
const overlaps = [
  undefined,
  { atLeastMs: 0, atMostMs: dayMs },
  { atLeastMs: 3_600_000, atMostMs: 2 * dayMs, closeWhenOldIdleForMs: 3_600_000 },
] as const satisfies readonly (Overlap | undefined)[];

const limits = [undefined, ["acme/app"], ["acme/app", "Acme/lib"]] as const;

const sinksOf = (account: string): readonly [DeclaredSink, ...DeclaredSink[]] => [
  { kind: "file", path: `/secrets/${account}` },
  { kind: "dotenv", path: "/secrets/.env", key: account },
];

/** Nobody can read it, so nobody notices when somebody else changes it. */
const writeOnly = (account: string): DeclaredSink => ({
  kind: "actionsSecret",
  target: "forge",
  of: { repository: "acme/app" },
  name: account,
});

type State = {
  readonly simulation: Simulation;
  readonly random: Random;
  readonly harmed: Set<string>;
  readonly acts: string[];
  bots: readonly DeclaredBot[];
  backups: (() => void)[];
};

/** A few days of a small fleet in which everything goes wrong that a seed can think of, and then nothing any more. */
export async function simulate(seed: number): Promise<Simulated> {
  const random = seeded(seed);
  const simulation = aSimulation({ showsMore: random.chance(0.5), random });
  const state: State = {
    simulation,
    random,
    harmed: new Set(),
    acts: [],
    bots: accounts.map((name) => declare(name, random)),
    backups: [],
  };
  await simulation.run(state.bots);
  addForeignToken(simulation, "bot-one", new Date(0));
  watchInvariants(simulation, () => state.bots, state.harmed);
  try {
    for (let round = 3 + random.whole(8); round > 0; round -= 1) {
      await act(state);
      heal(state);
      if (simulation.violation()) break;
    }
    const broken = simulation.violation();
    if (broken) throw broken;
    state.simulation.broken.clear();
    await settle(simulation, state.bots);
    await checkQuiet(simulation, state.bots);
    const late = simulation.violation();
    return late ? failed(seed, state, late) : { seed, acts: state.acts };
  } catch (error) {
    return failed(seed, state, error);
  }
}

const failed = (seed: number, { acts, simulation }: State, error: unknown): Simulated => ({
  seed,
  acts: [...acts, ...simulation.log.slice(-toldMax)],
  violation: error instanceof Error ? error.message : String(error),
});

function declare(account: string, random: Random): DeclaredBot {
  const overlap = random.pick(overlaps);
  const sinks = [...sinksOf(account), ...(account === "bot-two" ? [writeOnly(account)] : [])];
  const repositories = random.pick(limits);
  const limit = repositories && { repositories };
  const token = aToken({ scopes: random.pick(scopes), sinks, ...limit, ...(overlap && { overlap }) });
  return aBot({ account, email: `${account}@bots.example.org`, tokens: [token] });
}

/** A bot whose sinks all hold living tokens, of which at most two live, is whole again. */
function heal({ simulation, harmed, bots }: State): void {
  const { server, held } = simulation;
  for (const bot of bots) {
    const places = bot.tokens.flatMap((token) => token.sinks).map(sinkKey);
    const living = server.tokens().filter((token) => token.account === bot.account && /^main\.g\d+$/.test(token.name));
    const isWhole = places.every((place) => server.isLive(held.get(place)));
    if (isWhole && living.length <= 1) harmed.delete(bot.account);
  }
}

const acting: readonly [weight: number, name: string, act: (state: State) => unknown][] = [
  [4, "a run", ({ simulation, bots }) => simulation.run(bots)],
  [8, "a run with faults", (state) => state.simulation.run(state.bots, "worker", { strikes: strikesOf(state.random) })],
  [5, "two workers", twoWorkers],
  [5, "an edit", edit],
  [
    4,
    "time",
    ({ simulation, random }) => simulation.wait(random.pick([1000, leaseMs + 1, 3_600_000, dayMs, 3 * dayMs])),
  ],
  [
    2,
    "a clock that jumps",
    ({ simulation, random }) => simulation.jump(random.pick([-dayMs, -600_000, 600_000, dayMs])),
  ],
  [3, "a sink that is down or up", breakSink],
  [1, "a sink that lost what it held", (state) => state.simulation.held.delete(randomPlace(harm(state), state))],
  [
    1,
    "a sink that was overwritten",
    (state) => state.simulation.held.set(randomPlace(harm(state), state), "something-else"),
  ],
  [2, "a bot that is shut out of a repository, or let in again", shutOut],
  [1, "a token regenerated by hand", regenerate],
  [1, "tokens revoked by hand", revoke],
  [1, "a key that is lost", loseKey],
  [1, "a journal that is lost", wipeJournal],
  [1, "a backup of both", backUp],
  [1, "a restored server", (state) => restore(state)],
];

async function act(state: State): Promise<void> {
  const total = acting.reduce((sum, [weight]) => sum + weight, 0);
  let left = state.random.whole(total);
  for (const [weight, name, run] of acting) {
    left -= weight;
    if (left >= 0) continue;
    state.acts.push(name);
    await run(state);
    return;
  }
}

const strikesOf = (random: Random): Strike[] =>
  Array.from({ length: 1 + random.whole(3) }, () => {
    let at = random.whole(16);
    const outcome = { happens: random.chance(0.5), survives: random.chance(0.5), landsAfter: random.whole(20) };
    return { ...outcome, hits: () => at-- === 0 };
  });

async function twoWorkers({ simulation, random, bots }: State): Promise<void> {
  const maybe = <Value>(value: Value): Value | undefined => (random.chance(0.5) ? value : undefined);
  const stall = maybe({ at: random.whole(16), ms: random.pick([1000, leaseMs / 2, leaseMs + 1]) });
  const losesSessionAt = maybe(random.whole(16));
  await Promise.all([
    simulation.run(bots, "worker", {
      strikes: maybe(strikesOf(random)) ?? [],
      ...(stall && { stall }),
      ...(losesSessionAt !== undefined && { losesSessionAt }),
    }),
    simulation.run(bots, "other", { strikes: maybe(strikesOf(random)) ?? [] }),
  ]);
}

function edit(state: State): void {
  const account = state.random.pick(accounts);
  state.bots = state.bots.map((bot) => (bot.account === account ? declare(account, state.random) : bot));
}

function breakSink({ simulation: { broken }, random }: State): void {
  const account = random.pick(accounts);
  const place = sinkKey(random.pick([...sinksOf(account), writeOnly(account)]));
  if (!broken.delete(place)) broken.add(place);
}

function shutOut({ simulation: { server }, random }: State): void {
  const pair = `${random.pick(accounts)} ${random.pick(["acme/app", "Acme/lib"])}`;
  if (!server.unreachable.delete(pair)) server.unreachable.add(pair);
}

/** Something is done to a bot's consumers that no worker can prevent; whether it heals is what is asked. */
function harm({ random, harmed }: State): string {
  const account = random.pick(accounts);
  harmed.add(account);
  return account;
}

const randomPlace = (account: string, { random }: State): string => sinkKey(random.pick(sinksOf(account)));

function regenerate(state: State): void {
  const account = harm(state);
  const plaintext = plaintextOf(1_000_000 + state.random.whole(1_000_000));
  state.simulation.server.edit((tokens) =>
    tokens.map((token) =>
      token.account === account && /^main\.g\d+$/.test(token.name)
        ? { ...token, plaintext, lastEight: plaintext.slice(-8) }
        : token,
    ),
  );
}

function revoke(state: State): void {
  const account = harm(state);
  state.simulation.server.edit((tokens) =>
    tokens.filter((token) => token.account !== account || token.name === "main.gx"),
  );
}

/** What lies sealed cannot be delivered any more, and its sinks may hold it beside those that hold the one before. */
function loseKey(state: State): void {
  for (const account of accounts) state.harmed.add(account);
  state.simulation.journal.loseKey();
}

/** Nobody can tell then what is current. */
async function wipeJournal(state: State): Promise<void> {
  // What was on its way reached the journal that is gone.
  await state.simulation.wait(0);
  for (const account of accounts) state.harmed.add(account);
  state.simulation.journal.wipe();
}

function backUp({ simulation, backups }: State): void {
  backups.push(simulation.server.backup());
}

/** Tokens that were made since are gone, those that were deleted are back, and ids will be given again. */
function restore(state: State): void {
  const putBack = state.backups.at(-1);
  if (!putBack) return;
  for (const account of accounts) state.harmed.add(account);
  putBack();
}
