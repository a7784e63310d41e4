import type { DeclaredBot } from "../fleet/fleet.ts";
import type { BotRecord } from "../journal/journal.ts";
import { inParallel } from "../parallel.ts";
import type { Action, Notice, Plan } from "../plan/action.ts";
import { carryOut } from "./carry-out.ts";
import type { Effects, Overwritten } from "./effects.ts";

export type ApplyEvent =
  | { readonly type: "done"; readonly action: Action; readonly warnings: readonly string[] }
  | { readonly type: "failed"; readonly action: Action; readonly error: unknown };

export type Outcome = {
  readonly done: readonly Action[];
  readonly failed: readonly { readonly action: Action; readonly error: unknown }[];
  /** Not begun, because something before them failed or the run was stopped. */
  readonly left: readonly Action[];
  readonly warnings: readonly Notice[];
};

export type ApplyOptions = {
  readonly concurrency: number;
  /** Stops the run between two actions; what was begun is finished. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: ApplyEvent) => void;
};

/**
 * Carries a plan out, one bot after the other as far as its own actions go, several bots at a time. A failure ends the
 * work on that token (of an account's action: on that bot) and nothing else.
 */
export async function apply(
  effects: Effects,
  { actions, problems }: Plan,
  declared: readonly DeclaredBot[],
  remembered: readonly BotRecord[],
  options: ApplyOptions,
): Promise<Outcome> {
  const outcome: Collected = { done: [], failed: [], left: [], warnings: [] };
  const blocked = new Set(problems.map((problem) => problem.account));
  const bots = new Map(declared.filter((bot) => !blocked.has(bot.account)).map((bot) => [bot.account, bot]));
  const records = new Map(remembered.map((record) => [record.account, record]));
  const work = Map.groupBy(actions, (action) => action.account);
  const accounts = new Set([...work.keys(), ...bots.keys()]);

  await inParallel([...accounts], options.concurrency, async (account) => {
    await applyToBot(
      effects,
      work.get(account) ?? [],
      bots.get(account),
      records.get(account.toLowerCase()),
      options,
      outcome,
    );
  });
  return outcome;
}

type Collected = {
  done: Action[];
  failed: { action: Action; error: unknown }[];
  left: Action[];
  warnings: Notice[];
};

async function applyToBot(
  effects: Effects,
  actions: readonly Action[],
  bot: DeclaredBot | undefined,
  record: BotRecord | undefined,
  { signal, onEvent }: ApplyOptions,
  outcome: Collected,
): Promise<void> {
  const failedTokens = new Set<string>();
  const overwritten: Overwritten = new Map();
  let accountFailed = false;
  for (const action of actions) {
    const token = "token" in action ? action.token : undefined;
    if (signal?.aborted || accountFailed || (token !== undefined && failedTokens.has(token))) {
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
      if (token === undefined) accountFailed = true;
      else failedTokens.add(token);
      outcome.failed.push({ action, error });
      onEvent?.({ type: "failed", action, error });
    }
  }
  if (bot && !accountFailed && !signal?.aborted && !isRemembered(bot, record)) {
    await effects.journal.rememberBot(asRecord(bot));
  }
}

const asRecord = ({ target, account, set, onRemove }: DeclaredBot): BotRecord => ({ target, account, set, onRemove });

/** The manifest will not be there to ask once the bot is declared no more, so the journal keeps what it said. */
function isRemembered(bot: DeclaredBot, record: BotRecord | undefined): boolean {
  if (!record || record.removedAt || record.set !== bot.set) return false;
  const { disable, deleteAfterMs } = record.onRemove;
  return disable === bot.onRemove.disable && deleteAfterMs === bot.onRemove.deleteAfterMs;
}
