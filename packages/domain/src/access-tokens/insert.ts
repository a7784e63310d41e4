import { sql } from "drizzle-orm";
import { type CreationRecord, cutCreation } from "../audit/record.ts";
import type { Connection, Context } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { gathered } from "../gathered.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import { inStatement, isOutermost } from "../transaction.ts";
import type { User } from "../users/table.ts";
import type { AccessToken } from "./table.ts";

export type IssuedToken = {
  readonly owner: User;
  readonly token: AccessToken;
  /** Returned here and nowhere else. */
  readonly plaintext: string;
  /** In the order of the request; undefined: not restricted. */
  readonly repositories: readonly RepositoryWithOwner[] | undefined;
};

/** A token that has passed every check but that of its name, which the database makes. */
export type TokenDraft = Omit<IssuedToken, "token"> & {
  readonly row: Omit<AccessToken, "id" | "supersededAt"> & { readonly tokenHash: Buffer };
};

/**
 * Stores the drafts, with a record of each, by one statement. Each has its own result: the token, or why there is none, `invalid`
 * for a taken name and `not_found` when the account was deleted at the same moment.
 */
export const insertTokens = (ctx: Context, drafts: readonly TokenDraft[]): Promise<(IssuedToken | DomainError)[]> =>
  inStatement(ctx, () =>
    insertAll(
      ctx.db,
      drafts.map((draft) => toEntry(ctx, draft)),
    ),
  );

/** The same for one, together with those of other requests that come while the last ones are being stored. */
export async function insertToken(ctx: Context, draft: TokenDraft): Promise<IssuedToken> {
  const entry = toEntry(ctx, draft);
  // Whoever is in a transaction already sees and locks what others must not wait for.
  const [issued] = isOutermost(ctx) ? [await insertTogether(ctx.db, entry)] : await insertAll(ctx.db, [entry]);
  if (!issued || issued instanceof DomainError) throw issued ?? nameTaken();
  return issued;
}

// Forgejo answers 400 here, where a taken user name is 422 and a taken repository name 409.
export const nameTaken = () => new DomainError("invalid", "access token name has been used already");

/** What the unique constraint compares. */
export const tokenKey = ({ ownerId, name }: Pick<TokenDraft["row"], "ownerId" | "name">): string =>
  `${ownerId}/${name}`;

/** A draft, and its record in pieces: who acts may be somebody else for each. */
type Entry = { readonly draft: TokenDraft; readonly record: readonly string[] };

const toEntry = (ctx: Context, draft: TokenDraft): Entry => ({ draft, record: cutCreation(ctx, creationOf(draft)) });

const creationOf = ({ owner, row, repositories }: TokenDraft): CreationRecord => ({
  action: "access_token.create",
  target: { type: "access_token", name: `${owner.name}/${row.name}` },
  after: {
    owner: owner.name,
    scopes: row.scopes,
    lastEight: row.tokenLastEight,
    repositories: repositories?.map((one) => `${one.owner.name}/${one.repository.name}`) ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  },
});

const TOGETHER_MAX = 100;

/**
 * Every act waits for the one before it to be on the disk, since the audit is a chain. What came meanwhile is one act of the
 * database, which waits once.
 */
const insertTogether = gathered(
  (db: Connection, entries: readonly Entry[]) => inStatement({ db }, () => insertAll(db, entries)),
  TOGETHER_MAX,
);

async function insertAll(db: Connection, entries: readonly Entry[]): Promise<(IssuedToken | DomainError)[]> {
  if (entries.length === 0) return [];
  // In one order for everybody, so that two statements with the same names wait for one another instead of deadlocking.
  const sorted = entries
    .map(({ draft, record }, at) => ({ at, draft, record, key: tokenKey(draft.row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const asked = sorted.map(({ draft, record }, number) => ({ number, ...toStored(draft), record }));
  const found = await db.execute<{ number: number; id: number | null; has_owner: boolean }>(
    insertion(JSON.stringify(asked), { withLists: entries.some(({ draft }) => draft.repositories !== undefined) }),
  );
  const results: (IssuedToken | DomainError)[] = [];
  for (const { number, id, has_owner: hasOwner } of found) {
    const { at, draft } = sorted[number] ?? {};
    if (at === undefined || draft === undefined) continue;
    results[at] = id === null ? (hasOwner ? nameTaken() : notFound()) : toIssued(draft, id);
  }
  return results;
}

/** With the names of the columns. */
const toStored = ({ row, repositories = [] }: TokenDraft) => ({
  owner_id: row.ownerId,
  name: row.name,
  token_hash: `\\x${row.tokenHash.toString("hex")}`,
  token_last_eight: row.tokenLastEight,
  scopes: row.scopes,
  is_repository_restricted: row.isRepositoryRestricted,
  created_at: row.createdAt,
  expires_at: row.expiresAt,
  repository_ids: repositories.map(({ repository }) => repository.id),
});

function toIssued({ row, ...draft }: TokenDraft, id: number): IssuedToken {
  const { tokenHash: _, ...stored } = row;
  return { ...draft, token: { ...stored, id, supersededAt: null } };
}

/**
 * All waits come before the audit's lock, as in every act: for accounts that somebody is deleting, for repositories, each in the
 * order of their ids, and for names that somebody is taking; the counts that are never negative make this order. One that is gone
 * by then has no row here; a list without it is the list that its deletion a moment later would have left.
 */
const insertion = (asked: string, { withLists }: { readonly withLists: boolean }) => sql`
  with asked as materialized (
    select * from jsonb_to_recordset(${asked}::text::jsonb) as asked (number int, owner_id bigint, name text,
      token_hash bytea, token_last_eight text, scopes text, is_repository_restricted boolean, created_at timestamptz,
      expires_at timestamptz, repository_ids bigint[], record text[])
  ), owners as materialized (
    select id from authority.users where id = any (array(select owner_id from asked)) order by id for key share
  ), ${withLists ? listed : sql``} inserted as (
    insert into authority.access_tokens (owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted,
      created_at, expires_at)
    select owner_id, name, token_hash, token_last_eight, scopes, is_repository_restricted, created_at, expires_at
      from asked where owner_id in (select id from owners) ${withLists ? afterLists : sql``} order by number
    on conflict (owner_id, name) where superseded_at is null do nothing
    returning id, token_hash
  ), ${withLists ? restricted : sql``} made as materialized (
    select number, inserted.id, record, owner_id in (select id from owners) as has_owner
      from asked left join inserted using (token_hash)
  )
  select number, id, has_owner, (
      select authority.append_audit_events(
        jsonb_agg(jsonb_build_array(record[1], record[2] || id || record[3]) order by number)::text)
      from made where id is not null having count(*) > 0
    ) as recorded
    from made`;

// Most tokens are not restricted, and for one of those these parts would be a fourth of the work.

const listed = sql`listed as materialized (
    select id from authority.repositories where id = any (array(select unnest(repository_ids) from asked))
      and (select count(*) from owners) >= 0 order by id for key share
  ),`;

const afterLists = sql`and (select count(*) from listed) >= 0`;

const restricted = sql`restricted as (
    insert into authority.access_token_repositories (token_id, repository_id, position)
    select inserted.id, one.id, one.position - 1 from inserted join asked using (token_hash)
      cross join unnest(repository_ids) with ordinality as one (id, position)
      where one.id in (select id from listed)
  ),`;
