import type { Database } from "@mintmark/postgres";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import type { BotJob, Queue } from "./queue.ts";

export const jobsSchema = "provisioner_jobs";

type PgBossQueueOptions = {
  readonly connection: Database["connection"];
  readonly applicationName: string;
  /** The engine's own trouble, such as a database that is gone. It goes on by itself. */
  readonly onError: (error: Error) => void;
};

/** How many jobs one fetch takes at least, and how many fetches ask at a time: each asks twice a second, work or none. */
const batchSizeMin = 4;
const fetchersMax = 4;
/** How many jobs one insert gives. */
const insertMax = 1000;

/** Found by killing workers: with these a dead worker's job is handed out again within seconds, and none is lost. */
const queueOptions = {
  // One job for each key, waiting or worked on, whoever adds it.
  policy: "exclusive",
  heartbeatSeconds: 10,
  expireInSeconds: 3600,
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  deleteAfterSeconds: 3600,
} as const;

/** The queue in a schema of its own in the provisioner's database. */
export async function openPgBossQueue(options: PgBossQueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    ...options.connection,
    application_name: options.applicationName,
    schema: jobsSchema,
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  // Without a listener a lost database would end the process.
  boss.on("error", options.onError);
  await boss.start();
  const known = new Map<string, Promise<void>>();
  const concurrencies = new Map<string, number>();
  const nameOf = (lane: string): string => `bots/${lane}`;
  const open = (lane: string): Promise<void> => {
    const opening = known.get(lane) ?? boss.createQueue(nameOf(lane), queueOptions);
    known.set(lane, opening);
    opening.catch(() => known.delete(lane));
    return opening;
  };

  const leave = async (lane: string): Promise<void> => {
    // Waiting for what is under way would keep the target from being looked at.
    if (concurrencies.delete(lane)) await boss.offWork(nameOf(lane), { wait: false });
  };

  return {
    leave,
    async enqueue(lane, jobs) {
      await open(lane);
      let added = 0;
      for (let start = 0; start < jobs.length; start += insertMax) {
        const some = jobs
          .slice(start, start + insertMax)
          .map((data) => ({ data, singletonKey: data.account.toLowerCase() }));
        added += (await boss.insert(nameOf(lane), some, { returnId: true }))?.length ?? 0;
      }
      return added;
    },
    async work(lane, concurrency, run) {
      await open(lane);
      if (concurrencies.get(lane) === concurrency) return;
      await leave(lane);
      concurrencies.set(lane, concurrency);
      const polling = { pollingIntervalSeconds: 0.5, burstWhenBatchFull: true, heartbeatRefreshSeconds: 3 };
      const size = Math.max(Math.min(batchSizeMin, concurrency), Math.floor(concurrency / fetchersMax));
      const workers = { batchSize: size, localConcurrency: Math.max(1, Math.floor(concurrency / size)) };
      await boss.work<BotJob>(
        nameOf(lane),
        { ...polling, ...workers, perJobResults: true },
        (given: Job<BotJob>[]): Promise<JobResult[]> => Promise.all(given.map((job) => settle(job, run))),
      );
    },
    stop: (waitMs) => boss.stop({ graceful: true, timeout: waitMs }),
  };
}

/** Each job of a batch ends by itself. What failed is known to the log, and the queue keeps no words of it. */
async function settle(
  { id, data, signal }: Job<BotJob>,
  run: (job: BotJob, signal: AbortSignal) => Promise<void>,
): Promise<JobResult> {
  try {
    await run(data, signal);
    return { id, status: "completed" };
  } catch {
    return { id, status: "failed" };
  }
}
