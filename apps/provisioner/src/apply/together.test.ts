import { expect, test } from "vitest";
import { aBot, aToken } from "../../test/declared.ts";
import { modelJournal } from "../../test/model-journal.ts";
import { modelLeases } from "../../test/model-leases.ts";
import { modelTarget } from "../../test/model-target.ts";
import type { DeclaredSink } from "../fleet/fleet.ts";
import { plan } from "../plan/plan.ts";
import { apply } from "./apply.ts";

const now = () => new Date("2026-01-01T00:00:00Z");
const none = { bots: [], generations: [], revoked: [], repositoryAccess: [] };
const nobody = { accounts: new Map(), tokens: new Map(), readings: new Map() };

const bots = (kind: string, sinkOf: (index: number) => DeclaredSink) =>
  Array.from({ length: 40 }, (_, index) =>
    aBot({
      account: `${kind}-${index}`,
      email: `${kind}-${index}@example.org`,
      tokens: [aToken({ sinks: [sinkOf(index)] })],
    }),
  );
const files = bots("file", (index) => ({ kind: "file", path: `/secrets/${index}` }));
const vaults = bots("vault", (index) => ({ kind: "vaultKv2", store: "prod", path: `bots/${index}`, field: "token" }));

/** How many bots of each kind were in hand at one moment, at most. */
async function mostAtOnce(options: { concurrency: number; concurrencyTogether?: number }) {
  const leases = modelLeases(now, 60_000);
  const { target } = modelTarget({ now });
  const inHand = new Map<string, number>();
  const most: Record<string, number> = {};
  const change = (account: string, by: number): void => {
    const [kind = ""] = account.split("-");
    inHand.set(kind, (inHand.get(kind) ?? 0) + by);
    most[kind] = Math.max(most[kind] ?? 0, inHand.get(kind) ?? 0);
  };
  const effects = {
    now,
    pause: async () => {},
    target: {
      ...target,
      async createAccount(account: Parameters<typeof target.createAccount>[0]) {
        change(account.name, 1);
        await new Promise(setImmediate);
        await target.createAccount(account);
        change(account.name, -1);
      },
    },
    openSink: () => ({ write: async () => "taken" }),
    journal: modelJournal(now, leases.fenceOf),
    leases: leases.of("one"),
  };
  const declared = [...files, ...vaults];
  const planned = plan(declared, nobody, none, { now: now(), prune: false });
  const basis = { plan: planned, bots: declared, remembered: [], leases: new Map(), prune: false };

  const { failed, left } = await apply(effects, basis, options);

  expect([failed, left]).toEqual([[], []]);
  return most;
}

test("bots that need files alone are worked on together, and others so many at a time as declared", async () => {
  expect(await mostAtOnce({ concurrency: 4, concurrencyTogether: 30 })).toEqual({ file: 30, vault: 4 });
});

test("where nothing is gained by it, no more than declared are worked on at a time", async () => {
  const { file = 0, vault = 0 } = await mostAtOnce({ concurrency: 4 });

  expect(Math.max(file, vault)).toBe(4);
});
