import type { Fragment, Sql } from "postgres";
import { coalesced, type EntryResult } from "../coalesce.ts";
import type { Adoption, BotRecord, Evidence, GenerationKey, Intent, Proof } from "./journal.ts";
import { type Lease, LeaseLostError } from "./lease.ts";

/** The lease under which something is written. */
export type Hold = Pick<Lease, "target" | "account" | "fence">;

/** One step of one generation, accounts in lower case. */
type Step<Values> = {
  readonly of: GenerationKey;
  readonly hold: Hold | undefined;
  readonly at: Date;
  readonly detail: Evidence;
  readonly values: Values;
};

type Created = {
  readonly remoteId: number;
  readonly lastEight: string;
  readonly digest: string;
  readonly sealed: Buffer;
  readonly sealedKeyId: string;
};

/** Does what the step says and adds the proof of it, or neither. False: the journal does not know the generation. */
type Write<Values> = (step: Step<Values>) => Promise<boolean>;

/** A step is on the disk before its call returns. @throws LeaseLostError */
export type StepWriter = {
  readonly intended: Write<Pick<Intent, "scopes" | "repositories">>;
  readonly created: Write<Created>;
  readonly delivered: Write<{ readonly receipts: Readonly<Record<string, string>> }>;
  readonly adopted: Write<
    Pick<Adoption, "scopes" | "repositories" | "remoteId" | "lastEight" | "digest" | "createdAt">
  >;
  readonly closed: Write<object>;
  readonly bot: (bot: BotRecord, hold: Hold | undefined) => Promise<void>;
};

const stepsMax = 500;

/** The rows on which the entry `a` is about, in the table `g`. */
const isOfEntry = (sql: Sql): Fragment =>
  sql`g.target = a.target and g.account = a.account and g.token = a.token and g.generation = a.generation`;

/**
 * Writes the steps that many bots take at one moment in one statement, and so in one commit. A lost lease makes a step
 * impossible: the lease is read in the same statement, and locked until it is done.
 */
export function stepWriter(sql: Sql): StepWriter {
  const returning = sql`returning g.target, g.account, g.token, g.generation`;
  const update = (changes: Fragment) => sql`
    update provisioner.generations g set ${changes} from allowed a where ${isOfEntry(sql)} ${returning}`;
  return {
    intended: writeOf(sql, "intended", {
      columns: sql`scopes text[], repositories text[]`,
      effect: sql`
        insert into provisioner.generations as g
          (target, account, token, generation, state, scopes, repositories, intended_at)
        select target, account, token, generation, 'intended', scopes, repositories, at from allowed ${returning}`,
      toColumns: ({ scopes, repositories }) => ({ scopes, repositories }),
    }),
    created: writeOf(sql, "created", {
      columns: sql`remote_id bigint, last_eight text, digest text, sealed text, sealed_key_id text`,
      effect: update(sql`
        state = 'created', remote_id = a.remote_id, token_last_eight = a.last_eight,
        token_hash = decode(a.digest, 'hex'), sealed = decode(a.sealed, 'hex'), sealed_key_id = a.sealed_key_id,
        created_at = a.at`),
      toColumns: ({ remoteId, lastEight, digest, sealed, sealedKeyId }) => ({
        remote_id: remoteId,
        last_eight: lastEight,
        digest,
        sealed: sealed.toString("hex"),
        sealed_key_id: sealedKeyId,
      }),
    }),
    delivered: writeOf(sql, "delivered", {
      columns: sql`receipts text`,
      effect: update(sql`
        state = 'delivered', sealed = null, sealed_key_id = null, delivered_at = a.at, last_probed_at = a.at,
        receipts = a.receipts::jsonb`),
      toColumns: ({ receipts }) => ({ receipts: JSON.stringify(receipts) }),
    }),
    adopted: writeOf(sql, "adopted", {
      columns: sql`
        scopes text[], repositories text[], remote_id bigint, last_eight text, digest text, created_at timestamptz`,
      effect: sql`
        insert into provisioner.generations as g (target, account, token, generation, state, scopes, repositories,
          remote_id, token_last_eight, token_hash, intended_at, created_at, delivered_at)
        select target, account, token, generation, 'delivered', scopes, repositories, remote_id, last_eight,
          decode(digest, 'hex'), created_at, created_at, at
        from allowed ${returning}`,
      toColumns: ({ scopes, repositories, remoteId, lastEight, digest, createdAt }) => ({
        scopes,
        repositories,
        remote_id: remoteId,
        last_eight: lastEight,
        digest,
        created_at: createdAt,
      }),
    }),
    closed: writeOf(sql, "closed", {
      columns: undefined,
      effect: update(sql`state = 'closed', sealed = null, sealed_key_id = null, closed_at = a.at`),
      toColumns: () => ({}),
    }),
    bot: botWriter(sql),
  };
}

type StepKind<Values> = {
  /** Of the entries, beside those that every step has; undefined: none. */
  readonly columns: Fragment | undefined;
  /** A statement on the entries in `allowed`, which returns the keys of the generations that it changed. */
  readonly effect: Fragment;
  readonly toColumns: (values: Values) => object;
};

