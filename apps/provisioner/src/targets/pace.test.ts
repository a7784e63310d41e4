import { expect, test, vi } from "vitest";
import { pacedFetch } from "./pace.ts";

test("requests go out at the pace that was declared, after a first burst of one second's worth", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const waits: number[] = [];
  const url = new URL("http://host");
  const fetch = pacedFetch(10, {
    fetch: async () => new Response(),
    waitFor: async (ms) => void waits.push(ms),
  });

  for (let count = 0; count < 13; count += 1) await fetch(url, {});
  vi.advanceTimersByTime(10_000);
  await fetch(url, {});
  vi.useRealTimers();

  expect(waits).toEqual([100, 200, 300]);
});
