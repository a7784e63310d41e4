import type { DeclaredBot } from "./fleet/fleet.ts";
import type { Journal } from "./journal/journal.ts";
import type { Observed, Remembered } from "./plan/plan.ts";
import { newestUnknown } from "./plan/strangers.ts";
import { generationName, generationsOf } from "./plan/token-view.ts";

/**
 * What a target showed, without what other workers of this journal made after `remembered` was read: it would look like
 * a stranger's.
 */
export async function leaveOutNews(
  observed: Observed,
  bots: readonly DeclaredBot[],
  remembered: Remembered,
  journal: Pick<Journal, "listGenerations">,
): Promise<Observed> {
  const recordsOf = Map.groupBy(remembered.generations, ({ account }) => account);
  const tokens = new Map(observed.tokens);
  for (const { target, tokens: declared, account: name } of bots) {
    const account = name.toLowerCase();
    const remote = observed.tokens.get(account) ?? [];
    const known = recordsOf.get(account) ?? [];
    const isSuspect = declared.some(({ name: token }) => {
      const records = known.filter((record) => record.token === token);
      return records.length > 0 && newestUnknown({ records, remote: generationsOf(remote, token) });
    });
    if (!isSuspect) continue;
    const old = new Set(known.map(nameOf));
    const all = (await journal.listGenerations(target, account)).map(nameOf);
    const news = new Set(all.filter((one) => !old.has(one)));
    tokens.set(
      account,
      remote.filter((one) => !news.has(one.name)),
    );
  }
  return { ...observed, tokens };
}

const nameOf = ({ token, generation }: { readonly token: string; readonly generation: number }): string =>
  generationName(token, generation);
