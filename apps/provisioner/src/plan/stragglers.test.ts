import { describe, expect, test } from "vitest";
import type { GenerationRecord } from "../journal/journal.ts";
import type { ObservedToken } from "../targets/target.ts";
import { countStragglers, stragglersOf } from "./stragglers.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));

const aRecord = (generation: number, changes: Partial<GenerationRecord> = {}): GenerationRecord => ({
  target: "forge",
  account: "bot-one",
  token: "main",
  generation,
  state: "delivered",
  scopes: [],
  isOpenable: false,
  remoteId: generation,
  deliveredAt: at(generation * 10),
  ...changes,
});

const aToken = (id: number, lastUsedAt?: Date | null): ObservedToken => ({
  id,
  name: `main.g${id}`,
  lastEight: "12345678",
  scopes: [],
  createdAt: at(0),
  ...(lastUsedAt !== undefined && { lastUsedAt }),
});

describe("an old generation", () => {
  const [old, newest] = [aRecord(1), aRecord(2)];

  test.each([
    ["was used after its successor was delivered", at(21), [{ generation: 1, lastUsedAt: at(21) }]],
    ["was used before that alone", at(19), []],
    ["was used at that moment", at(20), []],
    ["was never used", null, []],
    ["is on a target that does not show use", undefined, []],
  ])("that %s is a straggler only if somebody uses it still", (_name, lastUsedAt, expected) => {
    expect(stragglersOf([old], newest, [aToken(1, lastUsedAt), aToken(2, at(30))])).toEqual(expected);
  });

  test("is none before its successor is delivered, or when the target holds it no more", () => {
    const { deliveredAt: _deliveredAt, ...undelivered } = newest;

    expect(stragglersOf([old], undelivered, [aToken(1, at(21))])).toEqual([]);
    expect(stragglersOf([old], newest, [aToken(2, at(30))])).toEqual([]);
  });
});

describe("the stragglers of a target", () => {
  const tokens = new Map([["bot-one", [aToken(1, at(25)), aToken(2, at(30)), aToken(3)]]]);

  test("are counted by token, and the longest overlap tells since when", () => {
    const generations = [
      ...[aRecord(1), aRecord(2), aRecord(1, { account: "bot-two" })],
      ...[
        aRecord(1, { token: "other", remoteId: 2 }),
        aRecord(2, { token: "other", remoteId: 9, deliveredAt: at(15) }),
      ],
    ];

    expect(countStragglers({ generations }, { tokens })).toEqual({ count: 2, oldestSince: at(15) });
  });

  test("are none among generations that are closed", () => {
    const generations = [aRecord(1, { state: "closed" }), aRecord(2)];

    expect(countStragglers({ generations }, { tokens })).toEqual({ count: 0 });
  });
});
