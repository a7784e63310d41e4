import { isScope, type ScopeSet } from "./scope.ts";
import { isEmpty, parseScopes } from "./scope-set.ts";

/**
 * What an OAuth2 access token may do on the API. OpenID's words and unknown ones are dropped; only a space separates,
 * so a list joined by commas is one unknown word. A grant that leaves nothing opens nothing; with `fallbackToAll` it opens
 * everything, as it does on a Forgejo.
 */
export function oauthScopes(grantScope: string, { fallbackToAll }: { readonly fallbackToAll: boolean }): ScopeSet {
  const scopes = parseScopes(grantScope.split(" ").filter(isScope));
  return fallbackToAll && isEmpty(scopes) ? parseScopes("all") : scopes;
}
