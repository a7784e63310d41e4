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
  remembered: Remembered,
  journal: Pick<Journal, "listGenerations">,
): Promise<Observed> {
  const tokens = new Map(observed.tokens);
  for (const [account, known] of Map.groupBy(remembered.generations, (record) => record.account)) {
    const remote = observed.tokens.get(account) ?? [];
    const isSuspect = [...Map.groupBy(known, (record) => record.token)].some(([token, records]) =>
      newestUnknown({ records, remote: generationsOf(remote, token) }),
    );
    const target = known[0]?.target;
    if (!isSuspect || target === undefined) continue;
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
