import type { GenerationRecord } from "../journal/journal.ts";
import type { ObservedToken } from "../targets/target.ts";
import type { Observed, Remembered } from "./plan.ts";

/** An old generation that somebody used since its successor was delivered. */
export type Straggler = { readonly generation: number; readonly lastUsedAt: Date };

/** Those of one token, of which `newest` is the latest generation. */
export function stragglersOf(
  older: readonly GenerationRecord[],
  newest: GenerationRecord | undefined,
  remote: readonly ObservedToken[],
): readonly Straggler[] {
  const since = newest?.deliveredAt;
  if (!since) return [];
  return older.flatMap(({ generation, remoteId }) => {
    const lastUsedAt = remote.find((one) => one.id === remoteId)?.lastUsedAt;
    return lastUsedAt && lastUsedAt > since ? [{ generation, lastUsedAt }] : [];
  });
}

/** How many tokens of a target have stragglers, and since when the successor of the longest overlap has been there. */
export function countStragglers(
  { generations }: Pick<Remembered, "generations">,
  { tokens }: Pick<Observed, "tokens">,
): { readonly count: number; readonly oldestSince?: Date } {
  const open = generations.filter(({ state }) => state !== "closed");
  const since: Date[] = [];
  for (const records of Map.groupBy(open, ({ account, token }) => `${account.toLowerCase()}/${token}`).values()) {
    const [newest, ...older] = records.toSorted((a, b) => b.generation - a.generation);
    if (!newest?.deliveredAt) continue;
    const stragglers = stragglersOf(older, newest, tokens.get(newest.account.toLowerCase()) ?? []);
    if (stragglers.length > 0) since.push(newest.deliveredAt);
  }
  const oldestSince = since.toSorted((a, b) => a.getTime() - b.getTime())[0];
  return { count: since.length, ...(oldestSince && { oldestSince }) };
}
