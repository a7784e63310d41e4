import { setTimeout } from "node:timers/promises";
import { type ApplyOptions, apply, type Outcome, type Planned } from "./apply/apply.ts";
import { concurrencyTogether } from "./apply/together.ts";
import type { Config } from "./config.ts";
import { keepCredential } from "./credential/keep-credential.ts";
import type { DeclaredBot, DeclaredTarget, Fleet } from "./fleet/fleet.ts";
import type { Journal } from "./journal/journal.ts";
import type { LeaseState } from "./journal/lease.ts";
import { type OpenJournal, openJournal } from "./journal/open.ts";
import { leaveOutNews } from "./leave-out-news.ts";
import { observe } from "./observe.ts";
import { inOneLine } from "./output/visible.ts";
import type { Plan } from "./plan/action.ts";
import { type Observed, plan, type Remembered } from "./plan/plan.ts";
import type { Demand } from "./plan/token-view.ts";
import { takeoversOf } from "./plan-bot.ts";
import { readElsewhere } from "./read-elsewhere.ts";
import { remember } from "./remember.ts";
import { type AccessChange, type AccessQuestion, checkRepositoryAccess } from "./repository-access/check.ts";
import { type OpenSink, openStores, sinkOpener } from "./sinks/open.ts";
import { openTarget } from "./targets/open.ts";
import type { Capabilities, Target } from "./targets/target.ts";
import { untilStopped } from "./until-stopped.ts";

/** Which part of a fleet a command is about. */
export type Selection = {
  /** Undefined: every target. */
  readonly targets?: readonly string[];
  /** The names of accounts, in lower case. */
  readonly accounts?: ReadonlySet<string>;
  /** What a bot must bear as a label, or have as a value of its set's `each`. */
  readonly labels?: Readonly<Record<string, string>>;
};

export type SessionOptions = {
  readonly selection: Selection;
  /** The provisioner's own token is kept up first: of a command that changes something. */
  readonly keepsCredential: boolean;
  readonly prune: boolean;
  /** What time the plan is made for. Undefined: now. */
  readonly at?: Date | undefined;
  /** What a person asked for, by `demandKey`. */
  readonly demands?: ReadonlyMap<string, Demand> | undefined;
  /** About whose access to repositories is asked. Unset: some of those that were not asked about for a day. */
  readonly asksAccess?: AccessQuestion;
  readonly onNotice: (message: string) => void;
  /** How far the look at a target is: what is looked at, and how many of how many. */
  readonly onLook?: ((what: string, done: number, total: number) => void) | undefined;
  /** Ends the look at a target at once, whatever that waits for. */
  readonly signal: AbortSignal | undefined;
};

/** One target, asked and compared: what a command works with. */
export type Session = {
  readonly declared: DeclaredTarget;
  readonly url: string;
  readonly capabilities: Capabilities;
  /** The selected bots of this target. */
  readonly bots: readonly DeclaredBot[];
  readonly observed: Observed;
  readonly remembered: Remembered;
  /** As they were before anything else was asked. */
  readonly leases: ReadonlyMap<string, LeaseState>;
  /** What was found by asking just now. */
  readonly accessChanges: readonly AccessChange[];
  readonly plan: Plan;
  readonly now: Date;
  readonly journal: Journal;
  readonly apply: (
    plan: Plan,
    options: Pick<ApplyOptions, "signal" | "onEvent"> & Pick<Planned, "approves">,
  ) => Promise<Outcome>;
};

/** A target that could not be worked on, or not to the end. */
export type TargetFailure = { readonly target: string; readonly error: unknown };

/**
 * Opens each selected target in turn, asks what there is, plans, and hands that to `work`. A target that fails is told of
 * in the end and keeps no other from being worked on.
 */
export async function eachTarget(
  fleet: Fleet,
  config: Config,
  { onNotice, ...rest }: SessionOptions,
  work: (session: Session) => Promise<void>,
): Promise<TargetFailure[]> {
  const options = { ...rest, onNotice: (message: string) => onNotice(inOneLine(message)) };
  const failures: TargetFailure[] = [];
  const targets = targetsOf(fleet, options.selection);
  const opened = [];
  for (const declared of targets) opened.push({ declared, asFile: await openTarget(declared, config) });
  const journal = await openJournal({ ...config, onNotice: options.onNotice });
  const stores = openStores(fleet.stores, config);
  const openSink = sinkOpener({ ...config, stores, alone: journal.alone });
  try {
    for (const { declared, asFile } of opened) {
      const all = fleet.bots.filter((bot) => bot.target === declared.name);
      try {
        const bots = select(all, options.selection);
        const { credentials, turns } = journal;
        const reserve = (count: number, intervalMs: number) => turns.reserve(declared.name, count, intervalMs);
        const session = await untilStopped(options.signal, async () => {
          if (options.keepsCredential) {
            for (const what of await keepCredential(declared, asFile, journal)) {
              options.onNotice(`${declared.name}: the provisioner's own token: ${what}`);
            }
          }
          const { target, url } = await openTarget(declared, config, { credentials, reserve });
          return openSession({ declared, url, target, journal, openSink, bots, fleet }, options);
        });
        await work(session);
      } catch (error) {
        failures.push({ target: declared.name, error });
      }
    }
    return failures;
  } finally {
    await stores.close();
    await journal.close();
  }
}

