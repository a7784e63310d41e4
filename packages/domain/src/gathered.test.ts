import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { createWorld } from "../test/makers.ts";
import type { Connection } from "./context.ts";
import { gathered } from "./gathered.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

const failure = (code: string) => Object.assign(new Error("failed"), { code });
const under = vi.fn(async (_: Connection, inputs: readonly number[]) => inputs.map((input) => input * 10));
const timesTen = gathered(under, 3);
const ask = (...inputs: number[]) => Promise.allSettled(inputs.map((input) => timesTen(ctx.db, input)));
const callsOf = () => under.mock.calls.map(([, inputs]) => inputs);

beforeEach(() => void under.mockClear());

test("what comes while something is under way is done together, in parts of a bounded size, and each gets its own result", async () => {
  const results = await ask(1, 2, 3, 4, 5);

  expect(results).toEqual([10, 20, 30, 40, 50].map((value) => ({ status: "fulfilled", value })));
  expect(callsOf()).toEqual([[1], [2, 3, 4], [5]]);
});

test("what comes when all is done does not wait", async () => {
  await ask(1);
  await ask(2);

  expect(callsOf()).toEqual([[1], [2]]);
});

test("what the database refuses together is done one by one, and the one to blame alone is refused", async () => {
  under.mockImplementation(async (_, inputs) => {
    if (inputs.includes(3)) throw failure("54000");
    return [...inputs];
  });

  const results = await ask(1, 2, 3, 4);

  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(callsOf()).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
});

test("what may have been done, since the answer is missing, is not done again, and later ones are", async () => {
  under.mockRejectedValueOnce(failure("CONNECTION_CLOSED")).mockRejectedValueOnce(failure("CONNECTION_CLOSED"));

  const results = await ask(1, 2, 3);

  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(callsOf()).toEqual([[1], [2, 3]]);
  expect((await ask(4)).map(({ status }) => status)).toEqual(["fulfilled"]);
});
