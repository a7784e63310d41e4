import { apply, type Outcome } from "../src/apply/apply.ts";
import type { Effects } from "../src/apply/effects.ts";
import { type Findings, openFindings } from "../src/engine/findings.ts";
import { workOnBot } from "../src/engine/work-on-bot.ts";
import type { DeclaredBot } from "../src/fleet/fleet.ts";
import type { Journal } from "../src/journal/journal.ts";
import type { Leases } from "../src/journal/lease.ts";
import { observe } from "../src/observe.ts";
import type { Plan } from "../src/plan/action.ts";
import { plan } from "../src/plan/plan.ts";
import { takeoversOf } from "../src/plan-bot.ts";
import { remember } from "../src/remember.ts";
import { type Sink, sinkKey } from "../src/sinks/sink.ts";
import { TargetError } from "../src/targets/target-error.ts";
import { modelJournal } from "./model-journal.ts";
import { modelLeases } from "./model-leases.ts";
import { type ModelOptions, modelTarget } from "./model-target.ts";
import { mortalLeases } from "./mortal-leases.ts";

/** How one effect goes wrong: whether it happened, and whether the process survives to hear of it. */
export const faults = [
  { happens: false, survives: false },
  { happens: true, survives: false },
  { happens: true, survives: true },
  { happens: false, survives: true },
] as const;

export type Fault = (typeof faults)[number];

/** A worker stands still for a while, before or after an effect, and then goes on as if nothing had been. */
export type Stall = { readonly at: number; readonly happens: boolean; readonly meanwhile: () => Promise<void> };

export class Crash extends Error {
  override readonly name = "Crash";
}

export const leaseMs = 60_000;
export const lookMs = 300_000;

export type WorldOptions = ModelOptions & {
  readonly journal?: Journal;
  /** What sinks answer instead of what they hold. */
  readonly readsAs?: (held: string | undefined) => string | undefined;
};

type Call = (...parameters: never[]) => Promise<unknown>;

