import { type Countdown, countdown } from "../countdown.ts";
import { TargetError } from "../targets/target-error.ts";

export type CircuitBreaker = {
  /** Runs a call unless the server was found sick a moment ago. @throws TargetError `unreachable` then. */
  readonly around: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** Whether calls are refused, until the pause is over. */
  readonly isOpen: () => boolean;
};

type CircuitBreakerOptions = {
  readonly begin?: (ms: number) => Countdown;
  /** Between 0 and 1. */
  readonly random?: () => number;
};

const failuresMax = 5;
const firstPauseMs = 1000;
const pauseMsMax = 60_000;

/**
 * Leaves a server alone that failed to answer several times in a row, for a pause that doubles with each that follows
 * it and is never the same for two workers. One answer of any sense ends it.
 */
export function circuitBreaker({
  begin = countdown,
  random = Math.random,
}: CircuitBreakerOptions = {}): CircuitBreaker {
  let failures = 0;
  let pauses = 0;
  let leftMs = begin(0);
  return {
    isOpen: () => leftMs() > 0,
    async around(call) {
      const restMs = leftMs();
      if (restMs > 0) {
        const until = new Date(Date.now() + restMs).toISOString();
        const message = `not asked before ${until}: it failed to answer ${failures} times in a row`;
        throw new TargetError("unreachable", message, { mayHaveHappened: false });
      }
      const pausesBefore = pauses;
      try {
        const result = await call();
        failures = 0;
        pauses = 0;
        return result;
      } catch (error) {
        if (isOfTheServer(error)) failures += 1;
        else if (error instanceof TargetError) {
          failures = 0;
          pauses = 0;
        }
        // What was sent before a pause began tells nothing new of the server.
        if (failures >= failuresMax && pauses === pausesBefore) {
          const pauseMs = Math.min(pauseMsMax, firstPauseMs * 2 ** pauses);
          pauses += 1;
          leftMs = begin(pauseMs * (0.5 + random() / 2));
        }
        throw error;
      }
    },
  };
}

/** No answer, or one that a server in trouble gives. A clear no is an answer. */
const isOfTheServer = (error: unknown): boolean =>
  error instanceof TargetError &&
  (error.kind === "unreachable" || (error.kind === "unexpected" && (error.status ?? 0) >= 500));
