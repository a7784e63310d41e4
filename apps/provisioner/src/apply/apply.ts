import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import { type LeaseState, type Leases, nextFence } from "../journal/lease.ts";
import { messageOf } from "../output/outcome.ts";
import { inParallel } from "../parallel.ts";
import type { Action, Notice, Plan } from "../plan/action.ts";
import type { Remembered } from "../plan/plan.ts";
import type { Demand } from "../plan/token-view.ts";
import { planBot } from "../plan-bot.ts";
import { applyToBot, isRemembered } from "./apply-to-bot.ts";
import { stillApproved } from "./approved.ts";
import type { Effects } from "./effects.ts";
import { metMeanwhile } from "./met-demands.ts";
import { needsFilesAlone } from "./together.ts";
import { underLease } from "./under-lease.ts";
import { waitForLease } from "./wait-for-lease.ts";

export type ApplyEvent =
  | { readonly type: "done"; readonly action: Action; readonly warnings: readonly string[] }
  | { readonly type: "failed"; readonly action: Action; readonly error: unknown };

export type Outcome = {
  readonly done: readonly Action[];
  readonly failed: readonly { readonly action: Action; readonly error: unknown }[];
  /** Not begun, because something before them failed, the run was stopped, or another worker changed what they are about. */
  readonly left: readonly Action[];
  readonly warnings: readonly Notice[];
};

