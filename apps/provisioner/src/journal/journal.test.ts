import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { type TestDatabase, testDatabase } from "@mintmark/postgres/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { modelJournal } from "../../test/model-journal.ts";
import { type ModelSession, modelLeases } from "../../test/model-leases.ts";
import { digestOf } from "../sinks/open.ts";
import type { Journal } from "./journal.ts";
import type { Lease, Leases } from "./lease.ts";
import { postgresLeases } from "./leases.ts";
import { migrateJournal } from "./open.ts";
import { postgresJournal } from "./postgres-journal.ts";
import { openPresence, type Presence } from "./presence.ts";

const at = new Date("2026-01-01T00:00:00.123Z");
const now = (): Date => at;
const key = randomBytes(32);
const plaintext = "example-plaintext-value";
const of = { target: "forge", account: "bot-one", token: "main", generation: 1 };
const intent = { ...of, scopes: ["write:repository"], repositories: ["acme/app"] };
const creation = { remoteId: 7, lastEight: plaintext.slice(-8), plaintext };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ name: "provisioner", migrate: migrateJournal });
});
afterAll(() => database.close());
beforeEach(
  () => database.sql`truncate provisioner.bots, provisioner.generations, provisioner.leases,
  provisioner.repository_access`,
);

/** Ends the session that holds the lock, as a server does with one whose process died. */
async function endBackendOf(lock: string): Promise<void> {
  const ended = await database.sql`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and objsubid = 1 and ((classid::bigint << 32) | objid::bigint) = ${lock}::bigint`;
  expect(ended).toHaveLength(1);
  while ((await database.sql`select pg_try_advisory_xact_lock_shared(${lock}::bigint) as free`)[0]?.free !== true);
}

const realJournal = (with_: Buffer = key): Journal => postgresJournal({ sql: database.sql, keys: [with_], now });

