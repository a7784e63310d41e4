import { setTimeout as sleep } from "node:timers/promises";
import { RefusedError, SendError, UnexpectedStatusError } from "./errors.ts";

export type RetryOptions = {
  /** How many attempts may follow the first. */
  readonly retries: number;
  /** The longest pause before the second attempt; it doubles with each. */
  readonly retryDelayMs: number;
  /** Whether a repetition does no harm although the first attempt may have been carried out. */
  readonly isRepeatable: boolean;
  readonly signal: AbortSignal | undefined;
};

const maxDelayMs = 30_000;

/** Repeats `attempt` only where that is safe, with growing random pauses, or after the time the server asks for. */
export async function withRetries<Result>(attempt: () => Promise<Result>, options: RetryOptions): Promise<Result> {
  for (let done = 0; ; done++) {
    try {
      return await attempt();
    } catch (error) {
      if (done >= options.retries || !mayRetry(error, options.isRepeatable)) throw error;
      const delayMs = pauseMs(error, done, options.retryDelayMs);
      if (delayMs > maxDelayMs) throw error;
      await sleep(delayMs, undefined, options.signal && { signal: options.signal }).catch(() => undefined);
      options.signal?.throwIfAborted();
    }
  }
}

/** A 429 was refused before any work, and a request that was not sent has done none; the rest only if repeatable. */
function mayRetry(error: unknown, isRepeatable: boolean): boolean {
  if (error instanceof SendError) return isRepeatable || !error.mayHaveArrived;
  if (error instanceof RefusedError) return error.status === 429;
  if (error instanceof UnexpectedStatusError) return isRepeatable && [502, 503, 504].includes(error.status);
  return false;
}

/** Random between nothing and the whole: many clients that fail together must not come back together. */
function pauseMs(error: unknown, done: number, retryDelayMs: number): number {
  const asked =
    error instanceof RefusedError || error instanceof UnexpectedStatusError ? error.retryAfterSeconds : undefined;
  const spread = Math.random() * Math.min(retryDelayMs * 2 ** done, maxDelayMs);
  return asked === undefined ? spread : asked * 1000 + spread;
}
