import { describe, expect, test } from "vitest";
import { TargetError } from "../targets/target-error.ts";
import { circuitBreaker } from "./circuit-breaker.ts";

const silence = () => Promise.reject(new TargetError("unreachable", "no answer"));
const trouble = () => Promise.reject(new TargetError("unexpected", "bad gateway", { status: 502 }));
const refusal = () => Promise.reject(new TargetError("refused", "no", { status: 403 }));

function aBreaker() {
  let time = 1_000_000;
  const begin = (ms: number) => {
    const endsAt = time + ms;
    return () => endsAt - time;
  };
  const breaker = circuitBreaker({ begin, random: () => 1 });
  return {
    ...breaker,
    wait: (ms: number): void => {
      time += ms;
    },
    async fail(times: number, how: () => Promise<never> = silence): Promise<void> {
      for (let count = 0; count < times; count += 1) await breaker.around(how).catch(() => {});
    },
  };
}

describe("a circuit breaker", () => {
  test.each([
    ["no answer", silence],
    ["the answers of a server in trouble", trouble],
  ])("opens after five times %s, and lets nothing through", async (_what, how) => {
    const breaker = aBreaker();
    await breaker.fail(5, how);
    let calls = 0;

    const refused = breaker.around(async () => {
      calls += 1;
    });

    await expect(refused).rejects.toMatchObject({ kind: "unreachable", mayHaveHappened: false });
    expect(calls).toBe(0);
  });

  test.each([
    ["a clear no", 9, refusal],
    ["few failures", 4, silence],
    ["an error that is not the server's", 9, () => Promise.reject(new Error("a bug"))],
  ])("stays closed after %s", async (_what, times, how) => {
    const breaker = aBreaker();

    await breaker.fail(times, how);

    expect(breaker.isOpen()).toBe(false);
  });

  test("tries again after a pause that doubles, and is closed by one answer", async () => {
    const breaker = aBreaker();
    await breaker.fail(5);
    breaker.wait(1000);
    await breaker.fail(1);
    breaker.wait(1000);
    expect(breaker.isOpen()).toBe(true);
    breaker.wait(1000);

    await breaker.around(async () => "an answer");
    await breaker.fail(4);

    expect(breaker.isOpen()).toBe(false);
  });

  test("pauses after failures at one moment, such as of a hundred bots in one request, for no longer than after one", async () => {
    const breaker = aBreaker();
    await Promise.all(Array.from({ length: 100 }, () => breaker.around(silence).catch(() => {})));

    breaker.wait(1000);

    expect(breaker.isOpen()).toBe(false);
  });
});
