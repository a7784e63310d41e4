import { accepted, checkEntry, refusalOr } from "../batch.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { findUsersByName, refuseOrganization } from "../users/find.ts";
import { draftToken } from "./create.ts";
import { type IssuedToken, insertTokens, nameTaken, type TokenDraft, tokenKey } from "./insert.ts";
import { findReadable } from "./restriction.ts";
import { batchToken, type CreateTokensOption } from "./schemas.ts";

/**
 * Makes the tokens in one transaction, by one statement for all of them. What is wrong with one is its own result and does not
 * keep the others from being made; the results stand in the order of the request.
 */
export async function createAccessTokens(
  ctx: Context,
  entries: CreateTokensOption["tokens"],
): Promise<(IssuedToken | DomainError)[]> {
  const drafts = await draftAll(ctx, entries);
  const made = (await insertTokens(ctx, accepted(drafts))).values();
  return drafts.map((draft) => (draft instanceof DomainError ? draft : (made.next().value ?? nameTaken())));
}

async function draftAll(ctx: Context, entries: CreateTokensOption["tokens"]): Promise<(TokenDraft | DomainError)[]> {
  const owners = await findUsersByName(
    ctx,
    entries.map(({ owner = "" }) => owner),
  );
  const readable = await findReadable(
    ctx,
    entries.flatMap(({ repositories }) => repositories ?? []),
  );
  const taken = new Set<string>();
  return entries.map((entry) =>
    refusalOr(() => {
      const option = checkEntry(batchToken, entry);
      const owner = owners.get(option.owner.toLowerCase());
      if (!owner) throw new DomainError("not_found", `user does not exist [name: ${option.owner}]`);
      refuseOrganization(owner);
      const draft = draftToken(ctx, owner, option, readable);
      const key = tokenKey(draft.row);
      if (taken.has(key)) throw nameTaken();
      taken.add(key);
      return draft;
    }),
  );
}