describe.each([
  ["in PostgreSQL", () => realJournal()],
  ["of the model that the apply tests use", () => modelJournal(now)],
])("the journal %s", (_name, open) => {
  let journal: Journal;
  beforeEach(() => {
    journal = open();
  });

  test("tells of the dead generations only the highest, and not that below one that lives", async () => {
    const told = async () => (await journal.listGenerations("forge")).map((one) => one.generation).sort();
    for (const generation of [1, 2, 3]) {
      await journal.recordIntent({ ...intent, generation });
      await journal.recordClosed({ ...of, generation });
    }
    expect(await told()).toEqual([3]);

    await journal.recordIntent({ ...intent, generation: 4 });
    expect(await told()).toEqual([4]);

    await journal.recordIntent({ ...intent, generation: 5 });
    await journal.recordClosed({ ...of, generation: 5 });
    expect(await told()).toEqual([4, 5]);
  });

  test("follows a generation from intent to its end", async () => {
    await journal.recordIntent(intent);
    expect(await journal.listGenerations("forge")).toEqual([{ ...intent, state: "intended", isOpenable: false }]);

    await journal.recordCreated(of, creation);
    const made = { remoteId: 7, lastEight: "xt-value".slice(-8), digest: digestOf(plaintext), createdAt: at };
    expect(await journal.listGenerations("forge")).toEqual([
      { ...intent, ...made, lastEight: plaintext.slice(-8), state: "created", isOpenable: true },
    ]);
    expect(await journal.openSealed(of)).toBe(plaintext);

    await journal.recordDelivered(of, {}, { "vault:a/b#c": "version 1" });
    expect(await journal.listGenerations("forge")).toEqual([
      {
        ...intent,
        ...made,
        lastEight: plaintext.slice(-8),
        state: "delivered",
        isOpenable: false,
        deliveredAt: at,
        lastProbedAt: at,
        receipts: { "vault:a/b#c": "version 1" },
      },
    ]);
    expect(await journal.openSealed(of)).toBeUndefined();

    await journal.recordClosed(of);
    expect(await journal.listGenerations("forge")).toMatchObject([{ generation: 1, state: "closed" }]);
  });

  test("never takes a generation number twice", async () => {
    await journal.recordIntent(intent);
    await journal.recordClosed(of);

    await expect(journal.recordIntent(intent)).rejects.toThrow();
  });

  test("drops the sealed copy of a generation that is closed before its delivery", async () => {
    await journal.recordIntent(intent);
    await journal.recordCreated(of, creation);

    await journal.recordClosed(of);

    expect(await journal.openSealed(of)).toBeUndefined();
  });

  test("knows an account in any case", async () => {
    const other = { ...of, account: "BOT-One" };
    await journal.recordIntent({ ...intent, ...other });
    await journal.recordCreated(of, creation);
    expect(await journal.openSealed(other)).toBe(plaintext);

    await journal.recordClosed(other);

    expect(await journal.listGenerations("forge")).toMatchObject([{ account: "bot-one", state: "closed" }]);
  });

  test("adopts what target and sinks agree on", async () => {
    const adoption = { ...intent, remoteId: 7, lastEight: "12345678", digest: digestOf("x"), createdAt: at };

    await journal.recordAdopted(adoption);

    expect(await journal.listGenerations("forge")).toEqual([
      { ...adoption, state: "delivered", isOpenable: false, deliveredAt: at },
    ]);
  });

  test("remembers bots until it is told to forget them, by target", async () => {
    const bot = { target: "forge", account: "bot-one", set: "bots", onRemove: { disable: true, deleteAfterMs: 5 } };
    await journal.rememberBot({ ...bot, onRemove: { disable: false } });
    await journal.rememberBot({ ...bot, removedAt: at });

    expect(await journal.listBots("forge")).toEqual([{ ...bot, removedAt: at }]);
    expect(await journal.listBots("other")).toEqual([]);
    await journal.forgetBot("forge", "bot-one");
    expect(await journal.listBots("forge")).toEqual([]);
  });

  test("tells of one account alone, whatever else is asked at that moment", async () => {
    const accounts = ["one-a", "one-b", "one-c"];
    for (const account of accounts.slice(0, 2)) {
      await journal.rememberBot({ target: "forge", account, set: account, onRemove: { disable: false } });
      await journal.recordIntent({ ...intent, account });
      await journal.recordRevoked({ target: "forge", account, token: account });
      await journal.recordRepositoryAccess({ target: "forge", account }, { lost: [account] });
    }
    const listed = (account: string) => [
      journal.listBots("forge", account),
      journal.listGenerations("forge", account),
      journal.listRevoked("forge", account),
      journal.listRepositoryAccess("forge", account),
    ];

    const [a, b, c] = await Promise.all(accounts.map((account) => Promise.all(listed(account.toUpperCase()))));

    expect(a?.map((rows) => rows.map(({ account }) => account))).toEqual(Array(4).fill(["one-a"]));
    expect(b?.map((rows) => rows.map(({ account }) => account))).toEqual(Array(4).fill(["one-b"]));
    expect(c).toEqual([[], [], [], []]);
  });

  test("keeps what a bot was found to reach, and of a part that was asked about says nothing of the rest", async () => {
    const of = { target: "access", account: "Bot-One" };
    const lostOf = async (): Promise<unknown> => {
      const listed = await journal.listRepositoryAccess("access", "bot-ONE");
      return listed.map(({ lost }) => lost.toSorted());
    };

    await journal.recordRepositoryAccess(of, { lost: ["acme/App"], asked: ["acme/App", "acme/lib"] });
    expect(await lostOf()).toEqual([["acme/app"]]);
    await journal.recordRepositoryAccess(of, { lost: ["acme/lib"], asked: ["acme/lib"] });
    expect(await lostOf()).toEqual([["acme/app", "acme/lib"]]);
    const [before] = await journal.listRepositoryAccess("access");
    await journal.recordRepositoryAccess(of, { lost: ["acme/lib"] });

    expect(await lostOf()).toEqual([["acme/lib"]]);
    expect(before).toMatchObject({ target: "access", account: "bot-one", checkedAt: expect.any(Date) });
    await journal.rememberBot({ ...of, set: "s", onRemove: { disable: false } });
    await journal.forgetBot("access", "BOT-one");
    expect(await journal.listRepositoryAccess("access")).toEqual([]);
  });
});

describe("the journal's tables", () => {
  test("hold no plaintext at any time", async () => {
    const journal = realJournal();
    const dump = async (): Promise<string> =>
      JSON.stringify(
        await database.sql`select g::text, encode(sealed, 'escape') as bytes from provisioner.generations g`,
      );

    await journal.recordIntent(intent);
    await journal.recordCreated(of, creation);
    expect(await dump()).not.toContain(plaintext);
    expect(await dump()).not.toContain(Buffer.from(plaintext).toString("hex"));
    await journal.recordDelivered(of);
    const [row] = await database.sql`select sealed, sealed_key_id from provisioner.generations`;
    expect(row).toEqual({ sealed: null, sealed_key_id: null });
  });

  test("give a sealed copy to its own row and key alone", async () => {
    const journal = realJournal();
    const other = { ...of, account: "bot-two" };
    for (const one of [of, other]) {
      await journal.recordIntent({ ...intent, ...one });
      await journal.recordCreated(one, { ...creation, remoteId: one === of ? 7 : 8 });
    }
    expect(await realJournal(randomBytes(32)).openSealed(of)).toBeUndefined();

    await database.sql`
      update provisioner.generations set sealed = (select sealed from provisioner.generations where account = 'bot-two')
      where account = 'bot-one'`;

    expect(await journal.openSealed(of)).toBeUndefined();
    expect(await journal.openSealed(other)).toBe(plaintext);
  });
});

