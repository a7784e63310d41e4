import type { FleetOutcome, TargetOutcome } from "../commands/apply-fleet.ts";
import { FleetError } from "../fleet/fleet-error.ts";
import { unmetOf } from "../plan/action.ts";
import type { TargetFailure } from "../session.ts";
import { mayHaveHappened } from "../targets/target-error.ts";
import { describeAction } from "./describe-action.ts";
import {
  actionToJson,
  formatNotice,
  formatNotices,
  mereNotices,
  nothingNow,
  summarize,
  summarizeDone,
} from "./plan.ts";
import { formatSecrets, proofLine } from "./secrets.ts";
import { inOneLine } from "./visible.ts";

export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Drizzle tells the statement, and what the database said of it is the cause.
  const isStatement = "query" in error && error.cause instanceof Error;
  return isStatement ? messageOf(error.cause) : error.message;
}

/** What a run did, where the secrets lie, and a line that proves one of them. One line end after each line. */
export const formatOutcome = ({ targets }: FleetOutcome): string => toText(targets.flatMap(formatTarget));

/** The targets that could not be worked on, and why. Empty when there are none. */
export const formatFailures = (failures: readonly TargetFailure[]): string =>
  toText(failures.map(({ target, error }) => `${target}: ${linesOf(error)}`));

/** Of a manifest several faults are told; whatever else is wrong is one line. */
const linesOf = (error: unknown): string => (error instanceof FleetError ? error.message : inOneLine(messageOf(error)));

const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

const begun = "Nothing was finished; the next run goes on with what was begun.";

function formatTarget(outcome: TargetOutcome): string[] {
  const { target, url, plan, done, failed, left, warnings, unmet, secrets } = outcome;
  const isQuiet = plan.actions.length === 0 && plan.problems.length === 0;
  const quiet = plan.notices.length > 0 ? nothingNow : summarize([]);
  const isBegun = done.length === 0 && failed.some(({ error }) => mayHaveHappened(error));
  const lines = [`${target} (${url}): ${isQuiet ? quiet : isBegun ? begun : summarizeDone(done)}`];
  const undone = warnings.filter((one) => one.isUnmet);
  for (const one of [...unmetOf(plan), ...undone]) lines.push(`  ! ${formatNotice(one)}`);
  for (const { action, error } of failed) lines.push(`  ! ${describeAction(action)}: ${inOneLine(messageOf(error))}`);
  lines.push(...formatNotices([...warnings.filter((one) => !one.isUnmet), ...mereNotices(plan)]));
  const isUnmet = new Set(unmet.map((one) => `${one.account}/${one.token}`));
  const waiting = left.filter((action) => !("token" in action && isUnmet.has(`${action.account}/${action.token}`)));
  if (waiting.length === 1) lines.push("  1 action was not begun; the next apply does it.");
  if (waiting.length > 1) lines.push(`  ${waiting.length} actions were not begun; the next apply does them.`);
  if (secrets.length > 0) lines.push("Secrets:", ...formatSecrets(secrets));
  const proof = proofLine(url, secrets);
  return proof === undefined ? lines : [...lines, "Try one:", `  ${proof}`];
}

export const outcomeToJson = ({ targets, failures }: FleetOutcome): object => ({
  targets: targets.map(({ target, url, plan, done, failed, left, warnings, unmet, secrets }) => ({
    target,
    url,
    done: done.map(actionToJson),
    failed: failed.map(({ action, error }) => ({ ...actionToJson(action), message: messageOf(error) })),
    left: left.map(actionToJson),
    problems: plan.problems,
    notices: plan.notices,
    warnings,
    unmet,
    secrets: secrets.map(({ account, token, sink }) => ({ account, token, sink })),
    proof: proofLine(url, secrets) ?? null,
  })),
  failures: failuresToJson(failures),
});

export const failuresToJson = (failures: readonly TargetFailure[]): readonly object[] =>
  failures.map(({ target, error }) => ({ target, message: messageOf(error) }));
