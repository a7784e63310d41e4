import { and, desc, eq, gt, ne, notExists, sql as part } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { digestOf } from "../sinks/open.ts";
import type { GenerationKey, Journal } from "./journal.ts";
import { listOf } from "./list-of.ts";
import { listProofs } from "./proofs.ts";
import { postgresRepositoryAccess } from "./repository-access.ts";
import { open, type SealKeys, seal } from "./seal.ts";
import { bots, generations, revocations } from "./table.ts";
import { recordColumns, sealedOf, toBotRecord, toRecord } from "./to-record.ts";
import { type Hold, refuseLost, stepWriter } from "./write-steps.ts";

type JournalOptions = {
  readonly sql: Sql;
  /** Of 32 bytes. Sealed copies made with none of them stay shut. */
  readonly keys: SealKeys;
  readonly now: () => Date;
};

/** Servers compare account names without regard to case, so a journal that did would take one account for two. */
const caseless = <Of extends { readonly account: string }>(of: Of): Of => ({
  ...of,
  account: of.account.toLowerCase(),
});

/** The journal in the provisioner's own schema. */
export function postgresJournal({ sql, keys, now }: JournalOptions): Journal {
  const db = drizzle({ client: sql });
  const write = stepWriter(sql);

  const access = postgresRepositoryAccess(sql, now);

  const above = alias(generations, "above");
  const aliveAbove = db
    .select({ generation: above.generation })
    .from(above)
    .where(
      and(
        eq(above.target, generations.target),
        eq(above.account, generations.account),
        eq(above.token, generations.token),
        gt(above.generation, generations.generation),
        ne(above.state, "closed"),
      ),
    );

  const listed = {
    listBots: listOf(async (target, accounts) => {
      const rows = await db
        .select()
        .from(bots)
        .where(isOf(bots, target, accounts));
      return rows.map(toBotRecord);
    }),
    listGenerations: listOf(async (target, accounts) => {
      const ofTarget = isOf(generations, target, accounts);
      const alive = db
        .select(recordColumns)
        .from(generations)
        .where(and(ofTarget, ne(generations.state, "closed")));
      // Of the dead only the highest number matters, and that only while none above it lives.
      const dead = db
        .selectDistinctOn([generations.account, generations.token], recordColumns)
        .from(generations)
        .where(and(ofTarget, eq(generations.state, "closed"), notExists(aliveAbove)))
        .orderBy(generations.account, generations.token, desc(generations.generation));
      return (await unionAll(alive, dead)).map((row) => toRecord(row, keys));
    }),
    listRevoked: listOf(async (target, accounts) => {
      const rows = await db
        .select()
        .from(revocations)
        .where(isOf(revocations, target, accounts));
      return rows.map(({ revokedAt: _revokedAt, ...of }) => of);
    }),
  };

  const under = (hold: Hold | undefined): Journal => ({
    ...access,
    ...listed,
    async recordRevoked(of) {
      const { target, account, token } = caseless(of);
      await db.insert(revocations).values({ target, account, token, revokedAt: now() }).onConflictDoNothing();
    },
    async liftRevoked(of) {
      const { target, account, token } = caseless(of);
      await db.delete(revocations).where(and(isOf(revocations, target, [account]), eq(revocations.token, token)));
    },
    listProofs: (of) => listProofs(db, caseless(of)),
    async rememberBot(bot) {
      await write.bot(caseless(bot), hold);
    },
    async forgetBot(target, name) {
      const account = name.toLowerCase();
      const isHeld = hold
        ? sql`exists (select 1 from provisioner.leases where target = ${hold.target} and account = ${hold.account}
            and fence = ${hold.fence} for share)`
        : sql`true`;
      const { count } = await sql`
        with access as (
          delete from provisioner.repository_access where target = ${target} and account = ${account} and ${isHeld})
        delete from provisioner.bots where target = ${target} and account = ${account} and ${isHeld}`;
      if (count === 0) await refuseLost(sql, hold);
    },
    async recordIntent(intent, evidence = {}) {
      const { scopes, repositories, ...of } = caseless(intent);
      const values = { scopes, ...(repositories && { repositories }) };
      await write.intended({ of, hold, at: now(), detail: { ...evidence, ...values }, values });
    },
    async recordCreated(announced, { remoteId, lastEight, plaintext }) {
      const of = caseless(announced);
      const { keyId, bytes } = seal(keys, of, plaintext);
      const detail = { remoteId, lastEight, digest: digestOf(plaintext) };
      const values = { ...detail, sealed: bytes, sealedKeyId: keyId };
      const isKnown = await write.created({ of, hold, at: now(), detail, values });
      if (!isKnown) throw new Error("a token was created that the journal had not announced");
    },
    async openSealed(of) {
      const [row] = await db.select().from(generations).where(isGeneration(of));
      const sealed = row && sealedOf(row);
      return sealed && open(keys, caseless(of), sealed);
    },
    async recordDelivered(of, detail = {}, receipts = {}) {
      await write.delivered({ of: caseless(of), hold, at: now(), detail, values: { receipts } });
    },
    async recordAdopted(adoption) {
      const { scopes, repositories, remoteId, lastEight, digest, createdAt, ...of } = caseless(adoption);
      const detail = { remoteId, lastEight, digest };
      const values = { ...detail, scopes, ...(repositories && { repositories }), createdAt };
      await write.adopted({ of, hold, at: now(), detail, values });
    },
    async recordClosed(of, detail = {}) {
      await write.closed({ of: caseless(of), hold, at: now(), detail, values: {} });
    },
    under: (lease) => under(caseless(lease)),
  });
  return under(undefined);
}

const isOf = (
  table: typeof bots | typeof generations | typeof revocations,
  target: string,
  accounts: readonly string[] | undefined,
) => and(eq(table.target, target), accounts && part`${table.account} = any(${part.param(accounts)}::text[])`);

const isGeneration = ({ target, account, token, generation }: GenerationKey) =>
  and(
    eq(generations.target, target),
    eq(generations.account, account.toLowerCase()),
    eq(generations.token, token),
    eq(generations.generation, generation),
  );
