import type { ScopeSet } from "@mintmark/scopes";
import type { User } from "./users/table.ts";

/** How somebody showed who he is; only the first two count as password authentication. */
export type Via = "password" | "reverse_proxy" | "access_token" | "oauth2_access_token" | "operator";

/** Who acts, and what the credential in his hand may do. Made in one place from a request, whatever header it came in. */
export type Principal = {
  readonly user: User;
  /** "unlimited" is said, never implied: a credential of unknown scope has none. */
  readonly scopes: ScopeSet | "unlimited";
  /** Ids of the repositories that the credential is restricted to; undefined: not restricted. */
  readonly repositoryIds: ReadonlySet<number> | undefined;
  readonly via: Via;
  /** The access token's id. */
  readonly credentialId: number | undefined;
  /** Set when an administrator acts in the user's name (Forgejo's sudo). */
  readonly sudoBy?: User;
};

export const isPublicOnly = ({ scopes }: Principal): boolean => scopes !== "unlimited" && scopes.publicOnly;

/** Made for public things or for some repositories alone. */
export const isNarrowed = (principal: Principal): boolean =>
  isPublicOnly(principal) || principal.repositoryIds !== undefined;

/** Forgejo's admin override: a narrowed credential carries none of its owner's powers over other people's things. */
export const hasAdminPower = (principal: Principal | undefined): boolean =>
  principal?.user.isAdmin === true && !isNarrowed(principal);

export const isPasswordAuthentication = (principal: Principal | undefined): boolean =>
  principal?.via === "password" || principal?.via === "reverse_proxy";
