import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import type { AccountChanges, ObservedAccount } from "../targets/target.ts";
import type { Action, Reason } from "./action.ts";

export type AccountPlan = { readonly actions: readonly Action[]; readonly problem?: string };

/** What must be done for the account itself, or why nobody may touch it. */
export function planAccount(
  bot: DeclaredBot,
  observed: ObservedAccount | undefined,
  record: BotRecord | undefined,
): AccountPlan {
  const key = { target: bot.target, account: bot.account };
  if (!observed) return { actions: [{ ...key, kind: "createAccount", bot, because: "account-missing" }] };

  const sameEmail = observed.email.toLowerCase() === bot.email.toLowerCase();
  // SECURITY: a name alone would let a slip in a manifest mint tokens for a person's account.
  if (!record && !sameEmail) {
    return {
      actions: [],
      problem: `the account exists with another e-mail address, so it may be somebody else's; declare that address, choose another name, or take it over with \`mintmark adopt\``,
    };
  }
  const wasRemoved = record?.removedAt !== undefined;
  if (observed.isLocked && !wasRemoved) {
    return {
      actions: [],
      problem: "the account is locked on the target; unlock it there, its tokens answer 403 until then",
    };
  }
  const changes: AccountChanges = {
    ...(!sameEmail && { email: bot.email }),
    ...(bot.fullName !== undefined && bot.fullName !== observed.fullName && { fullName: bot.fullName }),
    ...(observed.isLocked && { isLocked: false }),
  };
  const because: Reason = observed.isLocked ? "declared-again" : "account-differs";
  return { actions: Object.keys(changes).length > 0 ? [{ ...key, kind: "updateAccount", changes, because }] : [] };
}
