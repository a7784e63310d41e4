import { SinkError } from "../sinks/sink-error.ts";

const failuresMax = 5;
const restMs = 30_000;

/** Keeps a store that does not answer from holding up everybody who waits for it. */
export type Breaker = <Result>(ask: () => Promise<Result>) => Promise<Result>;

/** After five failures in a row nothing is sent for half a minute; then one attempt decides. */
export function createBreaker(place: string, elapsedMs: () => number = () => performance.now()): Breaker {
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  return async function unlessBroken(ask) {
    if (elapsedMs() < restUntil) {
      throw new SinkError(`${place} did not answer ${failures} times in a row and is left alone for now`);
    }
    try {
      const result = await ask();
      failures = 0;
      return result;
    } catch (error) {
      if (error instanceof SinkError && error.isTransient) {
        failures += 1;
        if (failures >= failuresMax) restUntil = elapsedMs() + restMs;
      } else failures = 0;
      throw error;
    }
  };
}
