import { type Countdown, countdown } from "../countdown.ts";
import type { DeclaredBot, Fleet } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import { nextFence } from "../journal/lease.ts";
import type { Action } from "../plan/action.ts";
import { isRemoval } from "../plan/guardrail.ts";
import type { Session } from "../session.ts";
import type { BotJob } from "./queue.ts";

/** What a look found due on a bot. */
export type Finding = {
  readonly actions: readonly Action[];
  /** Undefined: declared no more. */
  readonly bot: DeclaredBot | undefined;
  readonly record: BotRecord | undefined;
  /** Of the bot's next holder if nobody works on it from the look on; undefined: somebody did already. */
  readonly fence: number | undefined;
};

type Look = Pick<Session, "plan" | "bots" | "remembered" | "leases"> & {
  readonly due: readonly BotJob[];
  readonly fleet: Fleet | undefined;
  /** How long nobody need look again. */
  readonly forMs: number;
};

/** What this process found when it last looked, so that a bot on which nobody worked since is not asked about again. */
export type Findings = {
  readonly keep: (look: Look) => void;
  /** Told once. Undefined: nothing was found, another manifest is in force now, or it is time to look again. */
  readonly take: (account: string, fleet: Fleet | undefined) => Finding | undefined;
};

export function openFindings(begin: (ms: number) => Countdown = countdown): Findings {
  let found: { fleet: Fleet | undefined; leftMs: Countdown; ofBots: Map<string, Finding> } | undefined;
  return {
    keep({ plan, bots, remembered, leases, due, fleet, forMs }) {
      const actionsOf = Map.groupBy(plan.actions, (action) => action.account);
      const declared = new Map(bots.map((bot) => [bot.account.toLowerCase(), bot]));
      const records = new Map(remembered.bots.map((record) => [record.account, record]));
      const ofBots = due.map(({ account: name, mayRemove }): [string, Finding] => {
        const account = name.toLowerCase();
        const actions = (actionsOf.get(name) ?? []).filter((action) => mayRemove || !isRemoval(action));
        const fence = nextFence(leases.get(account));
        return [account, { actions, bot: declared.get(account), record: records.get(account), fence }];
      });
      found = { fleet, leftMs: begin(forMs), ofBots: new Map(ofBots) };
    },
    take(name, fleet) {
      if (found && (found.fleet !== fleet || found.leftMs() <= 0)) found = undefined;
      const account = name.toLowerCase();
      const finding = found?.ofBots.get(account);
      found?.ofBots.delete(account);
      return finding;
    },
  };
}
