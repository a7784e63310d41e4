import type { ApplyOptions, Outcome } from "../apply/apply.ts";
import { applyToBot } from "../apply/apply-to-bot.ts";
import type { Effects } from "../apply/effects.ts";
import { underLease } from "../apply/under-lease.ts";
import type { DeclaredBot } from "../fleet/fleet.ts";
import type { Lease, Leases } from "../journal/lease.ts";
import { planBot } from "../plan-bot.ts";
import type { Finding } from "./findings.ts";

type BotWork = {
  readonly target: string;
  readonly account: string;
  /** Asked once the lease is there, which may take a while. */
  readonly known: () => Known;
  readonly prune: boolean;
  readonly signal: AbortSignal;
  /** Told before anything is done for a bot that was taken over. */
  readonly onTakeover?: () => void;
  /** Told what was done as soon as it is: what comes after it may fail. */
  readonly onEvent?: NonNullable<ApplyOptions["onEvent"]>;
};

type Known = {
  /** Undefined: declared no more. */
  readonly bot: DeclaredBot | undefined;
  /** By a look of this process. */
  readonly found: Finding | undefined;
};

/** Another worker has the bot, and will have done what there is to do. */
export class BotBusyError extends Error {
  override readonly name = "BotBusyError";
}

/**
 * Makes one bot right: takes its lease, asks how it is now unless it is as it was found, and does what that calls for.
 * @throws BotBusyError when another worker has it; LeaseLostError when another worker took it over.
 */
export async function workOnBot(
  effects: Effects & { readonly leases: Leases },
  { target, account, known, prune, onTakeover, ...options }: BotWork,
): Promise<Outcome> {
  const { leases } = effects;
  const answer = await leases.acquire(target, account);
  if (!("lease" in answer)) throw new BotBusyError(`${account} is worked on by ${answer.heldBy}`);
  const { lease } = answer;
  if (lease.isTakeover) onTakeover?.();
  const under = underLease(effects, lease, leases.leaseMs);
  try {
    const outcome = { done: [], failed: [], left: [], warnings: [] };
    const { actions, bot, record } = await findOut(under.effects, lease, known(), prune);
    await applyToBot(under.effects, actions, bot, record, options, outcome);
    return outcome;
  } finally {
    await under.release();
  }
}

async function findOut(
  effects: Effects,
  lease: Lease,
  { bot, found }: Known,
  prune: boolean,
): Promise<Omit<Finding, "fence">> {
  if (found?.fence === lease.fence) return found;
  const { plan, remembered } = await planBot(effects, lease, bot, { prune });
  const isBlocked = plan.problems.length > 0;
  return { actions: plan.actions, bot: isBlocked ? undefined : bot, record: remembered.bots[0] };
}
