import type { Sql } from "postgres";
import type { Journal, RepositoryAccess } from "./journal.ts";
import { listOf } from "./list-of.ts";

type RepositoryAccessJournal = Pick<Journal, "listRepositoryAccess" | "recordRepositoryAccess">;

const inLowerCase = (repositories: readonly string[]): string[] => repositories.map((one) => one.toLowerCase());

/** What bots were found to reach, in the provisioner's own schema. */
export const postgresRepositoryAccess = (sql: Sql, now: () => Date): RepositoryAccessJournal => ({
  listRepositoryAccess: listOf(async (target, accounts) => {
    const ofAccounts = accounts ? sql`and account = any(${accounts}::text[])` : sql``;
    const rows = await sql<(Omit<RepositoryAccess, "checkedAt"> & { checked_ms: number })[]>`
      select target, account, extract(epoch from checked_at)::float8 * 1000 as checked_ms, lost
      from provisioner.repository_access where target = ${target} ${ofAccounts}`;
    return rows.map(({ checked_ms: ms, ...row }) => ({ ...row, checkedAt: new Date(ms) }));
  }),
  async recordRepositoryAccess({ target, account }, { lost, asked }) {
    // Of a part that was asked about, nothing follows for the rest, nor for when all are due.
    const update = asked
      ? sql`lost = array(
          select one from unnest(known.lost) one where one <> all(${inLowerCase(asked)}::text[])
          union select one from unnest(excluded.lost) one)`
      : sql`checked_at = excluded.checked_at, lost = excluded.lost`;
    await sql`
      insert into provisioner.repository_access as known (target, account, checked_at, lost)
      values (${target}, ${account.toLowerCase()}, ${now().toISOString()}::timestamptz, ${inLowerCase(lost)}::text[])
      on conflict (target, account) do update set ${update}`;
  },
});
