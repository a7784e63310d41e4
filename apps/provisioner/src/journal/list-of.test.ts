import { expect, test } from "vitest";
import { listOf } from "./list-of.ts";

test("those who ask about one account each at one moment share a statement for each target, and get their own", async () => {
  const asked: [string, readonly string[] | undefined][] = [];
  const list = listOf(async (target, accounts) => {
    asked.push([target, accounts]);
    return (accounts ?? ["bot-a", "bot-b"]).flatMap((account) => [1, 2].map((row) => ({ target, account, row })));
  });

  const [a, b, other] = await Promise.all([list("forge", "bot-a"), list("forge", "BOT-B"), list("other", "bot-a")]);
  const all = await list("forge");

  expect(asked).toEqual([
    ["forge", ["bot-a", "bot-b"]],
    ["other", ["bot-a"]],
    ["forge", undefined],
  ]);
  expect(a).toEqual([1, 2].map((row) => ({ target: "forge", account: "bot-a", row })));
  expect(b).toEqual([1, 2].map((row) => ({ target: "forge", account: "bot-b", row })));
  expect(other).toEqual([1, 2].map((row) => ({ target: "other", account: "bot-a", row })));
  expect(all).toHaveLength(4);
});