function writeOf<Values>(
  sql: Sql,
  name: Proof["step"],
  { columns, effect, toColumns }: StepKind<Values>,
): Write<Values> {
  const toEntry = ({ of, hold, at, detail, values }: Step<Values>) => ({
    ...toKey(of),
    fence: hold?.fence,
    at,
    detail: JSON.stringify(detail),
    hashed: JSON.stringify([of.target, of.account, of.token, of.generation, name, at.getTime(), detail]),
    ...toColumns(values),
  });
  const all = sql`token text, generation int, at timestamptz, detail text, hashed text`;
  const write = inGroups(async (steps: readonly Step<Values>[]) => {
    const done = await sql<GenerationKey[]>`
      with ${allowedOf(sql, steps.map(toEntry), columns ? sql`${all}, ${columns}` : all)},
      done as (${effect})
      insert into provisioner.proofs (target, account, token, number, generation, step, at, detail, hash)
      select target, account, token, number, generation, ${name}, at, detail,
        sha256(coalesce(previous, ''::bytea) || convert_to(hashed, 'UTF8'))
      from done join allowed using (target, account, token, generation) cross join lateral (
        select coalesce(max(number), 0) + 1 as number, (array_agg(hash order by number desc))[1] as previous
        from provisioner.proofs last
        where last.target = done.target and last.account = done.account and last.token = done.token
      ) as chain
      returning target, account, token, generation`;
    const ids = new Set(done.map(idOf));
    return steps.map(({ of }) => ids.has(idOf(of)));
  });
  return async (step) => {
    const isDone = await write(step);
    if (!isDone) await refuseLost(sql, step.hold);
    return isDone;
  };
}

function botWriter(sql: Sql): StepWriter["bot"] {
  type Entry = { readonly of: BotRecord; readonly hold: Hold | undefined };
  const columns = sql`bot_set text, disable_on_remove boolean, delete_after_ms bigint, removed_at timestamptz`;
  const write = inGroups(async (entries: readonly Entry[]) => {
    const rows = entries.map(({ of: { target, account, set, onRemove, removedAt }, hold }) => ({
      target,
      account,
      fence: hold?.fence,
      bot_set: set,
      disable_on_remove: onRemove.disable,
      delete_after_ms: onRemove.deleteAfterMs,
      removed_at: removedAt,
    }));
    const done = await sql<{ target: string; account: string }[]>`
      with ${allowedOf(sql, rows, columns)}
      insert into provisioner.bots (target, account, bot_set, disable_on_remove, delete_after_ms, removed_at)
      select target, account, bot_set, disable_on_remove, delete_after_ms, removed_at from allowed
      on conflict (target, account) do update set bot_set = excluded.bot_set,
        disable_on_remove = excluded.disable_on_remove, delete_after_ms = excluded.delete_after_ms,
        removed_at = excluded.removed_at
      returning target, account`;
    const known = new Set(done.map(botIdOf));
    return entries.map(({ of }) => known.has(botIdOf(of)));
  });
  return async (of, hold) => {
    if (!(await write({ of, hold }))) await refuseLost(sql, hold);
  };
}

/**
 * The entries as rows, and of those the `allowed` ones, whose leases are in force. Leases are locked in one order for
 * everybody, so that two processes wait for one another instead of deadlocking; and looked up one by one, since a join is
 * planned while the table is small and would read all of it for every batch.
 */
const allowedOf = (sql: Sql, entries: readonly object[], columns: Fragment): Fragment => sql`
  entry as materialized (
    select * from json_to_recordset(${JSON.stringify(entries)}::text::json)
      as entry(target text, account text, fence bigint, ${columns})
  ), held as materialized (
    select lease.* from (select * from entry order by target, account) as one cross join lateral (
      select target, account, fence from provisioner.leases lease
      where lease.target = one.target and lease.account = one.account and lease.fence = one.fence for share
    ) as lease
  ), allowed as materialized (
    select * from entry where fence is null or exists (
      select 1 from held where held.target = entry.target and held.account = entry.account and held.fence = entry.fence)
  )`;

export async function refuseLost(sql: Sql, hold: Hold | undefined): Promise<void> {
  if (!hold) return;
  const { target, account, fence } = hold;
  const [held] = await sql`
    select 1 from provisioner.leases where target = ${target} and account = ${account} and fence = ${fence}`;
  if (!held) throw new LeaseLostError(account);
}

type OfBot = { readonly of: { readonly target: string; readonly account: string } };

/** One call for one entry; those of other bots share its statement. */
function inGroups<Entry extends OfBot>(
  write: (entries: readonly Entry[]) => Promise<readonly boolean[]>,
): (entry: Entry) => Promise<boolean> {
  async function send(entries: readonly Entry[]): Promise<EntryResult<boolean>[]> {
    try {
      return (await write(entries)).map((value) => ({ value }));
    } catch (error) {
      // A statement that an entry made impossible wrote nothing; alone, each shows whether it was the one.
      if (entries.length === 1 || !wasRefused(error)) throw error;
      return Promise.all(entries.map((entry) => send([entry]).catch((reason: unknown) => [{ error: reason }]))).then(
        (results) => results.flat(),
      );
    }
  }
  return coalesced(send, stepsMax, ({ of }) => botIdOf(of));
}

/** Bad data, a broken constraint, or a deadlock: all of them are certain to have undone the statement. */
const wasRefused = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(22|23|40)/.test(String(error.code));

const toKey = ({ target, account, token, generation }: GenerationKey): GenerationKey => ({
  target,
  account,
  token,
  generation,
});
const idOf = (of: GenerationKey): string => JSON.stringify(Object.values(toKey(of)));
const botIdOf = ({ target, account }: { readonly target: string; readonly account: string }): string =>
  JSON.stringify([target, account]);
