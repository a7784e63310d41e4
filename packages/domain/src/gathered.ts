import type { Connection } from "./context.ts";
import { sqlState } from "./transaction.ts";

type Waiting<Input, Output> = { readonly input: Input; readonly settle: PromiseWithResolvers<Output> };

/**
 * Does what is asked for while nothing is under way at once, and what comes meanwhile together when that is done, at most `max` at
 * a time.
 * @param run an act of one statement. It has the results in the order of its inputs; when the database refuses some together, it
 * is called for each alone, so that one which cannot be done keeps no other from being done.
 */
export function gathered<Input, Output>(
  run: (db: Connection, inputs: readonly Input[]) => Promise<readonly Output[]>,
  max: number,
): (db: Connection, input: Input) => Promise<Output> {
  const queues = new WeakMap<Connection, Waiting<Input, Output>[]>();

  async function work(db: Connection, queue: Waiting<Input, Output>[]): Promise<void> {
    while (queue.length > 0) await runAll(db, queue.splice(0, max));
    queues.delete(db);
  }

  async function runAll(db: Connection, waiting: readonly Waiting<Input, Output>[]): Promise<void> {
    try {
      const inputs = waiting.map(({ input }) => input);
      const outputs = await run(db, inputs);
      for (const [at, output] of outputs.entries()) waiting[at]?.settle.resolve(output);
    } catch (error) {
      // Where the database did not answer, what was asked may have been done.
      const isRefused = /^[0-9A-Z]{5}$/.test(sqlState(error) ?? "");
      if (isRefused && waiting.length > 1) await Promise.all(waiting.map((one) => runAll(db, [one])));
      else for (const { settle } of waiting) settle.reject(error);
    }
  }

  return (db, input) => {
    const settle = Promise.withResolvers<Output>();
    const queue = queues.get(db);
    if (queue) queue.push({ input, settle });
    else {
      const fresh = [{ input, settle }];
      queues.set(db, fresh);
      void work(db, fresh);
    }
    return settle.promise;
  };
}
