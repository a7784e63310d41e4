import { hash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { ApplyEvent } from "../apply/apply.ts";
import { isRemembered } from "../apply/apply-to-bot.ts";
import type { Effects } from "../apply/effects.ts";
import { concurrencyTogether, needsFilesAlone } from "../apply/together.ts";
import { countdown } from "../countdown.ts";
import { keepCredential } from "../credential/keep-credential.ts";
import type { DeclaredBot, DeclaredTarget, Fleet } from "../fleet/fleet.ts";
import type { Leases } from "../journal/lease.ts";
import type { OpenJournal } from "../journal/open.ts";
import { describeAction } from "../output/describe-action.ts";
import { messageOf } from "../output/outcome.ts";
import { isUnaskedAdministrator, unaskedAdministrator } from "../plan/administrator.ts";
import { countRemovals, isRemoval, removalsAllowed, removalsMaxDefault } from "../plan/guardrail.ts";
import { lostOf, repositoriesOf } from "../plan/repository-access.ts";
import { countStragglers } from "../plan/stragglers.ts";
import { openSession, type Selection, type Session, select, targetsOf } from "../session.ts";
import type { OpenSink } from "../sinks/open.ts";
import { openTarget } from "../targets/open.ts";
import type { Target } from "../targets/target.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { openFindings } from "./findings.ts";
import type { BotJob, Queue } from "./queue.ts";
import type { RunOptions } from "./run.ts";
import { sharedTarget } from "./shared-target.ts";
import { BotBusyError, workOnBot } from "./work-on-bot.ts";

/** Keeps one target: looks at it when it is this process's turn, and works on its bots whenever the queue hands one out. */
export type Keeper = {
  /** What is declared from now on. */
  readonly declare: (fleet: Fleet) => void;
  /** Looks if it is time. What fails is told and tried again later. */
  readonly look: () => Promise<void>;
};

type Surroundings = {
  readonly journal: OpenJournal;
  readonly queue: Queue;
  readonly openSink: OpenSink;
  readonly options: RunOptions;
};

const retryMsMin = 1000;

export function openKeeper(name: string, { journal, queue, openSink, options }: Surroundings): Keeper {
  const { log, metrics, signal, config, prune } = options;
  const breaker = circuitBreaker();
  const lane = laneOf(name, options.selection);
  const laneTogether = `${lane}/together`;
  let declared: DeclaredTarget | undefined;
  let bots: readonly DeclaredBot[] = [];
  let failures = 0;
  let botOf: ReadonlyMap<string, DeclaredBot> = new Map();
  let fleetNow: Fleet | undefined;
  let untilLook = countdown(0);
  const findings = openFindings();

  const reserve = (count: number, intervalMs: number) => journal.turns.reserve(name, count, intervalMs);
  const declaredNow = (): DeclaredTarget => {
    if (!declared) throw new Error(`the target ${name} is not declared`);
    return declared;
  };
  const shared = sharedTarget(
    async () => openTarget(declaredNow(), config, { reserve, credentials: journal.credentials }),
    breaker.around,
  );

  async function work({ account, mayRemove }: BotJob, claim: AbortSignal): Promise<void> {
    const ended = metrics.startBot(name);
    try {
      const effects = effectsOn(await shared.probe(), openSink, journal);
      const stop = AbortSignal.any([signal, claim]);
      const known = () => ({ bot: botOf.get(account.toLowerCase()), found: findings.take(account, fleetNow) });
      const outcome = await workOnBot(effects, {
        target: name,
        account,
        known,
        prune: prune && mayRemove,
        signal: stop,
        onTakeover: () => log("info", "bot.taken_over", { target: name, account }),
        onEvent: tellEvent,
      });
      ended(outcome.failed.length === 0);
      if (outcome.failed[0]) throw outcome.failed[0].error;
    } catch (error) {
      if (error instanceof BotBusyError) log("info", "bot.busy", { target: name, account, message: error.message });
      else {
        ended(false);
        log("error", "bot.failed", { target: name, account, message: messageOf(error) });
      }
      throw error;
    }
  }

  function tellEvent(event: ApplyEvent): void {
    const { action } = event;
    const { account, because } = action;
    const about = { target: name, account, what: describeAction(action), because };
    metrics.countAction(name, action.kind, event.type);
    if (event.type === "failed") {
      log("error", "bot.action_failed", { ...about, message: messageOf(event.error) });
      return;
    }
    log("info", "bot.action", about);
    const token = "token" in action ? action.token : undefined;
    for (const message of event.warnings) log("info", "bot.warning", { target: name, account, token, message });
  }

  async function lookNow(): Promise<void> {
    await journal.reseal();
    // First: everything else needs it.
    const now = declaredNow();
    const fleet = fleetNow;
    const first = await shared.open();
    for (const what of await breaker.around(() => keepCredential(now, first, journal))) {
      log("info", "credential.rotated", { target: name, what });
    }
    const { url, target } = await shared.open();
    const opened = { declared: now, url, target, journal, openSink, bots, fleet: fleet ?? { bots } };
    const session = await openSession(opened, { ...options, onNotice: say });
    const due = dueOf(session);
    findings.keep({ ...session, due, fleet, forMs: options.everyMs });
    const { together = [], apart = [] } = Object.groupBy(due, pairingOf(session));
    const added = (await queue.enqueue(lane, apart)) + (await queue.enqueue(laneTogether, together));
    metrics.setFleet(name, { bots: bots.length, due: due.length, problems: session.plan.problems.length });
    tellStragglers(session);
    tellAccess(session);
    tellAdministrators(session);
    log("info", "target.looked", { target: name, bots: bots.length, due: due.length, added });
    for (const { account, message } of session.plan.problems) {
      log("error", "bot.blocked", { target: name, account, message });
    }
    for (const { account, token, message } of session.plan.notices.filter(({ isUnmet }) => isUnmet)) {
      log("error", "bot.sink_unreadable", { target: name, account, token, message });
    }
  }

  /** As `apply` does it: those that share requests wait for each other, and for nothing that is slower than those. */
  function pairingOf({ declared: { limits }, capabilities }: Session): (job: BotJob) => "together" | "apart" {
    const isFaster = concurrencyTogether(limits, capabilities) > limits.concurrency;
    return ({ account }) => (isFaster && needsFilesAlone(botOf.get(account.toLowerCase())) ? "together" : "apart");
  }

  async function startWorking({ limits }: DeclaredTarget): Promise<void> {
    const most = concurrencyTogether(limits, { takesMany: true });
    await queue.work(lane, limits.concurrency, work);
    if (most > limits.concurrency) await queue.work(laneTogether, most, work);
  }

  /** Whose manifest has the target still may have its bots. */
  async function leaveWork(): Promise<void> {
    try {
      await queue.leave(lane);
      await queue.leave(laneTogether);
    } catch (error) {
      log("error", "queue.failed", { target: name, message: messageOf(error) });
    }
  }

  function tellStragglers({ remembered, observed }: Session): void {
    const stragglers = countStragglers(remembered, observed);
    metrics.setStragglers(name, stragglers);
    const { count, oldestSince } = stragglers;
    if (count > 0) log("info", "target.stragglers", { target: name, count, oldestSince: oldestSince?.toISOString() });
  }

  function tellAccess({ accessChanges, remembered }: Session): void {
    const declaredOf = new Map(bots.map((bot) => [bot.account.toLowerCase(), repositoriesOf(bot)]));
    const lacking = remembered.repositoryAccess.filter((one) => lostOf(declaredOf.get(one.account), one).length > 0);
    metrics.setAccessLost(name, lacking.length);
    for (const { account, lost, regained } of accessChanges) {
      if (lost.length > 0)
        log("error", "bot.repository_access_lost", { target: name, account, repositories: lost.join(" ") });
      if (regained.length > 0)
        log("info", "bot.repository_access_regained", { target: name, account, repositories: regained.join(" ") });
    }
  }

  function tellAdministrators({ observed }: Session): void {
    const found = bots.filter((bot) => isUnaskedAdministrator(bot, observed.accounts.get(bot.account.toLowerCase())));
    metrics.setAdministrators(name, found.length);
    for (const { account } of found)
      log("error", "bot.unasked_administrator", { target: name, account, message: unaskedAdministrator });
  }

  /** The bots on which something is due; of removals none when they are more than the guardrail allows. */
  function dueOf({ plan, remembered }: Session): BotJob[] {
    const removals = countRemovals([plan]);
    const known = new Set([...bots, ...remembered.bots].map((bot) => bot.account.toLowerCase())).size;
    const allowed = removalsAllowed(options.removalsMax ?? removalsMaxDefault, known);
    const isTooMuch = removals > allowed;
    if (isTooMuch) log("error", "guardrail.refused", { target: name, removals, allowed });
    const { true: removing = [], false: others = [] } = Object.groupBy(plan.actions, (one) => `${isRemoval(one)}`);
    const mayRemove = new Set(isTooMuch ? [] : removing.map(({ account }) => account));
    const records = new Map(remembered.bots.map((record) => [record.account, record]));
    const blocked = new Set(plan.problems.map((problem) => problem.account));
    const unknown = bots.filter(
      (bot) => !blocked.has(bot.account) && !isRemembered(bot, records.get(bot.account.toLowerCase())),
    );
    const accounts = new Set([...mayRemove, ...[...others, ...unknown].map(({ account }) => account)]);
    return [...accounts].map((account) => ({ account, mayRemove: mayRemove.has(account) }));
  }

  const say = (message: string): void => log("info", "target.notice", { target: name, message });

  return {
    declare(fleet) {
      if (fleet === fleetNow) return;
      fleetNow = fleet;
      declared = targetsOf(fleet, options.selection).find((target) => target.name === name);
      bots = select(
        fleet.bots.filter((bot) => bot.target === name),
        options.selection,
      );
      botOf = new Map(bots.map((bot) => [bot.account.toLowerCase(), bot]));
      if (!declared) metrics.forget(name);
    },
    async look() {
      if (!declared) return leaveWork();
      if (untilLook() > 0) return;
      try {
        await startWorking(declared);
        const { isMine, nextInMs } = await journal.turns.claim(lane, options.everyMs);
        untilLook = countdown(nextInMs);
        if (!isMine) return;
        await lookNow();
        failures = 0;
        metrics.looked(name, true);
      } catch (error) {
        failures += 1;
        metrics.looked(name, false);
        log("error", "target.look_failed", { target: name, message: messageOf(error), failures });
        const pauseMs = Math.min(options.everyMs, retryMsMin * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
        untilLook = countdown(pauseMs);
        // Whoever is awake then may look. If the database is gone too, this process comes back by itself.
        await journal.turns.postpone(lane, pauseMs).catch(() => {});
      }
    },
  };
}

/**
 * Whoever keeps a part of a target's bots shares turns and work with those alone who keep the same part: to others its bots
 * are not declared.
 */
function laneOf(target: string, { labels = {} }: Selection): string {
  const words = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (words.length === 0) return target;
  return `${target}/${hash("sha256", JSON.stringify(words)).slice(0, 16)}`;
}

const effectsOn = (
  target: Target,
  openSink: OpenSink,
  journal: OpenJournal,
): Effects & { readonly leases: Leases } => ({
  now: journal.now,
  pause: (ms) => setTimeout(ms),
  target,
  openSink,
  journal: journal.journal,
  leases: journal.leases,
});