describe.each([
  [
    "in PostgreSQL",
    () => {
      const presences = new Map<string, Promise<Presence>>();
      const presenceOf = (holder: string): Promise<Presence> => {
        const presence = presences.get(holder) ?? openPresence(database);
        presences.set(holder, presence);
        return presence;
      };
      onTestFinished(async () => {
        for (const presence of presences.values()) await (await presence).close();
      });
      return {
        of: (holder: string): Leases =>
          postgresLeases({
            sql: database.sql,
            holder,
            presence: { session: async () => (await presenceOf(holder)).session() },
            leaseMs: 60_000,
          }),
        journal: realJournal(),
        async endAll(): Promise<void> {
          await database.sql`update provisioner.leases set until = now() - interval '1 millisecond'`;
        },
        async breakSession(holder: string): Promise<void> {
          const session = await (await presenceOf(holder)).session();
          await endBackendOf(session.key ?? "");
          while (!session.isOver()) await setImmediate();
        },
      };
    },
  ],
  [
    "of the model that the simulations use",
    () => {
      let time = at.getTime();
      const leases = modelLeases(() => new Date(time), 60_000);
      const sessions = new Map<string, ModelSession>();
      const sessionOf = (holder: string): ModelSession => {
        const known = sessions.get(holder);
        const session = known && !known.isOver ? known : { isOver: false };
        sessions.set(holder, session);
        return session;
      };
      return {
        of: (holder: string) => leases.of(holder, () => sessionOf(holder)),
        journal: modelJournal(now, leases.fenceOf),
        async endAll(): Promise<void> {
          time += 60_001;
        },
        async breakSession(holder: string): Promise<void> {
          sessionOf(holder).isOver = true;
        },
      };
    },
  ],
])("a lease %s", (_name, open) => {
  const take = async (leases: Leases): Promise<Lease> => {
    const answer = await leases.acquire("forge", "Bot-One");
    if (!("lease" in answer)) throw new Error(`held by ${answer.heldBy}`);
    return answer.lease;
  };

  test("is held by one at a time, and the next is told by whom and for how long", async () => {
    const leases = open();
    await take(leases.of("first"));

    const answer = await leases.of("second").acquire("forge", "bot-one");

    expect(answer).toMatchObject({ heldBy: "first", leftMs: expect.any(Number) });
    expect("leftMs" in answer && answer.leftMs).toBeGreaterThan(50_000);
  });

  test("that was let go is taken at once, with a higher fence and as no takeover", async () => {
    const leases = open();
    const first = await take(leases.of("first"));
    await first.release();

    const second = await take(leases.of("second"));

    expect(second.fence).toBe(first.fence + 1);
    expect(second).toMatchObject({ isTakeover: false, account: "bot-one" });
    expect(second.takeover).toBeUndefined();
  });

  test("whose time is over is taken over, and those who come later know", async () => {
    const leases = open();
    await take(leases.of("first"));
    await leases.endAll();

    const second = await take(leases.of("second"));
    await second.release();
    const third = await take(leases.of("third"));

    const { at: takenAt, settlesAt } = second.takeover ?? { at, settlesAt: at };
    expect(second.isTakeover).toBe(true);
    expect(settlesAt.getTime() - takenAt.getTime()).toBe(60_000);
    expect(third).toMatchObject({ isTakeover: false, takeover: second.takeover });
    expect((await leases.of("fourth").list("forge")).get("bot-one")).toEqual({
      fence: 3,
      isHeld: true,
      takeover: second.takeover,
    });
  });

  test("whose holder's session is gone is taken over at once, and settles one lease after its time", async () => {
    const leases = open();
    await take(leases.of("first"));
    await leases.breakSession("first");

    const second = await take(leases.of("second"));

    expect(second.isTakeover).toBe(true);
    const { at: takenAt, settlesAt } = second.takeover ?? { at, settlesAt: at };
    expect(settlesAt.getTime() - takenAt.getTime()).toBeGreaterThan(110_000);
    expect(await leases.of("third").acquire("forge", "bot-one")).toMatchObject({ heldBy: "second" });
  });

  test("has no time left when the session broke, and is extended with another one unless somebody took it", async () => {
    const leases = open();
    const first = await take(leases.of("first"));
    await leases.breakSession("first");

    const left = first.leftMs();
    await first.extend();

    expect(left).toBeLessThanOrEqual(0);
    expect(first.leftMs()).toBeGreaterThan(50_000);
    expect(await leases.of("second").acquire("forge", "bot-one")).toMatchObject({ heldBy: "first" });
    await leases.breakSession("first");
    await take(leases.of("second"));
    await expect(first.extend()).rejects.toMatchObject({ name: "LeaseLostError" });
  });

  test("that was taken over is lost, and its former holder can neither extend it nor let it go", async () => {
    const leases = open();
    const first = await take(leases.of("first"));
    await leases.endAll();
    const second = await take(leases.of("second"));

    await expect(first.extend()).rejects.toMatchObject({ name: "LeaseLostError" });
    await expect(first.confirm()).rejects.toMatchObject({ name: "LeaseLostError" });
    await first.release();

    await second.confirm();
  });

  test("that was taken over refuses every late write to the journal", async () => {
    const leases = open();
    const first = leases.journal.under(await take(leases.of("first")));
    await first.recordIntent(intent);
    await leases.endAll();
    const second = leases.journal.under(await take(leases.of("second")));
    const bot = { target: "forge", account: "bot-one", set: "bots", onRemove: { disable: false } };

    for (const late of [
      () => first.recordIntent({ ...intent, generation: 2 }),
      () => first.recordCreated(of, creation),
      () => first.recordDelivered(of),
      () => first.recordClosed(of),
      () =>
        first.recordAdopted({
          ...intent,
          generation: 3,
          remoteId: 7,
          lastEight: "12345678",
          digest: digestOf("x"),
          createdAt: at,
        }),
      () => first.rememberBot(bot),
      () => first.forgetBot("forge", "bot-one"),
    ]) {
      await expect(late()).rejects.toMatchObject({ name: "LeaseLostError" });
    }
    expect(await leases.journal.listGenerations("forge")).toMatchObject([{ state: "intended" }]);

    await second.recordCreated(of, creation);
    expect(await leases.journal.openSealed(of)).toBe(plaintext);
  });
});

