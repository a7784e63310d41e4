import { coalesced } from "../coalesce.ts";
import type { BotKey } from "./journal.ts";

const accountsMax = 500;

type Select<Row> = (target: string, accounts: readonly string[] | undefined) => Promise<Row[]>;

/**
 * Lists what there is of a target, or of one of its accounts; those who ask about one account each at one moment share a
 * statement. `select` is given accounts in lower case, or undefined for all.
 */
export function listOf<Row extends { readonly account: string }>(
  select: Select<Row>,
): (target: string, account?: string) => Promise<Row[]> {
  const ofOne = coalesced(async (asked: readonly BotKey[]) => {
    const found = new Map<string, Map<string, Row[]>>();
    for (const [target, keys] of Map.groupBy(asked, (key) => key.target)) {
      const rows = await select(
        target,
        keys.map(({ account }) => account),
      );
      found.set(
        target,
        Map.groupBy(rows, ({ account }) => account),
      );
    }
    return asked.map(({ target, account }) => ({ value: found.get(target)?.get(account) ?? [] }));
  }, accountsMax);
  return (target, account) =>
    account === undefined ? select(target, undefined) : ofOne({ target, account: account.toLowerCase() });
}
