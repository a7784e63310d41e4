import { sql } from "drizzle-orm";
import type { Connection } from "../context.ts";
import { accessTokens, accessTokenUses } from "./table.ts";

export type UseRecorder = {
  /** Remembers a use; writes nothing. */
  record(tokenId: number, at: Date): void;
  /** Writes what was remembered. What could not be written, also because the token is being deleted, is kept for the next one. */
  flush(): Promise<void>;
  /** The last flush, which waits until such a deletion is done or undone. */
  close(): Promise<void>;
};

/** When each token was used last. */
type Uses = ReadonlyMap<number, number>;

/**
 * Last uses, gathered in memory and written together: a write per request would double the cost of one. What the newest
 * minute of uses was is lost when the process is killed; nothing decides on it alone.
 */
export function createUseRecorder(db: Connection): UseRecorder {
  let pending = new Map<number, number>();

  const remember = (tokenId: number, at: number) => void pending.set(tokenId, Math.max(pending.get(tokenId) ?? 0, at));
  const keep = (uses: Uses) => {
    for (const [tokenId, at] of uses) remember(tokenId, at);
  };
  const flush = async () => {
    if (pending.size === 0) return;
    const taken = pending;
    pending = new Map();
    try {
      keep(await write(db, taken));
    } catch (error) {
      keep(taken);
      throw error;
    }
  };

  return {
    record: (tokenId, at) => remember(tokenId, at.getTime()),
    flush,
    async close() {
      await flush();
      for (const [tokenId, at] of pending) await write(db, new Map([[tokenId, at]]), { waits: true });
      pending.clear();
    },
  };
}

/**
 * Writes the uses of all tokens that stay while it does so; of one that is gone there is nothing to remember. Gives back the uses
 * of tokens that somebody is deleting. It waits for such a deletion only when asked to, and then for one token alone: who waits for
 * one token while he holds another can deadlock with who deletes the two. The uses are written in the order of ids, for which two
 * servers with the same tokens wait for one another.
 */
async function write(db: Connection, uses: Uses, { waits = false } = {}): Promise<Uses> {
  const rows = JSON.stringify([...uses].map(([id, at]) => ({ id, at: new Date(at).toISOString() })));
  const left = await db.execute<{ id: string }>(sql`
    with used as materialized (
      select id, at from jsonb_to_recordset(${rows}::text::jsonb) as used (id bigint, at timestamptz)
    ), held as materialized (
      select used.id, used.at from used join ${accessTokens} token on token.id = used.id
      order by used.id for key share of token ${waits ? sql`` : sql`skip locked`}
    ), written as (
      insert into ${accessTokenUses} (token_id, last_used_at) select id, at from held order by id
      on conflict (token_id) do update set last_used_at = greatest(excluded.last_used_at, ${accessTokenUses}.last_used_at)
    )
    select used.id from used join ${accessTokens} token on token.id = used.id
    where not exists (select from held where held.id = used.id)`);
  return new Map(left.flatMap(({ id }) => [[Number(id), uses.get(Number(id)) ?? 0]]));
}