/** A target, sinks, a journal and a clock, in which the `at`-th effect of a run can be made to fail. */
export function aWorld(options: WorldOptions = {}) {
  let time = Date.parse("2026-01-01T00:00:00Z");
  const now = (): Date => new Date(time);
  const server = modelTarget({ ...options, now });
  const leases = modelLeases(now, leaseMs);
  const memory = modelJournal(now, leases.fenceOf);
  const journal = options.journal ?? memory;
  const held = new Map<string, string>();
  let calls = 0;
  let plannedFault: { at: number; fault: Fault } | undefined;
  let isDead = false;
  let session = { isOver: false };
  let check: () => void = () => {};
  // Collected, since an error thrown inside an effect is one more failed effect to the code under test.
  const violations: unknown[] = [];
  const afterEffect = (): void => {
    try {
      check();
    } catch (violation) {
      violations.push(violation);
    }
  };

  let plannedStall: Stall | undefined;
  let names: string[] = [];

  const effect = async (name: string, run: () => Promise<unknown>): Promise<unknown> => {
    names.push(name);
    if (isDead) throw new Crash("the process is dead");
    const fault = plannedFault?.at === calls ? plannedFault.fault : undefined;
    const stall = plannedStall?.at === calls ? plannedStall : undefined;
    calls += 1;
    if (stall) {
      plannedStall = undefined;
      if (!stall.happens) await stall.meanwhile();
      const result = await run();
      if (stall.happens) await stall.meanwhile();
      afterEffect();
      return result;
    }
    if (!fault) {
      const result = await run();
      afterEffect();
      return result;
    }
    if (fault.happens) await run();
    afterEffect();
    isDead = !fault.survives;
    if (isDead) session.isOver = true;
    throw fault.survives ? new TargetError("unreachable", `no answer to ${name}`) : new Crash(name);
  };
  const faulty = <Door extends Record<string, Call>>(door: Door): Door => {
    const entries = Object.entries(door).map(([name, call]) => [
      name,
      (...parameters: never[]) => effect(name, () => call(...parameters)),
    ]);
    return asDoor<Door>(Object.fromEntries(entries));
  };
  const openSink = (declared: Parameters<Effects["openSink"]>[0]): Sink => ({
    async write(plaintext) {
      held.set(sinkKey(declared), plaintext);
      return "written";
    },
    read: async () => options.readsAs?.(held.get(sinkKey(declared))) ?? held.get(sinkKey(declared)),
  });
  const faultyJournal = ({ under, ...calls }: Journal): Journal => ({
    ...faulty(calls),
    under: (lease) => faultyJournal(under(lease)),
  });
  const effects: Effects & { readonly leases: Leases } = {
    now,
    pause: async (ms) => {
      time += ms;
    },
    target: faulty(server.target),
    journal: faultyJournal(journal),
    leases: mortalLeases(
      leases.of("worker", () => session),
      () => isDead,
    ),
    openSink: (declared) => faulty(openSink(declared)),
  };

  async function planNow(bots: readonly DeclaredBot[], prune = false) {
    const before = await effects.leases.list("forge");
    const known = await journal.listBots("forge");
    const names = [...bots.map((bot) => bot.account), ...known.map((bot) => bot.account)];
    const observed = await observe(server.target, openSink, bots, names, 1);
    const remembered = await remember(journal, "forge");
    const takeovers = takeoversOf(before);
    return { plan: plan(bots, observed, remembered, { now: now(), prune, takeovers }), remembered, before };
  }

  return {
    ...server,
    journal: memory,
    held,
    now,
    planNow: async (bots: readonly DeclaredBot[], prune = false): Promise<Plan> => (await planNow(bots, prune)).plan,
    wait: (ms: number): void => {
      time += ms;
    },
    /** Called after every effect, to check what must hold at every moment. */
    watch: (toCheck: () => void): void => {
      check = toCheck;
    },
    /** Another worker plans and applies, and nothing fails for it. */
    async runOther(bots: readonly DeclaredBot[]) {
      const { plan: planned, remembered, before } = await planNow(bots);
      const basis = { plan: planned, bots, remembered: remembered.bots, leases: before, prune: false };
      const other = { ...effects, target: server.target, journal, openSink, leases: leases.of("other") };
      const outcome = await apply(other, basis, { concurrency: 1 });
      afterEffect();
      return outcome;
    },
    /** What a worker of the queue finds when it looks, for as long as it is of use. */
    async look(bots: readonly DeclaredBot[]): Promise<Findings> {
      const { plan: planned, remembered, before: leasesBefore } = await planNow(bots);
      const findings = openFindings((ms) => {
        const endsAt = time + ms;
        return () => endsAt - time;
      });
      const due = bots.map(({ account }) => ({ account, mayRemove: false }));
      findings.keep({ plan: planned, bots, remembered, leases: leasesBefore, due, fleet: undefined, forMs: lookMs });
      return findings;
    },
    /** It is handed a bot. `meanwhile`: while it waits for the lease. */
    async work(bot: DeclaredBot, findings: Findings, meanwhile = () => {}): Promise<Outcome> {
      const { acquire, ...others } = leases.of("other");
      const late: Leases = {
        ...others,
        acquire: (...of) => {
          meanwhile();
          return acquire(...of);
        },
      };
      const worker = { ...effects, target: server.target, journal, openSink, leases: late };
      const known = () => ({ bot, found: findings.take(bot.account, undefined) });
      const { signal } = new AbortController();
      const what = { target: "forge", account: bot.account, known, prune: false, signal };
      return workOnBot(worker, what);
    },
    /** The next run stands still once. Tells how to find out whether it did. */
    stallAt(stall: Stall): () => boolean {
      plannedStall = stall;
      return () => plannedStall === undefined;
    },
    /** Plans and applies. Tells whether the planned fault was reached. */
    async run(
      bots: readonly DeclaredBot[],
      fault?: { at: number; fault: Fault },
      { prune = false, signal }: { prune?: boolean; signal?: AbortSignal } = {},
    ) {
      calls = 0;
      names = [];
      isDead = false;
      session = { isOver: false };
      plannedFault = fault;
      const { plan: planned, remembered, before } = await planNow(bots, prune);
      const basis = { plan: planned, bots, remembered: remembered.bots, leases: before, prune };
      const applied = apply(effects, basis, { concurrency: 1, ...(signal && { signal }) });
      const outcome = await applied.catch((error: unknown) => {
        if (fault) return undefined;
        throw error;
      });
      plannedFault = undefined;
      isDead = false;

      if (violations.length > 0) throw violations[0];

      const journalWrites = names.filter((name) => /^(record|remember|forget)/.test(name));
      return { planned, outcome, journalWrites, reached: fault !== undefined && calls > fault.at };
    },
  };
}

/** `Object.fromEntries` forgets which names it was given. */
const asDoor = <Door>(door: unknown): Door => door as Door;
