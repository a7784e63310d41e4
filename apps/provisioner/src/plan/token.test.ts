import { describe, expect, test } from "vitest";
import { aToken, dayMs } from "../../test/declared.ts";
import type { DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationRecord } from "../journal/journal.ts";
import type { SinkReading } from "../sinks/sink.ts";
import type { ObservedToken } from "../targets/target.ts";
import { rotationDueAt } from "./age.ts";
import { planToken } from "./token.ts";
import type { RemoteGeneration, TokenView } from "./token-view.ts";

const key = { target: "forge", account: "bot-one", token: "main" };
const start = new Date("2026-01-01T00:00:00Z");
const after = (days: number): Date => new Date(start.getTime() + days * dayMs);

/** What the journal says of generation `generation`, delivered at the start. */
const recorded = (generation: number, changes: Partial<GenerationRecord> = {}): GenerationRecord => ({
  ...key,
  generation,
  state: "delivered",
  scopes: ["write:repository"],
  remoteId: 100 + generation,
  lastEight: `last-${generation}`,
  digest: `digest-${generation}`,
  isOpenable: false,
  createdAt: start,
  deliveredAt: start,
  lastProbedAt: start,
  ...changes,
});

/** A record as it is before the token was made. */
const intended = (generation: number): GenerationRecord => ({
  ...key,
  generation,
  state: "intended",
  scopes: ["write:repository"],
  isOpenable: false,
});

const sealed = (generation: number, changes: Partial<GenerationRecord> = {}): GenerationRecord =>
  recorded(generation, { state: "created", isOpenable: true, ...changes });

const remote = (generation: number, changes: Partial<ObservedToken> = {}): RemoteGeneration => ({
  generation,
  token: {
    id: 100 + generation,
    name: `main.g${generation}`,
    lastEight: `last-${generation}`,
    scopes: ["write:repository"],
    createdAt: start,
    ...changes,
  },
});

const holds = (generation: number): SinkReading => ({
  state: "holds",
  digest: `digest-${generation}`,
  lastEight: `last-${generation}`,
});
const absent: SinkReading = { state: "absent" };
const unreadable: SinkReading = { state: "unreadable", reason: "a reason" };
const mornings = {
  days: [1, 2, 3, 4, 5, 6, 7],
  opens: { hour: 0, minute: 0 },
  closes: { hour: 12, minute: 0 },
  timeZone: "UTC",
};
const afternoons = { ...mornings, opens: { hour: 12, minute: 0 }, closes: { hour: 0, minute: 0 } };
const overlap = { atLeastMs: dayMs / 24, atMostMs: 3 * dayMs, closeWhenOldIdleForMs: dayMs / 4 };

/** A delivered first generation, with nothing to do; a test changes what it is about. */
const aView = (changes: Partial<TokenView> = {}): TokenView => ({
  key,
  declared: aToken(),
  records: [recorded(1)],
  remote: [remote(1)],
  readings: [holds(1)],
  now: after(1),
  ...changes,
});

/** One line per action: `issue g2 (age)`, `close g1 #101 (superseded)`. */
const told = (view: TokenView): string[] =>
  planToken(view).actions.map((action) => {
    const generation = "generation" in action ? ` g${action.generation}` : "";
    const id = action.kind === "close" && action.remoteId !== undefined ? ` #${action.remoteId}` : "";
    return `${action.kind}${generation}${id} (${action.because})`;
  });

