import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { digestOf } from "../sinks/open.ts";
import type { Evidence, GenerationKey, Journal, Proof } from "./journal.ts";
import { type Lease, LeaseLostError } from "./lease.ts";
import { listProofs } from "./proofs.ts";
import { open, seal } from "./seal.ts";
import { bots, generations, revocations } from "./table.ts";
import { sealedOf, toBotRecord, toRecord } from "./to-record.ts";

type JournalOptions = {
  readonly db: PostgresJsDatabase;
  /** 32 bytes. Sealed copies made with another key stay shut. */
  readonly key: Buffer;
  readonly now: () => Date;
};

type Hold = Pick<Lease, "target" | "account" | "fence">;

/** Servers compare account names without regard to case, so a journal that did would take one account for two. */
const caseless = <Of extends { readonly account: string }>(of: Of): Of => ({
  ...of,
  account: of.account.toLowerCase(),
});

/** The journal in the provisioner's own schema. */
export function postgresJournal(options: JournalOptions, hold?: Hold): Journal {
  const { db, key, now } = options;
  const write = writerUnder(db, hold);
  return {
    async listBots(target, account) {
      return (
        await db
          .select()
          .from(bots)
          .where(isOf(bots, target, account))
      ).map(toBotRecord);
    },
    async listGenerations(target, account) {
      const ofTarget = isOf(generations, target, account);
      const alive = await db
        .select()
        .from(generations)
        .where(and(ofTarget, ne(generations.state, "closed")));
      // Of the dead only the highest number matters.
      const dead = await db
        .selectDistinctOn([generations.account, generations.token])
        .from(generations)
        .where(and(ofTarget, eq(generations.state, "closed")))
        .orderBy(generations.account, generations.token, desc(generations.generation));
      return [...alive, ...dead].map((row) => toRecord(row, key));
    },
    async listRevoked(target, account) {
      const rows = await db
        .select()
        .from(revocations)
        .where(isOf(revocations, target, account));
      return rows.map(({ revokedAt: _revokedAt, ...of }) => of);
    },
    async recordRevoked(of) {
      const { target, account, token } = caseless(of);
      await db.insert(revocations).values({ target, account, token, revokedAt: now() }).onConflictDoNothing();
    },
    async liftRevoked(of) {
      const { token } = of;
      await db.delete(revocations).where(and(isOf(revocations, of.target, of.account), eq(revocations.token, token)));
    },
    listProofs: (of) => listProofs(db, caseless(of)),
    async rememberBot(bot) {
      const { target, account, set, onRemove, removedAt } = caseless(bot);
      await write.bot(sql`
        insert into provisioner.bots (target, account, bot_set, disable_on_remove, delete_after_ms, removed_at)
        select ${target}, ${account}, ${set}, ${onRemove.disable}::boolean, ${onRemove.deleteAfterMs ?? null}::bigint,
          ${removedAt?.toISOString() ?? null}::timestamptz
        where ${write.isHeld}
        on conflict (target, account) do update set bot_set = excluded.bot_set,
          disable_on_remove = excluded.disable_on_remove, delete_after_ms = excluded.delete_after_ms,
          removed_at = excluded.removed_at
        returning 1`);
    },
    async forgetBot(target, account) {
      await write.bot(sql`
        delete from provisioner.bots where target = ${target} and account = ${account.toLowerCase()} and ${write.isHeld}`);
    },
    async recordIntent(intent, evidence = {}) {
      const { scopes, repositories, ...of } = caseless(intent);
      const insert = sql`
        insert into provisioner.generations
          (target, account, token, generation, state, scopes, repositories, intended_at)
        select ${of.target}, ${of.account}, ${of.token}, ${of.generation}::int, 'intended', ${asArray(scopes)},
          ${repositories ? asArray(repositories) : null}::text[], ${now().toISOString()}::timestamptz
        where ${write.isHeld}`;
      await write.step(of, insert, "intended", now(), { ...evidence, scopes, ...(repositories && { repositories }) });
    },
    async recordCreated(of, { remoteId, lastEight, plaintext }) {
      const { keyId, bytes } = seal(key, caseless(of), plaintext);
      const digest = digestOf(plaintext);
      const at = now();
      const isKnown = await write.change(
        of,
        sql`state = 'created', remote_id = ${remoteId}::bigint, token_last_eight = ${lastEight},
          token_hash = ${asBytes(Buffer.from(digest, "hex"))}, sealed = ${asBytes(bytes)}, sealed_key_id = ${keyId},
          created_at = ${at.toISOString()}::timestamptz`,
        "created",
        at,
        { remoteId, lastEight, digest },
      );
      if (!isKnown) throw new Error("a token was created that the journal had not announced");
    },
    async openSealed(of) {
      const [row] = await db.select().from(generations).where(isGeneration(of));
      const sealed = row && sealedOf(row);
      return sealed && open(key, caseless(of), sealed);
    },
    async recordDelivered(of, evidence = {}, receipts = {}) {
      const at = now();
      const time = sql`${at.toISOString()}::timestamptz`;
      await write.change(
        of,
        sql`state = 'delivered', sealed = null, sealed_key_id = null, delivered_at = ${time}, last_probed_at = ${time},
          receipts = ${JSON.stringify(receipts)}::text::jsonb`,
        "delivered",
        at,
        evidence,
      );
    },
    async recordAdopted(adoption) {
      const { scopes, repositories, remoteId, lastEight, digest, createdAt, ...of } = caseless(adoption);
      const at = now();
      const insert = sql`
        insert into provisioner.generations (target, account, token, generation, state, scopes, repositories, remote_id,
          token_last_eight, token_hash, intended_at, created_at, delivered_at)
        select ${of.target}, ${of.account}, ${of.token}, ${of.generation}::int, 'delivered', ${asArray(scopes)},
          ${repositories ? asArray(repositories) : null}::text[], ${remoteId}::bigint, ${lastEight},
          ${asBytes(Buffer.from(digest, "hex"))}, ${createdAt.toISOString()}::timestamptz,
          ${createdAt.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz
        where ${write.isHeld}`;
      await write.step(of, insert, "adopted", at, { remoteId, lastEight, digest });
    },
    async recordClosed(of, evidence = {}) {
      const at = now();
      const changes = sql`state = 'closed', sealed = null, sealed_key_id = null, closed_at = ${at.toISOString()}::timestamptz`;
      await write.change(of, changes, "closed", at, evidence);
    },
    under: (lease) => postgresJournal(options, caseless(lease)),
  };
}

