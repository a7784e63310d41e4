import type { BotKey, BotRecord, GenerationRecord } from "../journal/journal.ts";
import type { ObservedAccount, ObservedToken } from "../targets/target.ts";
import type { Action, Close } from "./action.ts";
import { newestUnknown } from "./strangers.ts";
import { generationName, generationOf, generationsOf } from "./token-view.ts";

/** Ends every generation of the tokens that the journal knows and the manifest does not, and nothing that another provisioner made. */
export function planTokenRemoval(
  bot: BotKey,
  records: readonly GenerationRecord[],
  remote: readonly ObservedToken[],
): readonly Close[] {
  const closings = new Map<string, Close>();
  const known = new Map<string, number>();
  for (const { token, generation } of records) known.set(token, Math.max(generation, known.get(token) ?? 0));
  for (const record of records) {
    const common = { ...bot, token: record.token, kind: "close", because: "removed" } as const;
    for (const token of remote) {
      const generation = generationOf(token.name, record.token);
      if (generation !== undefined && generation <= (known.get(record.token) ?? 0))
        closings.set(`${token.id}`, { ...common, generation, remoteId: token.id });
    }
    const isThere = remote.some((token) => generationOf(token.name, record.token) === record.generation);
    if (record.state !== "closed" && !isThere) {
      closings.set(`${record.token}.${record.generation}`, { ...common, generation: record.generation });
    }
  }
  return [...closings.values()];
}

/** What `onRemove` of a bot's last declaration asks for; its tokens end first, in any case. */
export function planBotRemoval(
  bot: BotRecord,
  records: readonly GenerationRecord[],
  observed: ObservedAccount | undefined,
  remote: readonly ObservedToken[],
  now: Date,
): readonly Action[] {
  const key = { target: bot.target, account: bot.account };
  const { disable, deleteAfterMs } = bot.onRemove;
  const tokens = planTokenRemoval(key, records, remote);
  if (!observed) return [...tokens, { ...key, kind: "forgetBot", because: "removed" }];
  const removedForMs = bot.removedAt ? now.getTime() - bot.removedAt.getTime() : 0;
  if (bot.removedAt && deleteAfterMs !== undefined && removedForMs >= deleteAfterMs) {
    return [...tokens, { ...key, kind: "deleteAccount", because: "removed-long-ago" }];
  }
  if (bot.removedAt) return tokens;
  const stays = disable || deleteAfterMs !== undefined;
  return [...tokens, { ...key, kind: stays ? "disableAccount" : "forgetBot", because: "removed" }];
}

/** Why a bot that is declared no more may not lose its account: somebody else works with it. */
export function handedOver(records: readonly GenerationRecord[], remote: readonly ObservedToken[]): string | undefined {
  for (const [token, own] of Map.groupBy(records, (record) => record.token)) {
    const stranger = newestUnknown({ records: own, remote: generationsOf(remote, token) });
    if (stranger)
      return `${generationName(token, stranger.generation)} exists and this journal did not make it, so another provisioner may own this bot, which is declared no more here; delete that token if nobody needs it, and the bot is removed`;
  }
  return undefined;
}