describe("a healthy token", () => {
  test.each<[string, Partial<TokenView>]>([
    ["delivered and held", {}],
    [
      "with generations long closed",
      { records: [recorded(1, { state: "closed" }), recorded(2)], remote: [remote(2)], readings: [holds(2)] },
    ],
    ["whose sink cannot be read now", { readings: [unreadable] }],
    [
      "whose repositories the target does not spell out",
      {
        declared: aToken({ repositories: ["acme/app"] }),
        records: [recorded(1, { repositories: ["acme/app"] })],
      },
    ],
    [
      "whose repositories differ in case and order only",
      {
        declared: aToken({ repositories: ["acme/app", "acme/lib"] }),
        records: [recorded(1, { repositories: ["acme/lib", "ACME/app"] })],
        remote: [remote(1, { repositories: ["Acme/App", "acme/lib"], isRestricted: true })],
      },
    ],
    ["younger than its rotation", { declared: aToken({ rotation: { everyMs: 2 * dayMs, spread: 0 } }) }],
    [
      "older than its rotation by less than its own delay",
      {
        declared: aToken({ rotation: { everyMs: dayMs, spread: 1 } }),
        now: new Date(after(1).getTime() + 1),
      },
    ],
    [
      "older than its rotation while its windows are closed",
      { declared: aToken({ rotation: { everyMs: dayMs, spread: 0, windows: [mornings] } }), now: after(1.5) },
    ],
    ["when the clock jumped back", { declared: aToken({ rotation: { everyMs: dayMs, spread: 0 } }), now: after(-10) }],
    ["that expires later", { remote: [remote(1, { expiresAt: after(2) })] }],
    [
      "that expires after its rotation and the overlap",
      {
        declared: aToken({ overlap, rotation: { everyMs: 7 * dayMs, spread: 0 } }),
        remote: [remote(1, { expiresAt: after(10) })],
        now: after(6.9),
      },
    ],
    [
      "that expires sooner than its overlap is long, for half of its life",
      { declared: aToken({ overlap }), remote: [remote(1, { expiresAt: after(3) })], now: after(1.4) },
    ],
  ])("%s is left alone", (_name, changes) => {
    expect(told(aView(changes))).toEqual([]);
  });
});

