import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import { LeaseLostError } from "../journal/lease.ts";
import type { Action } from "../plan/action.ts";
import type { ApplyOptions, Collected } from "./apply.ts";
import { carryOut } from "./carry-out.ts";
import type { Effects, Overwritten } from "./effects.ts";

/** Does what is to be done for one bot, in order, and writes down whose it is. What fails is in the outcome. */
export async function applyToBot(
  effects: Effects,
  actions: readonly Action[],
  bot: DeclaredBot | undefined,
  record: BotRecord | undefined,
  { signal, onEvent }: Pick<ApplyOptions, "signal" | "onEvent">,
  outcome: Collected,
): Promise<void> {
  const failedTokens = new Set<string>();
  const overwritten: Overwritten = new Map();
  let botFailed = false;
  for (const action of actions) {
    const token = "token" in action ? action.token : undefined;
    const needed = [...(token === undefined ? [] : [token]), ...(action.kind === "close" ? (action.after ?? []) : [])];
    if (signal?.aborted || botFailed || needed.some((one) => failedTokens.has(one))) {
      outcome.left.push(action);
      continue;
    }
    try {
      const warnings = await carryOut(effects, action, bot, record, overwritten);
      outcome.done.push(action);
      for (const message of warnings) {
        const { target, account } = action;
        outcome.warnings.push({ target, account, ...(token !== undefined && { token }), message });
      }
      onEvent?.({ type: "done", action, warnings });
    } catch (error) {
      if (token === undefined || error instanceof LeaseLostError) botFailed = true;
      else failedTokens.add(token);
      outcome.failed.push({ action, error });
      onEvent?.({ type: "failed", action, error });
    }
  }
  if (bot && !botFailed && !signal?.aborted && !isRemembered(bot, record)) {
    await effects.journal.rememberBot(asRecord(bot));
  }
}

const asRecord = ({ target, account, set, onRemove }: DeclaredBot): BotRecord => ({ target, account, set, onRemove });

/** The manifest will not be there to ask once the bot is declared no more, so the journal keeps what it said. */
export function isRemembered(bot: DeclaredBot, record: BotRecord | undefined): boolean {
  if (!record || record.removedAt || record.set !== bot.set) return false;
  const { disable, deleteAfterMs } = record.onRemove;
  return disable === bot.onRemove.disable && deleteAfterMs === bot.onRemove.deleteAfterMs;
}
