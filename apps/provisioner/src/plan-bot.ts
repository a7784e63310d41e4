import type { Effects } from "./apply/effects.ts";
import type { DeclaredBot } from "./fleet/fleet.ts";
import type { Lease, LeaseState, Takeover } from "./journal/lease.ts";
import { observe } from "./observe.ts";
import type { Plan } from "./plan/action.ts";
import { plan, type Remembered } from "./plan/plan.ts";
import type { Demand } from "./plan/token-view.ts";
import { remember } from "./remember.ts";

type PlanBotOptions = {
  readonly prune: boolean;
  /** What a person asked for, by `demandKey`, and is still to be done after what the journal tells. */
  readonly demandsAfter?: (remembered: Remembered) => ReadonlyMap<string, Demand>;
};

export type BotPlan = { readonly plan: Plan; readonly remembered: Remembered };

/** Asks again how one bot is, now that nobody else works on it, and plans for it alone. */
export async function planBot(
  effects: Effects,
  lease: Lease,
  bot: DeclaredBot | undefined,
  { prune, demandsAfter }: PlanBotOptions,
): Promise<BotPlan> {
  const { target, account } = lease;
  const remembered = await remember(effects.journal, target, account);
  const bots = bot ? [bot] : [];
  const observed = await observe(effects.target, effects.openSink, bots, [bot?.account ?? account], 1);
  const takeovers = takeoversOf(new Map([[account, lease]]));
  const demands = demandsAfter && { demands: demandsAfter(remembered) };
  const options = { now: effects.now(), prune, takeovers, ...demands };
  return { plan: plan(bots, observed, remembered, options), remembered };
}

/** The bots that were taken over, by account. */
export const takeoversOf = (leases: ReadonlyMap<string, Pick<LeaseState, "takeover">>): ReadonlyMap<string, Takeover> =>
  new Map([...leases].flatMap(([account, { takeover }]) => (takeover ? [[account, takeover]] : [])));
