import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { aBot, aToken } from "../test/declared.ts";
import type { GenerationRecord } from "./journal/journal.ts";
import { readElsewhere } from "./read-elsewhere.ts";
import type { Sink } from "./sinks/sink.ts";

const place = { kind: "file", path: "/secrets/moved" } as const;
const key = "file:/secrets/moved";
const moved = aBot({ target: "other", tokens: [aToken({ sinks: [place] })] });
const generation = (changes: Partial<GenerationRecord>): GenerationRecord => ({
  ...{ target: "forge", account: "bot-one", token: "main", generation: 1, state: "delivered", scopes: [] },
  ...{ isOpenable: false, receipts: { [key]: "written" } },
  ...changes,
});
const closed = generation({ state: "closed" });
const { receipts: _receipts, ...half } = generation({ state: "created", generation: 2 });

test("of many sinks no more are read at once than it is told", async () => {
  let [now, most] = [0, 0];
  const read = async () => {
    now += 1;
    most = Math.max(most, now);
    await setImmediate();
    now -= 1;
    return "value";
  };
  const sinks = Array.from({ length: 50 }, (_, n) => ({ kind: "file", path: `/secrets/${n}` }) as const);
  const receipts = Object.fromEntries(sinks.map(({ path }) => [`file:${path}`, "written"]));
  const bots = [aBot({ target: "other", tokens: [aToken({ sinks })] })];

  const readings = await readElsewhere(bots, [], [generation({ receipts })], () => ({ write: read, read }), 4);

  expect([readings.size, most]).toEqual([50, 4]);
});

test.each<[string, readonly GenerationRecord[], string[]]>([
  ["was delivered there", [generation({})], [key]],
  ["was half delivered there", [closed, half], [key]],
  ["ended", [closed], []],
  ["was delivered to another place", [generation({ receipts: { "file:/secrets/other": "written" } })], []],
])(
  "of a token that is declared no more and %s the sinks are read that other bots have now",
  async (_name, known, read) => {
    const sink: Sink = { write: async () => "written", read: async () => "value" };

    expect([...(await readElsewhere([moved], [], known, () => sink, 1)).keys()]).toEqual(read);
  },
);
