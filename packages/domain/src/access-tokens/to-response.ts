import type { RepositoryWithOwner } from "../repositories/find.ts";
import { toWireTime } from "../wire-time.ts";
import type { AccessTokenResponse } from "./schemas.ts";
import type { AccessToken } from "./table.ts";

type Shown = {
  /** `sha1` on the wire, whose name is history. */
  readonly plaintext?: string;
  readonly repositories: readonly RepositoryWithOwner[] | undefined;
  readonly lastUsedAt?: Date | null;
};

export function toAccessTokenResponse(
  token: AccessToken,
  { plaintext = "", repositories, lastUsedAt }: Shown,
): AccessTokenResponse {
  return {
    id: token.id,
    name: token.name,
    sha1: plaintext,
    token_last_eight: token.tokenLastEight,
    scopes: token.scopes.split(","),
    created_at: toWireTime(token.createdAt),
    repositories: repositories?.length ? repositories.map(toRepositoryMeta) : null,
    repository_restricted: token.isRepositoryRestricted,
    expires_at: token.expiresAt && toWireTime(token.expiresAt),
    last_used_at: lastUsedAt ? toWireTime(lastUsedAt) : null,
    superseded_at: token.supersededAt && toWireTime(token.supersededAt),
  };
}

function toRepositoryMeta({ repository, owner }: RepositoryWithOwner) {
  return { id: repository.id, name: repository.name, owner: owner.name, full_name: `${owner.name}/${repository.name}` };
}