describe("a new generation", () => {
  test.each<[string, Partial<TokenView>, string[]]>([
    ["nothing was ever issued", { records: [], remote: [], readings: [absent] }, ["issue g1 (not-issued)"]],
    ["the target lost the token", { remote: [] }, ["issue g2 (token-missing)", "close g1 (superseded)"]],
    [
      "the token was regenerated",
      { remote: [remote(1, { lastEight: "foreign" })] },
      ["issue g2 (regenerated)", "close g1 #101 (superseded)"],
    ],
    [
      "the scopes changed",
      { declared: aToken({ scopes: ["read:repository"] }) },
      ["issue g2 (scopes)", "close g1 #101 (superseded)"],
    ],
    [
      "the scopes were changed on the target",
      { remote: [remote(1, { scopes: ["all"] })] },
      ["issue g2 (scopes)", "close g1 #101 (superseded)"],
    ],
    [
      "a restriction was declared",
      { declared: aToken({ repositories: ["acme/app"] }) },
      ["issue g2 (repositories)", "close g1 #101 (superseded)"],
    ],
    [
      "a restriction was dropped",
      { records: [recorded(1, { repositories: ["acme/app"] })] },
      ["issue g2 (repositories)", "close g1 #101 (superseded)"],
    ],
    [
      "the target says it is not restricted",
      {
        declared: aToken({ repositories: ["acme/app"] }),
        records: [recorded(1, { repositories: ["acme/app"] })],
        remote: [remote(1, { isRestricted: false })],
      },
      ["issue g2 (repositories)", "close g1 #101 (superseded)"],
    ],
    ["a sink is empty", { readings: [absent] }, ["issue g2 (sink-lost)", "close g1 #101 (superseded)"]],
    [
      "one of two sinks holds something else",
      { readings: [holds(1), holds(7)] },
      ["issue g2 (sink-lost)", "close g1 #101 (superseded)"],
    ],
    [
      "the target says it expired",
      { remote: [remote(1, { expiresAt: after(1) })] },
      ["issue g2 (expired)", "close g1 #101 (superseded)"],
    ],
    [
      "its lifetime is over on a target without expiry",
      { declared: aToken({ lifetimeMs: dayMs }) },
      ["issue g2 (expired)", "close g1 #101 (superseded)"],
    ],
    [
      "it would expire in the overlap after its rotation, as one that was made when its class had a shorter lifetime",
      {
        declared: aToken({ overlap, lifetimeMs: 60 * dayMs, rotation: { everyMs: 30 * dayMs, spread: 0 } }),
        remote: [remote(1, { expiresAt: after(10) })],
        now: after(7),
      },
      ["issue g2 (expires-soon)"],
    ],
    [
      "it would expire, and no rotation is declared any more",
      { remote: [remote(1, { expiresAt: after(20) })], now: after(19) },
      ["issue g2 (expires-soon)", "close g1 #101 (superseded)"],
    ],
    [
      "its age asks for it",
      { declared: aToken({ rotation: { everyMs: dayMs, spread: 0 } }) },
      ["issue g2 (age)", "close g1 #101 (superseded)"],
    ],
    [
      "its age asks for it in a window",
      { declared: aToken({ rotation: { everyMs: dayMs, spread: 0, windows: [mornings] } }), now: after(2.4) },
      ["issue g2 (age)", "close g1 #101 (superseded)"],
    ],
    [
      "it would expire before its windows open",
      {
        declared: aToken({ rotation: { everyMs: dayMs, spread: 0, windows: [mornings] } }),
        remote: [remote(1, { expiresAt: after(1.6) })],
        now: after(1.5),
      },
      ["issue g2 (expires-soon)", "close g1 #101 (superseded)"],
    ],
    [
      "its lifetime would end before its windows open, on a target without expiry",
      {
        declared: aToken({ lifetimeMs: 1.7 * dayMs, rotation: { everyMs: dayMs, spread: 0, windows: [mornings] } }),
        now: after(1.55),
      },
      ["issue g2 (expires-soon)", "close g1 #101 (superseded)"],
    ],
    [
      "its sink lost it while its windows are closed",
      {
        declared: aToken({ rotation: { everyMs: dayMs, spread: 0, windows: [mornings] } }),
        readings: [absent],
        now: after(1.5),
      },
      ["issue g2 (sink-lost)", "close g1 #101 (superseded)"],
    ],
    [
      "a person asks for it while its windows are closed",
      {
        declared: aToken({ rotation: { everyMs: dayMs, spread: 0, windows: [mornings] } }),
        demand: "rotate",
        now: after(1.5),
      },
      ["issue g2 (asked)", "close g1 #101 (superseded)"],
    ],
  ])("is made when %s", (_name, changes, expected) => {
    expect(told(aView(changes))).toEqual(expected);
  });

  test.each<[string, Partial<DeclaredToken>, string[]]>([
    ["until it opens", {}, ["2026-01-03T00:00:00.000Z"]],
    ["until its lifetime leaves it no more time", { lifetimeMs: 1.75 * dayMs }, ["2026-01-02T13:48:00.000Z"]],
    ["not while it is too young", { rotation: { everyMs: 2 * dayMs, spread: 0, windows: [mornings] } }, []],
  ])("is told to wait for a window %s", (_name, changes, expected) => {
    const declared = aToken({ rotation: { everyMs: dayMs, spread: 0, windows: [mornings] }, ...changes });
    const { actions, notices } = planToken(aView({ declared, now: after(1.5) }));
    expect(actions).toEqual([]);
    expect(notices).toEqual(
      expected.map(
        (until) => `a new generation waits for its time in a window, until ${until}: its age asks for a rotation`,
      ),
    );
  });

  test.each([
    { spread: 0, within: 0 },
    { spread: 0.2, within: 0.2 },
    { spread: 1, within: 0.5 },
  ])("begins within $within of the window that many wait for, whose spread is $spread", ({ spread, within }) => {
    const declared = aToken({ rotation: { everyMs: dayMs / 24, spread, windows: [mornings] } });
    const keys = Array.from({ length: 200 }, (_, n) => ({ ...key, account: `ci-${n}` }));

    const due = keys.map((one) => rotationDueAt(one, declared, after(0.6), undefined, after(0.6))?.getTime() ?? 0);

    const opens = after(1).getTime();
    const lets = due.map((at) => (at - opens) / (dayMs / 2));
    expect(Math.min(...lets)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...lets)).toBeLessThanOrEqual(within / 20);
    expect(Math.max(...lets)).toBeLessThanOrEqual(within);
    expect(Math.max(...lets)).toBeGreaterThanOrEqual(within * 0.95);
  });

  test.each<[string, Partial<DeclaredToken>, Date?]>([
    ["its age", { rotation: { everyMs: dayMs, spread: 1 } }],
    ["its windows", { rotation: { everyMs: dayMs / 24, spread: 0, windows: [afternoons] } }],
    ["its own part of a window", { rotation: { everyMs: dayMs / 24, spread: 0.5, windows: [afternoons] } }],
    ["its target", { overlap, rotation: { everyMs: 7 * dayMs, spread: 0 } }, after(8)],
    ["its lifetime", { lifetimeMs: 3 * dayMs }],
    [
      "its lifetime before its windows",
      { lifetimeMs: (5 * dayMs) / 12, rotation: { everyMs: dayMs / 24, spread: 0, windows: [afternoons] } },
    ],
  ])("is made at the moment that the calendar tells, by %s", (_name, changes, expiresAt) => {
    const declared = aToken(changes);
    const due = rotationDueAt(key, declared, start, expiresAt, start)?.getTime() ?? Number.NaN;
    const at = (time: number) =>
      told(aView({ declared, remote: [remote(1, { expiresAt: expiresAt ?? null })], now: new Date(time) }));
    expect(at(due - 1)).toEqual([]);
    expect(at(due)).toContainEqual(expect.stringMatching(/^issue g2 \((?:age|expires-soon)\)$/));
  });

  test.each<[string, Partial<TokenView>, string]>([
    ["the journal", { records: [recorded(1), recorded(6, { state: "closed" })] }, "issue g7 (sink-lost)"],
    ["the target", { remote: [remote(1), remote(9)] }, "issue g10 (sink-lost)"],
  ])("has a number above every one that %s knows", (_name, changes, expected) => {
    expect(told(aView({ readings: [absent], ...changes }))).toContain(expected);
  });

  test("leaves the old one alive when an overlap is declared", () => {
    expect(told(aView({ declared: aToken({ overlap, scopes: ["read:repository"] }) }))).toEqual(["issue g2 (scopes)"]);
  });

  test("leaves no overlap to one that is past its lifetime, which such a target does not end by itself", () => {
    expect(told(aView({ declared: aToken({ overlap, lifetimeMs: dayMs }) }))).toEqual([
      "issue g2 (expired)",
      "close g1 #101 (expired)",
    ]);
  });

  test("leaves no overlap to a value that was regenerated", () => {
    const view = aView({ declared: aToken({ overlap }), remote: [remote(1, { lastEight: "foreign" })] });

    expect(told(view)).toEqual(["issue g2 (regenerated)", "close g1 #101 (superseded)"]);
  });
});

