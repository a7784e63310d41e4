import type { Database } from "@mintmark/postgres";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import type { Queue } from "./queue.ts";

export const jobsSchema = "provisioner_jobs";

type PgBossQueueOptions = {
  readonly connection: Database["connection"];
  readonly applicationName: string;
  /** The engine's own trouble, such as a database that is gone. It goes on by itself. */
  readonly onError: (error: Error) => void;
};

type BotJob = { readonly account: string };

/** How many jobs one fetch takes, and one insert gives. */
const batchSize = 4;
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
  const nameOf = (target: string): string => `bots/${target}`;
  const open = (target: string): Promise<void> => {
    const opening = known.get(target) ?? boss.createQueue(nameOf(target), queueOptions);
    known.set(target, opening);
    opening.catch(() => known.delete(target));
    return opening;
  };

  return {
    async enqueue(target, accounts) {
      await open(target);
      let added = 0;
      for (let start = 0; start < accounts.length; start += insertMax) {
        const jobs = accounts
          .slice(start, start + insertMax)
          .map((account) => ({ data: { account }, singletonKey: account.toLowerCase() }));
        added += (await boss.insert(nameOf(target), jobs, { returnId: true }))?.length ?? 0;
      }
      return added;
    },
    async work(target, concurrency, run) {
      await open(target);
      const polling = { pollingIntervalSeconds: 0.5, burstWhenBatchFull: true, heartbeatRefreshSeconds: 3 };
      const size = Math.min(batchSize, concurrency);
      const workers = { batchSize: size, localConcurrency: Math.max(1, Math.floor(concurrency / size)) };
      await boss.work<BotJob>(
        nameOf(target),
        { ...polling, ...workers, perJobResults: true },
        (jobs: Job<BotJob>[]): Promise<JobResult[]> => Promise.all(jobs.map((job) => settle(job, run))),
      );
    },
    stop: (waitMs) => boss.stop({ graceful: true, timeout: waitMs }),
  };
}

/** Each job of a batch ends by itself. What failed is known to the log, and the queue keeps no words of it. */
async function settle(
  { id, data, signal }: Job<BotJob>,
  run: (account: string, signal: AbortSignal) => Promise<void>,
): Promise<JobResult> {
  try {
    await run(data.account, signal);
    return { id, status: "completed" };
  } catch {
    return { id, status: "failed" };
  }
}
