import type { DeclaredBot } from "./fleet/fleet.ts";
import { inParallel } from "./parallel.ts";
import type { Observed } from "./plan/plan.ts";
import { type OpenSink, readSink } from "./sinks/open.ts";
import { type SinkReading, sinkKey } from "./sinks/sink.ts";
import type { ObservedAccount, ObservedToken, Target } from "./targets/target.ts";

/**
 * Asks the target and the sinks. `accounts` are those whose tokens are wanted: the declared ones, and those the journal
 * knows. An account that does not exist has no tokens, which costs no request.
 */
export async function observe(
  target: Target,
  openSink: OpenSink,
  bots: readonly DeclaredBot[],
  accounts: readonly string[],
  concurrency: number,
  /** Told how many accounts and sinks of all are known, the last time of all of them, also where the look failed. */
  tell: (done: number, total: number) => void = () => {},
): Promise<Observed> {
  const readings = new Map<string, SinkReading>();
  const sinks = bots.flatMap((bot) => bot.tokens).flatMap((token) => token.sinks);
  const total = accounts.length + sinks.length;
  let done = 0;
  let isOver = false;
  const count = (): void => {
    done += 1;
    if (!isOver && done < total) tell(done, total);
  };
  try {
    const [{ existing, tokens }] = await Promise.all([
      askTarget(target, accounts, concurrency, count),
      inParallel(sinks, concurrency, async (sink) => {
        readings.set(sinkKey(sink), await readSink(openSink(sink, target)));
        count();
      }),
    ]);
    return { accounts: existing, tokens, readings };
  } finally {
    // What failed leaves other questions under way.
    isOver = true;
    tell(total, total);
  }
}

async function askTarget(target: Target, accounts: readonly string[], concurrency: number, count: () => void) {
  const tokens = new Map<string, readonly ObservedToken[]>();
  const states = await target.readState?.(accounts);
  if (states) {
    const existing = new Map<string, ObservedAccount>();
    for (const [name, state] of states) {
      existing.set(name, state.account);
      tokens.set(name, state.tokens);
    }
    for (const _ of accounts) count();
    return { existing, tokens };
  }
  const existing = await target.listAccounts(accounts);
  await inParallel([...existing.values()], concurrency, async ({ name }) => {
    tokens.set(name.toLowerCase(), (await target.listTokens(name)) ?? []);
    count();
  });
  return { existing, tokens };
}
