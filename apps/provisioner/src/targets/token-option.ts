import type { components } from "@mintmark/client";
import type { CreatedToken, NewToken } from "./target.ts";
import { TargetError } from "./target-error.ts";

/** A new token in the words of the API. */
export function toTokenOption({ name, scopes, repositories, expiresAt }: NewToken) {
  return {
    name,
    scopes: [...scopes],
    ...(repositories && { repositories: repositories.map(toOwnerAndName) }),
    ...(expiresAt && { expires_at: expiresAt.toISOString() }),
  };
}

function toOwnerAndName(repository: string) {
  const [owner = "", name = ""] = repository.split("/");
  return { owner, name };
}

/** What a bearer token may consist of (RFC 6750, 2.1). SECURITY: a line end would be a second line in a dotenv file. */
const bearerToken = /^[\w.~+/-]+=*$/;

/**
 * What is not checked here would be delivered: an empty file instead of a token.
 * @throws TargetError `unexpected` for an answer without id and value.
 */
export function toCreatedToken(token: components["schemas"]["AccessToken"] | undefined): CreatedToken {
  const isWhole =
    token && Number.isSafeInteger(token.id) && typeof token.sha1 === "string" && bearerToken.test(token.sha1);
  if (!isWhole || token.token_last_eight !== token.sha1.slice(-8)) {
    throw new TargetError("unexpected", "the target made a token and did not tell its id and value");
  }
  return { id: token.id, lastEight: token.token_last_eight, plaintext: token.sha1 };
}
