import type { ApplyEvent, Outcome } from "../apply/apply.ts";
import { type Config, ConfigError } from "../config.ts";
import { CommandError, type ExitCode, exitCodes } from "../exit-code.ts";
import type { DeclaredSink, Fleet } from "../fleet/fleet.ts";
import { FleetError } from "../fleet/fleet-error.ts";
import { listSecrets, type Secret } from "../output/secrets.ts";
import { type Notice, type Plan, unmetOf } from "../plan/action.ts";
import { countRemovals, type RemovalsMax, removalsAllowed, removalsMaxDefault } from "../plan/guardrail.ts";
import { limitPlan } from "../plan/limit.ts";
import { demandKey } from "../plan/plan.ts";
import { eachTarget, type Selection, type Session, type SessionOptions, type TargetFailure } from "../session.ts";
import { sinkKey } from "../sinks/sink.ts";
import { growSlowly } from "../small-heap.ts";
import { mayHaveHappened, TargetError } from "../targets/target-error.ts";
import { type Asked, answerDemands } from "./answer-demands.ts";

export type ApplyFleetOptions = {
  readonly selection?: Selection;
  /** Takes tokens and accounts away that are declared no more. */
  readonly prune?: boolean;
  readonly removalsMax?: RemovalsMax | undefined;
  /** What a person asked for; then nothing else is done. */
  readonly asked?: Asked;
  /** Works on so many bots at most. */
  readonly limit?: number | undefined;
  /** Looks at each plan, also at one without actions; throws to refuse it. */
  readonly refuse?: (session: Session, plan: Plan) => void;
  /** Asked before a plan with actions is carried out; throws to refuse it. */
  readonly approve?: (session: Session, plan: Plan) => Promise<void>;
  /** Stops between two actions. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: ApplyEvent) => void;
  readonly onNotice?: (message: string) => void;
  readonly onLook?: SessionOptions["onLook"];
};

export type TargetOutcome = Outcome & {
  readonly target: string;
  readonly url: string;
  readonly plan: Plan;
  /** Tokens for which what was asked for did not come about, and why. */
  readonly unmet: readonly Notice[];
  /** Where the secrets of the declared bots lie, as far as they are delivered. */
  readonly secrets: readonly Secret[];
};

export type FleetOutcome = { readonly targets: readonly TargetOutcome[]; readonly failures: readonly TargetFailure[] };

/**
 * Makes the targets match the fleet. What fails for one bot or one target is in the outcome and stops nothing else.
 * @throws FleetError for a target's missing setting, DatabaseError when the journal cannot be opened.
 */
export async function applyFleet(fleet: Fleet, config: Config, options: ApplyFleetOptions = {}): Promise<FleetOutcome> {
  const targets: TargetOutcome[] = [];
  const { selection = {}, prune = false, asked, signal, onNotice = () => {}, onLook } = options;
  const demands = asked?.demands;
  // Who asks for something gives much to do.
  if (demands) growSlowly();
  const asksAccess = demands ? ("some" as const) : ("due" as const);
  const sessionOptions = { selection, prune, demands, keepsCredential: true, asksAccess, onNotice, onLook, signal };
  const failures = await eachTarget(fleet, config, sessionOptions, async (session) => {
    const askedAt = asked && new Date(session.now.getTime() - (performance.now() - asked.since));
    const plan = limitPlan(demands ? onlyAsked(session.plan, demands) : session.plan, options.limit);
    refuseRemovals(session, plan, options.removalsMax);
    options.refuse?.(session, plan);
    if (plan.actions.length > 0) await options.approve?.(session, plan);
    if (plan.actions.length > 0) growSlowly();
    const outcome = await session.apply(plan, {
      ...(signal && { signal }),
      ...(options.onEvent && { onEvent: options.onEvent }),
    });
    const answers = askedAt
      ? await answerDemands(session, plan, outcome, asked.demands, askedAt)
      : { warnings: [], unmet: [] };
    const { declared, url } = session;
    const secrets = deliveredSecrets(session, plan, outcome);
    const warnings = [...outcome.warnings, ...answers.warnings];
    targets.push({ target: declared.name, url, plan, ...outcome, warnings, unmet: answers.unmet, secrets });
  });
  return { targets, failures };
}