export type ApplyOptions = {
  /** Bots worked on at the same time. */
  readonly concurrency: number;
  /** The same for those for which programs and other servers do nothing. Unset: as many as of the others. */
  readonly concurrencyTogether?: number;
  /** Stops the run between two actions; what was begun is finished. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: ApplyEvent) => void;
};

/** What a plan was made from. */
export type Planned = {
  readonly plan: Plan;
  readonly bots: readonly DeclaredBot[];
  readonly remembered: readonly BotRecord[];
  /** As they were before anything else was asked. */
  readonly leases: ReadonlyMap<string, LeaseState>;
  readonly prune: boolean;
  readonly demands?: ReadonlyMap<string, Demand> | undefined;
  /** What may be done for a bot that another worker changed meanwhile. Unset: what the plan has already. */
  readonly approves?: (action: Action) => boolean;
};

/**
 * Carries a plan out, one bot after the other as far as its own actions go, several bots at a time, each under its lease.
 * A failure ends the work on that token (of an account's action: on that bot) and nothing else.
 */
export async function apply(
  effects: Effects & { readonly leases: Leases },
  { plan: { actions, problems }, bots, remembered, leases, ...rest }: Planned,
  options: ApplyOptions,
): Promise<Outcome> {
  const { signal, leases: given } = stopWithout(effects.leases, options.signal);
  const outcome: Collected = { done: [], failed: [], left: [], warnings: [] };
  const blocked = new Set(problems.map((problem) => problem.account));
  const declared = new Map(bots.filter((bot) => !blocked.has(bot.account)).map((bot) => [bot.account, bot]));
  const records = new Map(remembered.map((record) => [record.account, record]));
  const work = Map.groupBy(actions, (action) => action.account);
  const accounts = new Set([...work.keys(), ...declared.keys()]);

  const workOn = async (account: string): Promise<void> => {
    const bot = declared.get(account);
    const record = records.get(account.toLowerCase());
    const own = work.get(account) ?? [];
    // What is approved of besides may be on its way elsewhere, or planned: whoever has the bot next looks at it anew.
    if (own.length === 0 && !rest.approves && (!bot || isRemembered(bot, record))) return;
    const target = own[0]?.target ?? bot?.target ?? "";
    const fence = nextFence(leases.get(account.toLowerCase()));
    const one = { target, account, actions: own, bot, record, fence, ...rest };
    await applyUnderLease({ ...effects, leases: given }, one, { ...options, signal }, outcome);
  };
  const { concurrency, concurrencyTogether = concurrency } = options;
  const isQuick = (account: string): boolean =>
    concurrencyTogether > concurrency && needsFilesAlone(declared.get(account));
  const { true: quick = [], false: others = [] } = Object.groupBy(accounts, (account) => `${isQuick(account)}`);
  await Promise.all([inParallel(quick, concurrencyTogether, workOn), inParallel(others, concurrency, workOn)]);
  return outcome;
}

const failuresMax = 3;

/** The same leases; a database that fails to give several in a row is gone, and nobody else is made to wait for it. */
function stopWithout(leases: Leases, asked: AbortSignal | undefined) {
  const gone = new AbortController();
  let failures = 0;
  const acquire: Leases["acquire"] = async (...of) => {
    const before = failures;
    try {
      const answer = await leases.acquire(...of);
      failures = 0;
      return answer;
    } catch (error) {
      // Those who asked together share a statement, and fail together.
      failures = Math.max(failures, before + 1);
      if (failures === failuresMax) gone.abort();
      throw error;
    }
  };
  return { signal: AbortSignal.any([gone.signal, ...(asked ? [asked] : [])]), leases: { ...leases, acquire } };
}

export type Collected = {
  done: Action[];
  failed: { action: Action; error: unknown }[];
  left: Action[];
  warnings: Notice[];
};

type Work = {
  readonly target: string;
  readonly account: string;
  readonly actions: readonly Action[];
  readonly bot: DeclaredBot | undefined;
  readonly record: BotRecord | undefined;
  readonly fence: number | undefined;
} & Pick<Planned, "prune" | "demands" | "approves">;

/** What fails beside the actions themselves ends the work on this bot, and on no other. */
async function applyUnderLease(
  effects: Effects & { readonly leases: Leases },
  work: Work,
  options: ApplyOptions,
  outcome: Collected,
): Promise<void> {
  const own: Collected = { done: [], failed: [], left: [], warnings: [] };
  const { target, account, actions } = work;
  const [first, ...others] = actions;
  try {
    await workUnderLease(effects, work, options, own);
  } catch (error) {
    const isTold = own.done.length + own.failed.length + own.left.length > 0;
    if (first && !isTold) {
      own.failed.push({ action: first, error });
      own.left.push(...others);
    } else {
      const what = isTold ? "whose the bot is was not written down" : notLookedAt;
      own.warnings.push({ target, account, message: `${what}: ${messageOf(error)}`, isUnmet: true });
    }
  }
  outcome.done.push(...own.done);
  outcome.failed.push(...own.failed);
  outcome.left.push(...own.left);
  outcome.warnings.push(...own.warnings);
}

const notLookedAt = "what others do for the bot was not looked at; say it again";

async function workUnderLease(
  effects: Effects & { readonly leases: Leases },
  { target, account, actions, bot, record, fence, prune, demands, approves }: Work,
  options: ApplyOptions,
  outcome: Collected,
): Promise<void> {
  const { leases } = effects;
  const lease = await waitForLease(leases, { target, account }, effects.pause, options.signal);
  if (!lease) {
    outcome.left.push(...actions);
    if (approves && actions.length === 0)
      outcome.warnings.push({ target, account, message: notLookedAt, isUnmet: true });
    return;
  }
  const under = underLease(effects, lease, leases.leaseMs);
  try {
    if (lease.fence === fence) return await applyToBot(under.effects, actions, bot, record, options, outcome);
    const demandsAfter =
      demands &&
      (({ generations }: Remembered) => {
        const { demands: left, met } = metMeanwhile(demands, actions, generations);
        outcome.warnings.push(...met);
        return left;
      });
    const { plan, remembered } = await planBot(under.effects, lease, bot, {
      prune,
      ...(demandsAfter && { demandsAfter }),
    });
    const { still, gone } = stillApproved(plan.actions, actions, approves);
    outcome.left.push(...gone);
    await applyToBot(under.effects, still, bot, remembered.bots[0], options, outcome);
  } finally {
    await under.release();
  }
}
