import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures, formatOutcome, outcomeToJson } from "../output/outcome.ts";
import { formatPlans } from "../output/plan.ts";
import { createProgress, type Progress } from "../output/progress.ts";
import type { Action } from "../plan/action.ts";
import { demandKey } from "../plan/plan.ts";
import { eachTarget, type Session } from "../session.ts";
import { ask } from "./apply.ts";
import { exitCodeOf, onlyAsked, type TargetOutcome } from "./apply-fleet.ts";
import { namedTokens } from "./named-tokens.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Ends every generation of the named tokens, whoever uses them. What is revoked stays so, for every worker, until it is
 * lifted; its sinks keep the dead value.
 */
export async function runRevoke(
  line: CommandLine,
  fleet: Fleet,
  config: Config,
  terminal: Terminal,
): Promise<ExitCode> {
  const { selection, keys } = namedTokens(line, fleet);
  const targets: TargetOutcome[] = [];
  const progress = createProgress(terminal.err, { color: config.color });
  const demands = line.lift ? undefined : new Map([...keys].map((key) => [key, "revoke"] as const));
  const common = {
    selection,
    prune: false,
    keepsCredential: true,
    onNotice: progress.say,
    onLook: progress.look,
    signal: terminal.signal,
  };
  const failures = await eachTarget(fleet, config, { ...common, demands }, async (session) => {
    targets.push(line.lift ? await lift(session, keys) : await revoke(session, keys, line.yes, { terminal, progress }));
  });
  progress.end();
  const outcome = { targets, failures };
  terminal.out.write(formatResult(line.output, outcomeToJson(outcome), () => formatOutcome(outcome)));
  terminal.err.write(formatFailures(failures));
  return exitCodeOf(outcome);
}

async function revoke(
  session: Session,
  keys: ReadonlySet<string>,
  isApproved: boolean,
  { terminal, progress }: { readonly terminal: Terminal; readonly progress: Progress },
): Promise<TargetOutcome> {
  const { declared, url, journal } = session;
  const isAsked = (action: Action): boolean => "token" in action && keys.has(demandKey(action));
  const plan = onlyAsked(session.plan, keys);
  if (!isApproved) await ask(`${formatPlans([{ target: declared.name, url, plan }])}\n`, terminal);
  progress.begin(plan.actions.length);
  // Before anything ends: a worker that is at it now must find that nothing may follow.
  for (const key of namedHere(session, keys)) await journal.recordRevoked(key);
  const outcome = await session.apply(plan, { signal: terminal.signal, onEvent: progress.report, approves: isAsked });
  return { target: declared.name, url, plan, ...outcome, unmet: [], secrets: [] };
}

async function lift(session: Session, keys: ReadonlySet<string>): Promise<TargetOutcome> {
  const { declared, url, journal } = session;
  const revoked = new Set(session.remembered.revoked.map(demandKey));
  const named = namedHere(session, keys);
  for (const key of named) await journal.liftRevoked(key);
  const notices = named.map((key) => ({
    ...key,
    message: revoked.has(demandKey(key)) ? "may be issued again; the next apply does" : "was not revoked",
  }));
  const plan = { actions: [], notices, problems: [] };
  return { target: declared.name, url, plan, done: [], failed: [], left: [], warnings: [], unmet: [], secrets: [] };
}

const namedHere = ({ declared, bots }: Session, keys: ReadonlySet<string>) =>
  bots
    .flatMap(({ account, tokens }) => tokens.map(({ name }) => ({ target: declared.name, account, token: name })))
    .filter((key) => keys.has(demandKey(key)));