/** The targets that a selection is about: where it names some bots, those that hold one of them. */
export function targetsOf({ targets, bots }: Fleet, selection: Selection): readonly DeclaredTarget[] {
  const wanted = targets.filter(({ name }) => !selection.targets || selection.targets.includes(name));
  if (!selection.accounts && !selection.labels) return wanted;
  const holders = new Set(select(bots, selection).map((bot) => bot.target));
  return wanted.filter(({ name }) => holders.has(name));
}

/** The bots that a selection names. */
export const select = (bots: readonly DeclaredBot[], { accounts, labels = {} }: Selection): readonly DeclaredBot[] =>
  bots.filter(
    (bot) =>
      (!accounts || accounts.has(bot.account.toLowerCase())) &&
      Object.entries(labels).every(([label, value]) => bot.labels[label] === value || bot.each?.[label] === value),
  );

type Opened = {
  readonly declared: DeclaredTarget;
  readonly url: string;
  readonly target: Target;
  readonly journal: OpenJournal;
  readonly openSink: OpenSink;
  readonly bots: readonly DeclaredBot[];
  readonly fleet: Pick<Fleet, "bots">;
};

/** Asks how the bots of an opened target are, and plans for them. */
export async function openSession(
  { declared, url, target, journal, openSink, bots, fleet }: Opened,
  options: Pick<SessionOptions, "selection" | "prune" | "at" | "demands" | "asksAccess" | "onNotice" | "onLook">,
): Promise<Session> {
  const { concurrency } = declared.limits;
  const { leases } = journal;
  const before = await leases.list(declared.name);
  const capabilities = await target.probeServer();
  if (declared.adapter && declared.adapter !== capabilities.product) {
    options.onNotice(`${declared.name}: declared as ${declared.adapter}, and it is a ${capabilities.product}`);
  }
  // Before the target is asked, so that a plan knows of no generation that it would miss there.
  const known = await remember(journal.journal, declared.name);
  const removed = options.prune ? known.bots : [];
  const accounts = [...bots, ...removed].map((bot) => bot.account);
  const tellOf = (what: string) => (done: number, total: number) => options.onLook?.(what, done, total);
  const seen = await observe(target, openSink, bots, accounts, concurrency, tellOf(`looking at ${declared.name}`));
  // A selection knows only a part of the fleet: what it does not show is not declared less.
  const isPart = options.selection.labels !== undefined || options.selection.accounts !== undefined;
  const mine = isPart ? onlyOf(known, bots) : known;
  const elsewhere = options.prune
    ? await readElsewhere(fleet.bots, bots, mine.generations, (sink) => openSink(sink, target), concurrency)
    : new Map();
  const observed = { ...(await leaveOutNews(seen, known, journal.journal)), elsewhere };
  const doors = { target, journal: journal.journal, now: journal.now() };
  const { asksAccess: asks = "some" } = options;
  const access = await checkRepositoryAccess(doors, bots, observed, known, {
    concurrency,
    asks,
    tell: tellOf(`asking ${declared.name} about access to repositories`),
  });
  for (const failure of access.failures.slice(0, 1)) {
    options.onNotice(`${declared.name}: access to repositories could not be asked about: ${failure}`);
  }
  const remembered = { ...known, repositoryAccess: access.known };
  const now = options.at ?? journal.now();
  const effects = {
    now: journal.now,
    pause: (ms: number) => setTimeout(ms),
    target,
    openSink,
    journal: journal.journal,
    leases,
  };
  return {
    declared,
    url,
    capabilities,
    bots,
    observed,
    remembered,
    leases: before,
    accessChanges: access.changes,
    plan: plan(bots, observed, isPart ? onlyOf(remembered, bots) : remembered, {
      now,
      prune: options.prune,
      ...(options.demands && { demands: options.demands }),
      takeovers: takeoversOf(before),
    }),
    now,
    journal: journal.journal,
    apply: (planned, { approves, ...rest }) => {
      const basis = {
        bots,
        remembered: remembered.bots,
        leases: before,
        prune: options.prune,
        demands: options.demands,
      };
      const together = concurrencyTogether(declared.limits, capabilities);
      return apply(
        effects,
        { plan: planned, ...basis, ...(approves && { approves }) },
        { concurrency, concurrencyTogether: together, ...rest },
      );
    },
  };
}

function onlyOf({ bots, generations, ...rest }: Remembered, selected: readonly DeclaredBot[]): Remembered {
  const accounts = new Set(selected.map((bot) => bot.account.toLowerCase()));
  const isSelected = (one: { readonly account: string }) => accounts.has(one.account.toLowerCase());
  return { bots: bots.filter(isSelected), generations: generations.filter(isSelected), ...rest };
}
