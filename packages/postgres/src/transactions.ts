import { setImmediate } from "node:timers/promises";
import type { Sql, TransactionSql } from "postgres";

type Run<Result> = (transaction: TransactionSql) => Result | Promise<Result>;
type Given<Result> = readonly [Run<Result>] | readonly [string, Run<Result>];

/** Once the connection of a transaction is gone. */
type Loss = { error?: unknown };

const optionsAndRun = <Result>(given: Given<Result>): readonly [string, Run<Result>] =>
  given.length === 1 ? ["", given[0]] : given;

/**
 * The same pool, whose transactions may lose their connections. postgres.js sends what ends a transaction down a connection
 * that is gone, which throws where nobody can catch it and ends the process (porsager/postgres#1154), and what a transaction
 * asks later down that same connection once it is another session's.
 */
export function survivingTransactions(sql: Sql): Sql {
  const begin = sql.begin.bind(sql);
  async function beginSurviving<Result>(...given: Given<Result>) {
    const [options, run] = optionsAndRun(given);
    const loss: Loss = {};
    const begun = begin(options, (transaction) => surviving(transaction, run, loss));
    // It is told of a lost connection before the transaction is.
    begun.catch((error: unknown) => {
      loss.error = error;
    });
    return begun;
  }
  return Object.assign(sql, { begin: beginSurviving });
}

async function surviving<Result>(transaction: TransactionSql, run: Run<Result>, loss: Loss): Promise<Result> {
  const never = new Promise<never>(() => {});
  try {
    const result = await run(refusing(transaction, loss));
    return "error" in loss ? await never : result;
  } catch (error) {
    // A statement hears of the loss a moment before all others.
    await setImmediate();
    if ("error" in loss) return never;
    throw error;
  }
}

/** The same transaction, which sends nothing once its connection is gone. */
function refusing(transaction: TransactionSql, loss: Loss): TransactionSql {
  const refuse = (): void => {
    if ("error" in loss) throw loss.error;
  };
  return new Proxy(transaction, {
    apply(target, self, given) {
      refuse();
      return Reflect.apply(target, self, given);
    },
    get(target, name) {
      if (name !== "unsafe" && name !== "savepoint") return Reflect.get(target, name);
      refuse();
      if (name === "unsafe") return target.unsafe;
      return <Result>(...given: Given<Result>) => {
        const [savepoint, run] = optionsAndRun(given);
        const inner: Run<Result> = (one) => surviving(one, run, loss);
        return given.length === 1 ? target.savepoint(inner) : target.savepoint(savepoint, inner);
      };
    },
  });
}