/** Of a plan what somebody asked for, by `demandKey`. A token of an account that is not there yet waits for `apply`. */
export function onlyAsked(plan: Plan, keys: Pick<ReadonlySet<string>, "has">): Plan {
  const isOf = ({ account, token }: { account: string; token: string }) => keys.has(demandKey({ account, token }));
  const missing = new Set(plan.actions.flatMap((one) => (one.kind === "createAccount" ? [one.account] : [])));
  const notices = plan.notices.filter(({ account, token }) => token === undefined || isOf({ account, token }));
  const actions = plan.actions.filter((action) => {
    if (!("token" in action) || !isOf(action)) return false;
    const { kind, target, account, token } = action;
    if (kind !== "issue" || !missing.has(account)) return true;
    notices.push({ target, account, token, message: "the account does not exist; `mintmark apply` makes it" });
    return false;
  });
  return { ...plan, actions, notices };
}

function refuseRemovals({ bots, remembered }: Session, plan: Plan, limit: RemovalsMax = removalsMaxDefault) {
  const removals = countRemovals([plan]);
  const known = new Set([...bots, ...remembered.bots].map((bot) => bot.account.toLowerCase())).size;
  const allowed = removalsAllowed(limit, known);
  if (removals > allowed) {
    const message = `would take something from ${removals} of ${known} bots, allowed are ${allowed}; look at the plan, then say --max-removals ${removals}`;
    throw new CommandError(exitCodes.guardrail, message);
  }
}

/** A sink holds a living token unless its bot has a problem, its first delivery did not happen or it was revoked. */
function deliveredSecrets({ bots, remembered, observed }: Session, plan: Plan, outcome: Outcome): Secret[] {
  const { done, failed, left } = outcome;
  const blocked = new Set(plan.problems.map((problem) => problem.account));
  const revoked = new Set(remembered.revoked.map(demandKey));
  const undelivered = new Set(
    [...failed.map(({ action }) => action), ...left].map((action) =>
      "token" in action ? `${action.account}/${action.token}` : action.account,
    ),
  );
  const written = new Set(
    done.flatMap((action) => (action.kind === "issue" || action.kind === "deliver" ? [demandKey(action)] : [])),
  );
  const isUnreadable = (sink: DeclaredSink): boolean => observed.readings.get(sinkKey(sink))?.state === "unreadable";
  return listSecrets(bots).filter(
    ({ account, token, sink }) =>
      (written.has(demandKey({ account, token })) || !isUnreadable(sink)) &&
      !blocked.has(account) &&
      !revoked.has(demandKey({ account, token })) &&
      !undelivered.has(account) &&
      !undelivered.has(`${account}/${token}`),
  );
}

/** Success only when nothing failed, was left, needs a decision or was asked for in vain. */
export function exitCodeOf({ targets, failures }: FleetOutcome): ExitCode {
  const failed = targets.flatMap((target) => target.failed.map(({ error }) => error));
  const open = targets.flatMap(({ left, plan, warnings, unmet }) => [
    ...left,
    ...unmetOf(plan),
    ...warnings.filter(({ isUnmet }) => isUnmet),
    ...unmet,
  ]);
  const unfinished = failed.length + open.length;
  if (failures.length === 0 && unfinished === 0) return exitCodes.ok;
  if (failures.length + failed.length === 0 && targets.some((target) => target.left.length > 0))
    return exitCodes.partly;
  if (targets.some((target) => target.done.length > 0) || failed.some(mayHaveHappened)) return exitCodes.partly;
  return failures[0] ? exitCodeOfError(failures[0].error) : exitCodes.failed;
}

export function exitCodeOfError(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.code;
  if (error instanceof FleetError) return exitCodes.usage;
  if (error instanceof TargetError && error.kind === "incapable") return exitCodes.incapable;
  if (error instanceof ConfigError) return exitCodes.usage;
  return exitCodes.failed;
}
