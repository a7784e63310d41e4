import { recordAudits } from "../audit/record.ts";
import { accepted, checkEntry, refusalOr } from "../batch.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { findUsersByName, refuseOrganization } from "../users/find.ts";
import {
  creationOf,
  draftToken,
  type IssuedToken,
  insertTokens,
  nameTaken,
  type TokenDraft,
  tokenKey,
} from "./create.ts";
import { findReadable } from "./restriction.ts";
import { batchToken, type CreateTokensOption } from "./schemas.ts";

/**
 * Makes the tokens in one transaction, a few statements for all of them. What is wrong with one is its own result and does not
 * keep the others from being made; the results stand in the order of the request.
 */
export async function createAccessTokens(
  ctx: Context,
  entries: CreateTokensOption["tokens"],
): Promise<(IssuedToken | DomainError)[]> {
  const drafts = await draftAll(ctx, entries);
  const good = accepted(drafts);
  // In one order for everybody, so that two batches with the same names wait for one another instead of deadlocking.
  good.sort((a, b) => (tokenKey(a.row) < tokenKey(b.row) ? -1 : 1));
  return inTransaction(ctx, async (tx) => {
    const issued = await insertTokens(tx, good);
    const byPlaintext = new Map(issued.map((one) => [one.plaintext, one]));
    const results = drafts.map((draft) =>
      draft instanceof DomainError ? draft : (byPlaintext.get(draft.plaintext) ?? nameTaken()),
    );
    await recordAudits(tx, accepted(results).map(creationOf));
    return results;
  });
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
