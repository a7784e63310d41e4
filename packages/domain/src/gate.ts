import { DomainError } from "./errors.ts";

export type Gate = <Result>(run: () => Promise<Result>) => Promise<Result>;

/** Lets so many run at once and so many wait; a further caller is refused with `too_many_requests` rather than queued. */
export function createGate(limits: {
  readonly concurrency: number;
  readonly queueLimit: number;
  readonly refusal: string;
}): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (run) => {
    if (running >= limits.concurrency) {
      if (waiting.length >= limits.queueLimit) throw new DomainError("too_many_requests", limits.refusal);
      await new Promise<void>((resume) => waiting.push(resume));
    } else {
      running += 1;
    }
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      // The place is handed over, not given back, so that a newcomer cannot slip in between.
      if (next) next();
      else running -= 1;
    }
  };
}