describe("a sink that cannot be read", () => {
  const sink = { kind: "actionsSecret", target: "forge", of: { repository: "acme/app" }, name: "TOKEN" } as const;
  const declared = aToken({ sinks: [sink] });
  const readings = [{ state: "write-only" }] as const;

  test("is right as long as the journal has its receipt of the current generation", () => {
    const receipts = { "actions:forge/acme/app#TOKEN": "created" };

    expect(told(aView({ declared, readings, records: [recorded(1, { receipts })] }))).toEqual([]);
  });

  test("gets a new generation when there is none, such as when it is declared later", () => {
    expect(told(aView({ declared, readings }))).toEqual(["issue g2 (unproven)", "close g1 #101 (superseded)"]);
  });
});

describe("an interrupted generation", () => {
  test.each<[string, Partial<TokenView>, string[]]>([
    [
      "was asked for and never made",
      { records: [intended(1)], remote: [], readings: [absent] },
      ["close g1 (answer-lost)", "issue g2 (not-issued)"],
    ],
    [
      "was made, and its value lost with the answer",
      { records: [intended(1)], readings: [absent] },
      ["close g1 #101 (answer-lost)", "issue g2 (not-issued)"],
    ],
    [
      "was to replace one that is well again",
      { records: [recorded(1), intended(2)], remote: [remote(1), remote(2)] },
      ["close g2 #102 (answer-lost)"],
    ],
    ["lies sealed", { records: [sealed(1)], readings: [absent] }, ["deliver g1 (undelivered)"]],
    [
      "lies sealed beside the one it replaces",
      { records: [recorded(1), sealed(2)], remote: [remote(1), remote(2)] },
      ["deliver g2 (undelivered)", "close g1 #101 (superseded)"],
    ],
    [
      "was written to one sink of two",
      {
        records: [recorded(1), sealed(2)],
        remote: [remote(1), remote(2)],
        readings: [holds(2), holds(1)],
      },
      ["deliver g2 (undelivered)", "close g1 #101 (superseded)"],
    ],
    [
      "lies sealed and is declared otherwise now",
      {
        declared: aToken({ scopes: ["read:repository"] }),
        records: [sealed(1)],
        readings: [absent],
      },
      ["close g1 #101 (undeliverable)", "issue g2 (not-issued)"],
    ],
    [
      "was written and is declared otherwise now",
      {
        declared: aToken({ scopes: ["read:repository"] }),
        records: [sealed(1)],
      },
      ["deliver g1 (undelivered)", "issue g2 (scopes)", "close g1 #101 (superseded)"],
    ],
    [
      "was written beside the one it replaces, and is declared otherwise now",
      {
        declared: aToken({ scopes: ["read:repository"] }),
        records: [recorded(1), sealed(2)],
        remote: [remote(1), remote(2)],
        readings: [holds(2), holds(1)],
      },
      ["deliver g2 (undelivered)", "close g1 #101 (superseded)", "issue g3 (scopes)", "close g2 #102 (superseded)"],
    ],
    [
      "was written and is declared otherwise now, while the old one overlaps",
      {
        declared: aToken({ scopes: ["read:repository"], overlap }),
        records: [recorded(1), sealed(2)],
        remote: [remote(1), remote(2)],
        readings: [holds(2), holds(1)],
      },
      ["deliver g2 (undelivered)"],
    ],
    [
      "may be in a sink that cannot be read",
      {
        declared: aToken({ scopes: ["read:repository"] }),
        records: [sealed(1)],
        readings: [unreadable],
      },
      ["deliver g1 (undelivered)", "issue g2 (scopes)", "close g1 #101 (superseded)"],
    ],
    [
      "was sealed with a key that is lost",
      { records: [sealed(1, { isOpenable: false })], readings: [absent] },
      ["close g1 #101 (undeliverable)", "issue g2 (not-issued)"],
    ],
    [
      "was sealed with a lost key and half written",
      {
        records: [recorded(1), sealed(2, { isOpenable: false })],
        remote: [remote(1), remote(2)],
        readings: [holds(2), holds(1)],
      },
      ["issue g3 (sink-lost)", "close g1 #101 (superseded)", "close g2 #102 (undeliverable)"],
    ],
    [
      "lies sealed and the target lost it",
      { records: [sealed(1)], remote: [], readings: [absent] },
      ["close g1 (undeliverable)", "issue g2 (not-issued)"],
    ],
  ])("that %s", (_name, changes, expected) => {
    expect(told(aView(changes))).toEqual(expected);
  });
});

