import { expect, test } from "vitest";
import { SinkError } from "../sinks/sink-error.ts";
import { createBreaker } from "./breaker.ts";

const silence = async (): Promise<never> => {
  throw new SinkError("no answer", { isTransient: true });
};

/** Of a store that failed five times a while ago. */
async function aBrokenStore() {
  let now = 0;
  const unlessBroken = createBreaker("the store", { elapsedMs: () => now, random: () => 1 });
  for (let call = 0; call < 5; call += 1) await unlessBroken(silence).catch(() => {});
  now = 30_000;
  return unlessBroken;
}

test("after a rest one question decides, and the others do not wait for a store that hangs still", async () => {
  const unlessBroken = await aBrokenStore();
  const answer = Promise.withResolvers<string>();
  const first = unlessBroken(() => answer.promise);

  await expect(unlessBroken(async () => "an answer")).rejects.toThrow("left alone");
  answer.resolve("an answer");
  await first;

  expect(await unlessBroken(async () => "another")).toBe("another");
});

test("a question that fails after a rest begins another", async () => {
  const unlessBroken = await aBrokenStore();

  await expect(unlessBroken(silence)).rejects.toThrow("no answer");

  await expect(unlessBroken(silence)).rejects.toThrow("left alone");
});
