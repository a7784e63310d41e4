import type { BotKey, BotRecord, GenerationRecord } from "../journal/journal.ts";
import type { ObservedAccount, ObservedToken } from "../targets/target.ts";
import type { Action, Close } from "./action.ts";
import { generationOf } from "./token-view.ts";

/** Ends every generation of the tokens that the journal knows and the manifest does not. */
export function planTokenRemoval(
  bot: BotKey,
  records: readonly GenerationRecord[],
  remote: readonly ObservedToken[],
): readonly Close[] {
  const closings = new Map<string, Close>();
  for (const record of records) {
    const common = { ...bot, token: record.token, kind: "close", because: "removed" } as const;
    for (const token of remote) {
      const generation = generationOf(token.name, record.token);
      if (generation !== undefined) closings.set(`${token.id}`, { ...common, generation, remoteId: token.id });
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