describe("tokens of the fleet's names", () => {
  test("a second one with the current one's name ends, and the journal keeps what it says of the current one", () => {
    const view = aView({ remote: [remote(1), remote(1, { id: 900, lastEight: "stranger" })] });

    expect(planToken(view).actions).toMatchObject([{ kind: "close", generation: 1, remoteId: 900, isDuplicate: true }]);
  });

  test("one whose answer was lost is closed in the journal too", () => {
    const [close] = planToken(aView({ records: [recorded(1), intended(2)], remote: [remote(1), remote(2)] })).actions;

    expect(close).toMatchObject({ kind: "close", generation: 2, because: "answer-lost" });
    expect(close).not.toHaveProperty("isDuplicate");
  });

  test.each<[string, Partial<TokenView>, string[]]>([
    ["that nobody knows are deleted", { remote: [remote(1), remote(5)] }, ["close g5 #105 (unknown)"]],
    [
      "that came back after they were closed are deleted",
      {
        records: [recorded(1, { state: "closed" }), recorded(2)],
        remote: [remote(1), remote(2)],
        readings: [holds(2)],
      },
      ["close g1 #101 (unknown)"],
    ],
    [
      "that bear the current name with another id are deleted by their id",
      {
        remote: [remote(1), { generation: 1, token: { ...remote(1).token, id: 555, lastEight: "twin" } }],
      },
      ["close g1 #555 (unknown)"],
    ],
    [
      "that an unreadable sink may hold end only after delivery",
      { declared: aToken({ scopes: ["read:user"] }), remote: [remote(1), remote(2)], readings: [unreadable] },
      ["issue g3 (scopes)", "close g1 #101 (superseded)", "close g2 #102 (unknown)"],
    ],
    [
      "that a sink holds end only after delivery",
      { records: [recorded(2)], remote: [remote(1), remote(2)], readings: [holds(1)] },
      ["issue g3 (sink-lost)", "close g2 #102 (superseded)", "close g1 #101 (unknown)"],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(told(aView(changes))).toEqual(expected);
  });
});

describe("without a journal", () => {
  test("the highest generation is current when a sink holds it", () => {
    const view = aView({ records: [], remote: [remote(3), remote(4)], readings: [holds(4)] });

    expect(told(view)).toEqual(["adopt g4 (journal-lost)", "close g3 #103 (unknown)"]);
  });

  test("a new one is made when no sink holds the highest", () => {
    const view = aView({ records: [], remote: [remote(3), remote(4)], readings: [holds(3)] });

    expect(told(view)).toEqual(["close g4 #104 (unknown)", "issue g5 (sink-lost)", "close g3 #103 (unknown)"]);
  });

  test("an adopted one is compared with its declaration", () => {
    const view = aView({ declared: aToken({ scopes: ["read:user"] }), records: [] });

    expect(told(view)).toEqual(["adopt g1 (journal-lost)", "issue g2 (scopes)", "close g1 #101 (superseded)"]);
  });
});

describe("a newer generation than all that the journal knows", () => {
  test.each<[string, Partial<TokenView>, string[]]>([
    [
      "is current when a sink holds it",
      { remote: [remote(1), remote(2)], readings: [holds(2)] },
      ["adopt g2 (journal-lost)", "close g1 #101 (superseded)"],
    ],
    [
      "leaves ours its overlap then",
      { declared: aToken({ overlap }), remote: [remote(1), remote(2)], readings: [holds(2)] },
      ["adopt g2 (journal-lost)"],
    ],
    [
      "is current in the place of ours, too",
      { remote: [remote(2)], readings: [holds(2)] },
      ["adopt g2 (journal-lost)", "close g1 (superseded)"],
    ],
    [
      "ends when somebody asks for one of ours",
      { demand: "rotate", remote: [remote(2)] },
      ["close g2 #102 (unknown)", "issue g3 (token-missing)", "close g1 (superseded)"],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(told(aView(changes))).toEqual(expected);
  });

  test.each<[string, Partial<TokenView>]>([
    ["in the place of ours", { remote: [remote(2)] }],
    ["in the place of ours when the sink cannot be read", { remote: [remote(2)], readings: [unreadable] }],
    ["before ours was made", { records: [intended(1)], remote: [remote(2)], readings: [absent] }],
  ])("is for a person to decide about when it is there %s", (_name, changes) => {
    const { actions, problem } = planToken(aView(changes));

    expect(actions).toEqual([]);
    expect(problem).toMatch(
      /^main.g2 exists and this journal did not make it, so another provisioner may own this bot/,
    );
  });
});

describe("a demand", () => {
  const declared = aToken({ overlap });
  const two = { records: [recorded(1), recorded(2)], remote: [remote(1), remote(2)], readings: [holds(2)] };

  test.each<[string, Partial<TokenView>, string[]]>([
    ["to rotate leaves the declared overlap", { demand: "rotate", declared }, ["issue g2 (asked)"]],
    [
      "to rotate at once leaves none",
      { demand: "rotate-now", declared },
      ["issue g2 (asked)", "close g1 #101 (superseded)"],
    ],
    ["to rotate waits for an open overlap", { demand: "rotate", declared, ...two }, []],
    [
      "to rotate at once ends an open overlap first",
      { demand: "rotate-now", declared, ...two },
      ["close g1 #101 (superseded)", "issue g3 (asked)", "close g2 #102 (superseded)"],
    ],
    [
      "to rotate delivers what lies sealed",
      { demand: "rotate", records: [recorded(1), sealed(2)], remote: [remote(1), remote(2)] },
      ["deliver g2 (undelivered)", "close g1 #101 (superseded)"],
    ],
    [
      "to revoke ends all that lives, and all that was begun",
      {
        demand: "revoke",
        ...two,
        records: [recorded(1), sealed(2), intended(3)],
        remote: [remote(1), remote(2), remote(9)],
      },
      ["close g1 #101 (revoked)", "close g2 #102 (revoked)", "close g9 #109 (revoked)", "close g3 (revoked)"],
    ],
    [
      "to revoke waits for nobody who was taken over",
      { demand: "revoke", takeover: { at: after(1), settlesAt: after(2) } },
      ["close g1 #101 (revoked)"],
    ],
    [
      "to revoke makes nothing new",
      { demand: "revoke", records: [recorded(1, { state: "closed" })], remote: [], readings: [absent] },
      [],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(told(aView(changes))).toEqual(expected);
  });
});

describe("after a takeover", () => {
  const takeover = { at: after(1), settlesAt: new Date(after(1).getTime() + 60_000) };

  test.each<[string, Partial<TokenView>, string[]]>([
    ["what is superseded lives one lease longer", { takeover, readings: [absent] }, ["issue g2 (sink-lost)"]],
    [
      "and ends when that is over",
      { takeover, readings: [absent], now: takeover.settlesAt },
      ["issue g2 (sink-lost)", "close g1 #101 (superseded)"],
    ],
    [
      "a new generation waits for what must make room",
      {
        takeover,
        declared: aToken({ overlap }),
        records: [recorded(1), recorded(2)],
        remote: [remote(1), remote(2)],
        readings: [absent],
      },
      [],
    ],
    [
      "what lies sealed is delivered although it is declared otherwise now",
      { takeover, declared: aToken({ scopes: ["read:user"] }), records: [sealed(1)], readings: [absent] },
      ["deliver g1 (undelivered)"],
    ],
    [
      "what nobody can have in hands ends at once",
      { takeover, records: [recorded(1), intended(2)], remote: [remote(1), remote(2)] },
      ["close g2 #102 (answer-lost)"],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(told(aView(changes))).toEqual(expected);
  });
});

describe("an overlap", () => {
  /** The second generation was delivered at the start; the first overlaps. */
  const open = (changes: Partial<TokenView> = {}, used: { old?: Date | null; current?: Date | null } = {}): TokenView =>
    aView({
      declared: aToken({ overlap }),
      records: [recorded(1, { deliveredAt: after(-30) }), recorded(2)],
      remote: [
        remote(1, used.old === undefined ? {} : { lastUsedAt: used.old }),
        remote(2, used.current === undefined ? {} : { lastUsedAt: used.current }),
      ],
      readings: [holds(2)],
      ...changes,
    });
  const soonAfterProbe = new Date(start.getTime() + 60_000);

  test.each<[string, TokenView, string[]]>([
    ["stays open without evidence", open(), []],
    ["closes at its longest", open({ now: after(3) }), ["close g1 #101 (overlap-over)"]],
    [
      "closes when the new one is in use and the old one silent",
      open({}, { old: after(0.1), current: after(0.5) }),
      ["close g1 #101 (seen-in-use)"],
    ],
    [
      "closes when the old one was never used",
      open({}, { old: null, current: after(0.5) }),
      ["close g1 #101 (seen-in-use)"],
    ],
    ["stays while the new one was never used", open({}, { old: after(0.1), current: null }), []],
    ["stays while our own probe is the only use", open({}, { old: after(0.1), current: soonAfterProbe }), []],
    ["stays while the old one is in use", open({}, { old: after(0.9), current: after(0.9) }), []],
    ["stays at least as long as declared", open({ now: after(0.04) }, { old: null, current: after(0.03) }), []],
    ["closes at once when none is declared any more", open({ declared: aToken() }), ["close g1 #101 (superseded)"]],
    ["is closed in the journal when the old one is gone", open({ remote: [remote(2)] }), ["close g1 (superseded)"]],
    [
      "closes at the end of the old one's lifetime",
      open({
        declared: aToken({ overlap, lifetimeMs: 31 * dayMs }),
        records: [recorded(1, { createdAt: after(-30) }), recorded(2)],
      }),
      ["close g1 #101 (expired)"],
    ],
    ["keeps a rotation waiting", open({ declared: aToken({ overlap, scopes: ["read:user"] }) }), []],
    [
      "ends early for a token that was lost",
      open({ readings: [absent] }),
      ["close g1 #101 (makes-room)", "issue g3 (sink-lost)"],
    ],
    [
      "outlives the loss of its successor",
      open({ remote: [remote(1)] }),
      ["issue g3 (token-missing)", "close g2 (superseded)"],
    ],
    [
      "is closed at its end before a rotation that waited",
      open({ declared: aToken({ overlap, scopes: ["read:user"] }), now: after(3) }),
      ["close g1 #101 (overlap-over)", "issue g3 (scopes)"],
    ],
  ])("%s", (_name, view, expected) => {
    expect(told(view)).toEqual(expected);
  });

  /** The same on a server whose clock is so many days ahead of the journal's, which shows in what it says of the new one. */
  const openAhead = (days: number, used: { old: number; current: number }): TokenView =>
    open({
      remote: [
        remote(1, { lastUsedAt: after(used.old + days) }),
        remote(2, { createdAt: after(days), lastUsedAt: after(used.current + days) }),
      ],
    });

  test.each<[string, TokenView, string[]]>([
    ["ahead stays while our own probe is the only use", openAhead(0.4, { old: -1, current: 0 }), []],
    ["behind stays while the old one is in use", openAhead(-0.4, { old: 0.95, current: 0.9 }), []],
    [
      "ahead closes when the new one is in use and the old one silent",
      openAhead(0.4, { old: 0.1, current: 0.5 }),
      ["close g1 #101 (seen-in-use)"],
    ],
    [
      "behind closes when the new one is in use and the old one silent",
      openAhead(-0.4, { old: 0.1, current: 0.9 }),
      ["close g1 #101 (seen-in-use)"],
    ],
  ])("on a target whose clock is %s", (_name, view, expected) => {
    expect(told(view)).toEqual(expected);
  });

  test("says until when, and that only time closes it where last use is not shown", () => {
    const [notice] = planToken(open()).notices;

    expect(notice).toContain("generation 1 overlaps until 2026-01-04T00:00:00.000Z at the latest");
    expect(notice).toContain("does not show last use");
  });

  test("says when the old one's lifetime ends before the overlap", () => {
    const [notice] = planToken(
      open({
        declared: aToken({ overlap, lifetimeMs: 32 * dayMs }),
        records: [recorded(1, { createdAt: after(-30) }), recorded(2)],
      }),
    ).notices;

    expect(notice).toContain("generation 1 overlaps until 2026-01-03T00:00:00.000Z at the latest");
  });
});
