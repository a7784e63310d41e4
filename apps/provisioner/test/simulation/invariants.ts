import type { DeclaredBot } from "../../src/fleet/fleet.ts";
import { sinkKey } from "../../src/sinks/sink.ts";
import { leaseMs, type Simulation } from "./world.ts";

export const foreignId = 9_000_000;

/** What must hold after every effect. Bots in `harmed` had something done to them that no worker can prevent. */
export function watchInvariants(
  { watch, server, journal, held, isLate }: Simulation,
  bots: () => readonly DeclaredBot[],
  harmed: ReadonlySet<string>,
): void {
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  watch(() => {
    for (const bot of bots()) {
      const ofBot = server.tokens().filter((token) => token.account === bot.account && token.id < foreignId);
      must(
        server.tokens().some((token) => token.id >= foreignId),
        "a token outside the fleet's names was touched",
      );
      if (harmed.has(bot.account)) continue;
      // A value that died with the request of a killed worker is in nobody's hands; the next pass deletes it.
      const known = ofBot.filter(({ id }) => !isLate(id));
      must(known.length <= 2 * bot.tokens.length, `${bot.account}: ${known.length} generations are alive`);
      for (const sink of bot.tokens.flatMap((token) => token.sinks)) {
        const value = held.get(sinkKey(sink));
        must(value === undefined || server.isLive(value), `${sinkKey(sink)} holds a dead token`);
      }
    }
    must(journal.sealedCopies() <= journal.unfinished(), "a sealed copy outside of steps 3 to 6");
  });
}

/** A person's own token on an account of the fleet. */
export function addForeignToken({ server }: Simulation, account: string, createdAt: Date): void {
  const lastEight = "foreign1";
  const plaintext = "a-person's-own-foreign1";
  server.edit((tokens) => [
    ...tokens,
    { id: foreignId, account, name: "main.gx", lastEight, plaintext, scopes: ["all"], createdAt },
  ]);
}

const dayMs = 86_400_000;

/** Runs until nothing is left to do, as long as overlaps and takeovers may take, and says what is not as it must be. */
export async function settle(simulation: Simulation, bots: readonly DeclaredBot[]): Promise<void> {
  await simulation.wait(0);
  for (let round = 0; round < 16; round += 1) {
    await simulation.run(bots, "worker");
    const { actions, notices } = await simulation.planNow(bots);
    if (actions.length + notices.length === 0) return;
    await simulation.wait(round % 2 === 0 ? leaseMs + 1 : dayMs);
  }
}

export async function checkQuiet(simulation: Simulation, bots: readonly DeclaredBot[]): Promise<void> {
  const { server, journal, held } = simulation;
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(`after quiescence: ${what}`);
  };
  const { actions } = await simulation.planNow(bots);
  must(
    actions.length === 0,
    `there is still to do: ${actions.map(({ kind, because }) => `${kind} (${because})`).join(", ")}`,
  );
  must(journal.sealedCopies() === 0, "something is sealed");
  for (const bot of bots) {
    for (const token of bot.tokens) {
      const living = server
        .tokens()
        .filter(
          ({ account, name }) => account === bot.account && name.startsWith(`${token.name}.g`) && /\.g\d+$/.test(name),
        );
      must(living.length === 1, `${living.length} generations of ${bot.account}/${token.name} are alive`);
      for (const sink of token.sinks)
        must(held.get(sinkKey(sink)) === living[0]?.plaintext, `${sinkKey(sink)} holds another`);
    }
  }
  const requests = server.requests.length;
  const writes = journal.writes();
  await simulation.run(bots, "worker");
  must(journal.writes() === writes, "a second run writes to the journal");
  must(server.requests.length - requests <= 1 + bots.length, "a second run asks too much");
}