describe("the proofs of a token", () => {
  // Rows of proofs cannot be removed, so each test has a token of its own.
  const ofToken = (token: string) => ({ ...of, token });

  test("tell each step in order, chained, and hold no plaintext", async () => {
    const journal = realJournal();
    const ofThis = ofToken("chained");
    await journal.recordIntent({ ...intent, ...ofThis }, { because: "age" });
    await journal.recordCreated(ofThis, creation);
    await journal.recordDelivered(ofThis, { probed: { answer: "live" } });
    await journal.recordClosed(ofThis, { because: "overlap-over" });

    const proofs = await journal.listProofs(ofThis);

    expect(proofs.map(({ number, step, isIntact }) => [number, step, isIntact])).toEqual([
      [1, "intended", true],
      [2, "created", true],
      [3, "delivered", true],
      [4, "closed", true],
    ]);
    expect(proofs[0]?.detail).toMatchObject({ because: "age", scopes: intent.scopes });
    expect(JSON.stringify(proofs)).not.toContain(plaintext);
  });

  test("cannot be changed or removed, and a change behind the trigger is seen", async () => {
    const journal = realJournal();
    const ofThis = ofToken("guarded");
    await journal.recordIntent({ ...intent, ...ofThis });
    await journal.recordClosed(ofThis);

    await expect(database.sql`update provisioner.proofs set detail = '{}'`).rejects.toThrow("append-only");
    await expect(database.sql`delete from provisioner.proofs`).rejects.toThrow("append-only");
    await database.sql.begin(async (sql) => {
      await sql`alter table provisioner.proofs disable trigger proofs_append_only`;
      await sql`update provisioner.proofs set detail = '{"because":"another"}' where token = 'guarded' and number = 1`;
      await sql`alter table provisioner.proofs enable trigger proofs_append_only`;
    });

    expect((await journal.listProofs(ofThis)).map((one) => one.isIntact)).toEqual([false, true]);
  });
});