/** Writes that a lost lease makes impossible: the lease is read in the same statement, and locked until it is done. */
function writerUnder(db: PostgresJsDatabase, hold: Hold | undefined) {
  const isHeld = hold
    ? sql`exists (select 1 from provisioner.leases where target = ${hold.target} and account = ${hold.account}
        and fence = ${hold.fence}::bigint for share)`
    : sql`true`;

  async function refuseLost(): Promise<void> {
    if (hold && (await db.execute(sql`select 1 where ${isHeld}`)).length === 0) throw new LeaseLostError(hold.account);
  }
  /** Does what `statement` says and adds the proof of it, or neither. */
  async function step(
    of: GenerationKey,
    statement: SQL,
    name: Proof["step"],
    at: Date,
    detail: Evidence,
  ): Promise<boolean> {
    const { target, account, token, generation } = caseless(of);
    const done = await db.execute(sql`
      with done as (${statement} returning target, account, token, generation)
      insert into provisioner.proofs (target, account, token, number, generation, step, at, detail, hash)
      select target, account, token, number, generation, ${name}, ${at.toISOString()}::timestamptz,
        ${JSON.stringify(detail)}, sha256(coalesce(previous, ''::bytea) || convert_to(
          ${JSON.stringify([target, account, token, generation, name, at.getTime(), detail])}, 'UTF8'))
      from done cross join lateral (
        select coalesce(max(number), 0) + 1 as number, (array_agg(hash order by number desc))[1] as previous
        from provisioner.proofs last
        where last.target = done.target and last.account = done.account and last.token = done.token
      ) as chain
      returning 1`);
    if (done.length === 0) await refuseLost();
    return done.length > 0;
  }
  return {
    isHeld,
    step,
    async change(of: GenerationKey, changes: SQL, name: Proof["step"], at: Date, detail: Evidence): Promise<boolean> {
      const { target, account, token, generation } = caseless(of);
      const update = sql`
        update provisioner.generations set ${changes}
        where target = ${target} and account = ${account} and token = ${token}
          and generation = ${generation}::int and ${isHeld}`;
      return step(of, update, name, at, detail);
    },
    async bot(statement: SQL): Promise<void> {
      if ((await db.execute(statement)).length === 0) await refuseLost();
    },
  };
}

const asArray = (texts: readonly string[]): SQL => sql`${sql.param([...texts])}::text[]`;
const asBytes = (bytes: Buffer): SQL => sql`decode(${bytes.toString("hex")}, 'hex')`;

const isOf = (
  table: typeof bots | typeof generations | typeof revocations,
  target: string,
  account: string | undefined,
) => and(eq(table.target, target), account === undefined ? undefined : eq(table.account, account.toLowerCase()));

const isGeneration = ({ target, account, token, generation }: GenerationKey) =>
  and(
    eq(generations.target, target),
    eq(generations.account, account.toLowerCase()),
    eq(generations.token, token),
    eq(generations.generation, generation),
  );
