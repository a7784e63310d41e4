import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Config } from "../config.ts";
import { countdown } from "../countdown.ts";
import type { Fleet } from "../fleet/fleet.ts";
import type { OpenJournal } from "../journal/open.ts";
import { openJournal } from "../journal/open.ts";
import type { Log } from "../output/log.ts";
import { messageOf } from "../output/outcome.ts";
import type { RemovalsMax } from "../plan/guardrail.ts";
import { type Selection, targetsOf } from "../session.ts";
import { changingStores } from "./changing-stores.ts";
import { type Keeper, openKeeper } from "./keeper.ts";
import type { RunMetrics } from "./metrics.ts";
import { openPgBossQueue } from "./pg-boss-queue.ts";
import type { Queue } from "./queue.ts";

export type RunOptions = {
  readonly readFleet: () => Promise<Fleet>;
  readonly config: Config;
  readonly selection: Selection;
  /** How often each target is looked at, by whichever process. */
  readonly everyMs: number;
  readonly prune: boolean;
  readonly removalsMax: RemovalsMax | undefined;
  readonly log: Log;
  readonly metrics: RunMetrics;
  readonly signal: AbortSignal;
};

/** What is worked on may end by itself for so long after a stop was asked for. */
const stopWaitMs = 6000;

/** And the queue to write down so long what became of it. */
const queueEndMs = 2000;

/** How long a process sleeps at most before it sees whether there is something to look at. */
const roundMsMax = 2000;

/**
 * Keeps a fleet right until it is told to stop: looks at each target in turn with other processes, and works on the bots
 * on which something is due. What fails is told, tried again later, and stops nothing else.
 * @throws FleetError when the first manifest is wrong, DatabaseError when the journal cannot be opened.
 */
export async function runFleet(options: RunOptions): Promise<void> {
  const { config, log, signal } = options;
  const first = await options.readFleet();
  const journal = await openJournal({
    ...config,
    onNotice: (message) => log("info", "database.notice", { message }),
  });
  try {
    const queue = await openPgBossQueue({
      connection: journal.connection,
      applicationName: journal.holder,
      onError: queueTrouble(log),
    });
    log("info", "run.started", { targets: first.targets.length, bots: first.bots.length });
    const stores = changingStores({ ...config, alone: journal.alone });
    const looking = new Map<string, Promise<void>>();
    try {
      await keepAll(first, { journal, queue, stores, looking }, options);
    } finally {
      log("info", "run.stopping", { reason: signal.aborted ? "asked" : "failed" });
      // The queue waits without end for a statement that the database does not answer.
      const ended = Promise.all([queue.stop(stopWaitMs), ...looking.values()]);
      await Promise.race([ended, setTimeout(stopWaitMs + queueEndMs, undefined, { ref: false })]);
      await stores.close();
    }
  } finally {
    await journal.close();
    log("info", "run.stopped");
  }
}

/** Each of the queue's many connections tells of one lost database, twice a second. */
const troubleMs = 10_000;

function queueTrouble(log: Log): (error: Error) => void {
  let untilNext = countdown(0);
  let untold = 0;
  return ({ message }) => {
    if (untilNext() > 0) {
      untold += 1;
      return;
    }
    log("error", "queue.failed", { message, untold });
    untold = 0;
    untilNext = countdown(troubleMs);
  };
}

type Surroundings = {
  readonly journal: OpenJournal;
  readonly queue: Queue;
  readonly stores: ReturnType<typeof changingStores>;
  /** The looks that are under way, by target. */
  readonly looking: Map<string, Promise<void>>;
};

async function keepAll(
  first: Fleet,
  { journal, queue, stores, looking }: Surroundings,
  options: RunOptions,
): Promise<void> {
  const { everyMs, signal } = options;
  const keepers = new Map<string, Keeper>();
  const roundMs = Math.min(everyMs, roundMsMax);
  let inForce: InForce = { fleet: first, readAt: new Date() };
  let untilRead = countdown(everyMs);
  while (!signal.aborted) {
    if (untilRead() <= 0) {
      untilRead = countdown(everyMs);
      const again = await readAgain(inForce, options);
      if (again) inForce = again;
    }
    const { fleet } = inForce;
    stores.declare(fleet.stores);
    const wanted = targetsOf(fleet, options.selection).map(({ name }) => name);
    for (const name of new Set([...keepers.keys(), ...wanted])) {
      const keeper = keepers.get(name) ?? openKeeper(name, { journal, queue, openSink: stores.openSink, options });
      keepers.set(name, keeper);
      keeper.declare(fleet);
      if (looking.has(name)) continue;
      looking.set(
        name,
        keeper.look().finally(() => looking.delete(name)),
      );
    }
    await setTimeout(roundMs * (0.75 + Math.random() / 4), undefined, { signal }).catch(() => {});
  }
}

type InForce = { readonly fleet: Fleet; readonly readAt: Date };

/** The manifest as it is now. Undefined: it is wrong, and the last good one stays in force: a slip must not stop rotations. */
async function readAgain(before: InForce, { readFleet, log }: RunOptions): Promise<InForce | undefined> {
  try {
    const fleet = await readFleet();
    const readAt = new Date();
    if (isDeepStrictEqual(fleet, before.fleet)) return { fleet: before.fleet, readAt };
    log("info", "fleet.changed", { targets: fleet.targets.length, bots: fleet.bots.length });
    return { fleet, readAt };
  } catch (error) {
    const inForce = `the manifest as it was read at ${before.readAt.toISOString()}`;
    log("error", "fleet.unreadable", { message: messageOf(error), inForce });
    return undefined;
  }
}
