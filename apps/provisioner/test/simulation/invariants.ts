import type { DeclaredBot } from "../../src/fleet/fleet.ts";
import type { Notice } from "../../src/plan/action.ts";
import { repositoriesOf } from "../../src/plan/repository-access.ts";
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
    // Who is shut out of a repository stays so until a person does something.
    if (actions.length + notices.filter((notice) => !isAccessLost(notice)).length === 0) return;
    await simulation.wait(round % 2 === 0 ? leaseMs + 1 : dayMs);
  }
}

const isAccessLost = ({ message }: Notice): boolean => message.startsWith("repository access lost: ");

/** A day later it is known who is shut out of a repository; and a day after all are let in again, that nobody is. */
async function checkAccess(simulation: Simulation, bots: readonly DeclaredBot[]): Promise<void> {
  const { unreachable } = simulation.server;
  const told = async (): Promise<string[]> => {
    await simulation.wait(dayMs);
    await simulation.run(bots, "worker");
    const { notices } = await simulation.planNow(bots);
    return notices.filter(isAccessLost).map(({ account, message }) => `${account} ${message.split(/[:;] /)[1]}`);
  };
  const expected = bots.flatMap((bot) => {
    const lost = repositoriesOf(bot).filter((one) => unreachable.has(`${bot.account} ${one}`));
    return lost.length > 0 ? [`${bot.account} ${lost.join(", ")}`] : [];
  });
  const found = await told();
  if (found.join() !== expected.join()) throw new Error(`lost access: ${expected.join()}; told: ${found.join()}`);
  unreachable.clear();
  const left = await told();
  if (left.length > 0) throw new Error(`access is back, and told to be lost: ${left.join()}`);
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
  await checkAccess(simulation, bots);
}
