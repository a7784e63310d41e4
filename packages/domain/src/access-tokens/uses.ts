import { sql } from "drizzle-orm";
import type { Connection } from "../context.ts";
import { accessTokens, accessTokenUses } from "./table.ts";

export type UseRecorder = {
  /** Remembers a use; writes nothing. */
  record(tokenId: number, at: Date): void;
  /** Writes what was remembered. A failed write is kept for the next one. */
  flush(): Promise<void>;
};

/**
 * Last uses, gathered in memory and written together: a write per request would double the cost of one. What the newest
 * minute of uses was is lost when the process is killed; nothing decides on it alone.
 */
export function createUseRecorder(db: Connection): UseRecorder {
  let pending = new Map<number, number>();

  return {
    record(tokenId, at) {
      pending.set(tokenId, Math.max(pending.get(tokenId) ?? 0, at.getTime()));
    },
    async flush() {
      if (pending.size === 0) return;
      const taken = pending;
      pending = new Map();
      try {
        await write(db, taken);
      } catch (error) {
        for (const [tokenId, at] of taken) pending.set(tokenId, Math.max(pending.get(tokenId) ?? 0, at));
        throw error;
      }
    },
  };
}

async function write(db: Connection, uses: ReadonlyMap<number, number>): Promise<void> {
  const rows = JSON.stringify([...uses].map(([id, at]) => ({ id, at: new Date(at).toISOString() })));
  // Joined with the tokens: one that was deleted meanwhile has no use to remember. In id order, so that two servers that
  // write the same tokens wait for one another instead of deadlocking.
  await db.execute(sql`
    insert into ${accessTokenUses} (token_id, last_used_at)
    select token.id, used.at from jsonb_to_recordset(${rows}::text::jsonb) as used (id bigint, at timestamptz)
    join ${accessTokens} token on token.id = used.id
    order by token.id
    on conflict (token_id) do update set last_used_at = greatest(excluded.last_used_at, ${accessTokenUses}.last_used_at)`);
}
