import { SinkError } from "../sinks/sink-error.ts";

const failuresMax = 5;
const restMs = 30_000;

/** Keeps a store that does not answer from holding up everybody who waits for it. */
export type Breaker = <Result>(ask: () => Promise<Result>) => Promise<Result>;

type BreakerOptions = {
  readonly elapsedMs?: () => number;
  /** Between 0 and 1. */
  readonly random?: () => number;
};

/** After five failures in a row nothing is sent for half a minute or a little less; then one attempt decides. */
export function createBreaker(
  place: string,
  { elapsedMs = () => performance.now(), random = Math.random }: BreakerOptions = {},
): Breaker {
  let failures = 0;
  let restUntil = Number.NEGATIVE_INFINITY;
  const rest = (): void => {
    // Processes that lost it together do not come back together.
    restUntil = elapsedMs() + restMs * (0.75 + random() / 4);
  };
  return async function unlessBroken(ask) {
    if (elapsedMs() < restUntil) {
      throw new SinkError(`${place} did not answer ${failures} times in a row and is left alone for now`);
    }
    // Until this attempt has decided.
    if (failures >= failuresMax) rest();
    try {
      const result = await ask();
      failures = 0;
      restUntil = Number.NEGATIVE_INFINITY;
      return result;
    } catch (error) {
      if (error instanceof SinkError && error.isTransient) {
        failures += 1;
        if (failures >= failuresMax) rest();
      } else {
        failures = 0;
        restUntil = Number.NEGATIVE_INFINITY;
      }
      throw error;
    }
  };
}
