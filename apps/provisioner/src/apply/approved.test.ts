import { expect, test } from "vitest";
import { aToken } from "../../test/declared.ts";
import type { Action } from "../plan/action.ts";
import { stillApproved } from "./approved.ts";

const of = { target: "forge", account: "bot-one" };
const issue = (token: string, generation: number): Action => ({
  ...of,
  kind: "issue",
  token,
  generation,
  declared: aToken({ name: token }),
  because: "scopes",
});
const deliver = (token: string, generation: number): Action => ({
  ...of,
  kind: "deliver",
  token,
  generation,
  declared: aToken({ name: token }),
  made: { scopes: [] },
  because: "undelivered",
});
const close = (token: string, generation: number): Action => ({
  ...of,
  kind: "close",
  token,
  generation,
  because: "superseded",
});

test("what was approved and is still to be done is done, and the rest is told", () => {
  const approved = [issue("main", 2), close("main", 1)];

  expect(stillApproved(approved, approved)).toEqual({ still: approved, gone: [] });
});

test("what somebody else did meanwhile is neither done again nor left", () => {
  const approved = [issue("main", 2), close("main", 1), issue("other", 3)];

  expect(stillApproved([], approved)).toEqual({ still: [], gone: [] });
  expect(stillApproved([issue("other", 4)], approved)).toEqual({ still: [], gone: [issue("other", 3)] });
});

test("an old generation does not end when the delivery before it was not approved; another token's may", () => {
  const approved = [issue("main", 2), close("main", 1), close("other", 4)];
  const now = [deliver("main", 2), close("main", 1), close("other", 4)];

  const { still, gone } = stillApproved(now, approved);

  expect(still).toEqual([close("other", 4)]);
  expect(gone).toEqual([issue("main", 2), close("main", 1)]);
});

test("nothing of a bot is done after something of its account that was not approved", () => {
  const update: Action = { ...of, kind: "updateAccount", changes: { isLocked: false }, because: "declared-again" };

  expect(stillApproved([update, issue("main", 2)], [issue("main", 2)]).still).toEqual([]);
});
