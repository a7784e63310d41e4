import type { Sql } from "postgres";

export type Clock = {
  /** The database's time, so that a wrong clock of this machine lengthens no token's life. */
  now(): Date;
  stop(): void;
};

const REFRESH_MS = 10_000;

/** Measures how far this machine's clock is from the database's, now and every ten seconds. */
export async function startClock(sql: Sql): Promise<Clock> {
  let offsetMs = 0;
  const measure = async () => {
    const before = Date.now();
    const [row] = await sql<{ at: Date }[]>`select clock_timestamp() as at`;
    const after = Date.now();
    if (row) offsetMs = new Date(row.at).getTime() - (before + after) / 2;
  };
  await measure();
  // A measurement that fails leaves the last one in force; the next request tells that the database is gone.
  const timer = setInterval(() => void measure().catch(() => {}), REFRESH_MS).unref();
  return { now: () => new Date(Date.now() + offsetMs), stop: () => clearInterval(timer) };
}
