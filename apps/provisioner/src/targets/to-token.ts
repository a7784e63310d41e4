import type { components } from "@mintmark/client";
import type { ObservedToken } from "./target.ts";

type AccessToken = components["schemas"]["AccessToken"];

const toDate = (time: string | null): Date | null => (time === null ? null : new Date(time));

/** What a server tells of a token; what it does not know stays away. */
export const toToken = (token: AccessToken): ObservedToken => ({
  id: token.id,
  name: token.name,
  lastEight: token.token_last_eight,
  scopes: token.scopes,
  ...(token.repositories && { repositories: token.repositories.map((one) => one.full_name) }),
  ...(token.repository_restricted !== undefined && { isRestricted: token.repository_restricted }),
  createdAt: new Date(token.created_at),
  ...(token.expires_at !== undefined && { expiresAt: toDate(token.expires_at) }),
  ...(token.last_used_at !== undefined && { lastUsedAt: toDate(token.last_used_at) }),
});
