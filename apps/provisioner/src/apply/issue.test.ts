import { expect, test } from "vitest";
import { aToken } from "../../test/declared.ts";
import { modelJournal } from "../../test/model-journal.ts";
import { aWorld } from "../../test/world.ts";
import { TargetError } from "../targets/target-error.ts";
import { issue } from "./issue.ts";

test.each([
  [new TargetError("refused", "no"), "the target refused to make it"],
  [new TargetError("unreachable", "nobody listens", { mayHaveHappened: false }), "the target was not reached"],
])("a generation that was not made is closed with the reason: %s", async (error, because) => {
  const { now, target } = aWorld();
  const journal = modelJournal(now, () => 1);
  const createToken = () => Promise.reject(error);
  const effects = {
    now,
    pause: async () => {},
    target: { ...target, createToken },
    journal,
    openSink: () => ({ write: async () => "written" }),
  };
  const of = { target: "forge", account: "bot-one", token: "main" };
  const action = { ...of, kind: "issue", generation: 1, because: "not-issued", declared: aToken() } as const;

  await expect(issue(effects, action, new Map())).rejects.toBe(error);

  expect((await journal.listProofs(of)).at(-1)).toMatchObject({ step: "closed", detail: { because } });
});
