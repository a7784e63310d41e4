import { type SQL, sql } from "drizzle-orm";
import { users } from "../users/table.ts";
import { accessTokens } from "./table.ts";

/** What a token is worth, and what keeps it from working; the first that holds, from the second on. */
export const tokenStates = ["active", "expired", "owner_disabled", "superseded"] as const;
export type TokenState = (typeof tokenStates)[number];

/**
 * The state at `now`; the owner must be joined. Superseded ones still work, until their overlap ends and they count as expired. The
 * owner is disabled if his tokens are answered 403: not active, barred from signing in, or with a password that he must change.
 */
export const stateAt = (now: Date): SQL<TokenState> => sql<TokenState>`case
  when ${accessTokens.expiresAt} <= ${now.toISOString()}::timestamptz then 'expired'
  when not ${users.isActive} or ${users.isLoginProhibited} or ${users.mustChangePassword} then 'owner_disabled'
  when ${accessTokens.supersededAt} is not null then 'superseded'
  else 'active' end`;
