import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import type { Action } from "../plan/action.ts";
import { close } from "./close.ts";
import type { Effects, Overwritten } from "./effects.ts";
import { deliver, issue } from "./issue.ts";

/** Does one action. Every action may be done again after a crash. Returns warnings. */
export async function carryOut(
  effects: Effects,
  action: Action,
  bot: DeclaredBot | undefined,
  record: BotRecord | undefined,
  overwritten: Overwritten,
): Promise<string[]> {
  const { target, journal } = effects;
  switch (action.kind) {
    case "createAccount": {
      const { account: name, email, fullName } = action.bot;
      await target.createAccount({ name, email, ...(fullName !== undefined && { fullName }) });
      return [];
    }
    case "updateAccount":
      await target.updateAccount(action.account, action.changes);
      return [];
    case "issue":
      return issue(effects, action, overwritten);
    case "deliver":
      return deliver(effects, action, overwritten);
    case "adopt": {
      const { kind: _kind, because: _because, ...adoption } = action;
      await journal.recordAdopted(adoption);
      return [];
    }
    case "close":
      await close(
        effects,
        action,
        bot?.tokens.find(({ name }) => name === action.token),
        overwritten,
      );
      return [];
    case "disableAccount":
      await target.updateAccount(action.account, { isLocked: true });
      if (record) await journal.rememberBot({ ...record, removedAt: effects.now() });
      return [];
    case "deleteAccount":
      await target.deleteAccount(action.account);
      await journal.forgetBot(action.target, action.account);
      return [];
    case "forgetBot":
      await journal.forgetBot(action.target, action.account);
      return [];
  }
}
