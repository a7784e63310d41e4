import { eq, inArray } from "drizzle-orm";
import { recordAudits } from "../audit/record.ts";
import { accepted, checkEntry, refusalOr } from "../batch.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction } from "../transaction.ts";
import { checkVisibility, creationOf, emailTaken, type NewUser, nameTaken, refuseBrokenName, toRow } from "./create.ts";
import { findUsersByName } from "./find.ts";
import { refuseDots } from "./name-rules.ts";
import { batchBot, type CreateBotsOption } from "./schemas.ts";
import { emailAddresses, toVisibility, type User, userRedirects, users, type Visibility } from "./table.ts";

type Draft = NewUser & { readonly visibility: Visibility };

/**
 * Makes the bots in one transaction, a few statements for all of them. What is wrong with one is its own result and does not keep
 * the others from being made; the results stand in the order of the request.
 */
export async function createBots(ctx: Context, entries: CreateBotsOption["accounts"]): Promise<(User | DomainError)[]> {
  const names = new Set<string>();
  const emails = new Set<string>();
  const drafts = entries.map((entry) =>
    refusalOr((): Draft => {
      const draft = draftBot(ctx, entry);
      if (names.has(lower(draft.name))) throw nameTaken(draft.name);
      if (emails.has(lower(draft.email))) throw emailTaken(draft.email);
      names.add(lower(draft.name));
      emails.add(lower(draft.email));
      return draft;
    }),
  );
  const good = accepted(drafts);
  return inTransaction(ctx, async (tx) => {
    const taken = await insertAll(tx, good);
    const made = await findUsersByName(
      tx,
      good.filter((draft) => !taken.has(draft)).map(({ name }) => name),
    );
    const results = drafts.map((draft) => {
      if (draft instanceof DomainError) return draft;
      return taken.get(draft) ?? made.get(lower(draft.name)) ?? nameTaken(draft.name);
    });
    await recordAudits(tx, accepted(results).map(creationOf));
    return results;
  });
}

function draftBot(ctx: Context, entry: CreateBotsOption["accounts"][number]): Draft {
  const { username, email, full_name, restricted, visibility } = checkEntry(batchBot, entry);
  refuseDots("Username", username, ctx.settings);
  refuseBrokenName(ctx, username);
  return {
    name: username,
    email,
    kind: "bot",
    mustChangePassword: false,
    fullName: full_name,
    isRestricted: restricted,
    visibility: checkVisibility(ctx, toVisibility(visibility)),
  };
}

const lower = (text: string): string => text.toLowerCase();

/**
 * Those that were not stored, with the reason. All names come before all addresses, and both in order: two batches wait for
 * one another instead of deadlocking.
 */
async function insertAll(ctx: Context, drafts: readonly Draft[]): Promise<ReadonlyMap<Draft, DomainError>> {
  const taken = new Map<Draft, DomainError>();
  if (drafts.length === 0) return taken;
  const byName = [...drafts].sort((a, b) => (lower(a.name) < lower(b.name) ? -1 : 1));
  const inserted = await ctx.db
    .insert(users)
    .values(byName.map((draft) => toRow(ctx, draft, draft.visibility, null)))
    .onConflictDoNothing({ target: users.lowerName })
    .returning({ id: users.id, name: users.name });
  const ids = new Map(inserted.map(({ id, name }) => [lower(name), id]));

  const byEmail = drafts
    .flatMap((draft) => {
      const userId = ids.get(lower(draft.name));
      if (userId === undefined) taken.set(draft, nameTaken(draft.name));
      return userId === undefined ? [] : [{ draft, userId }];
    })
    .sort((a, b) => (lower(a.draft.email) < lower(b.draft.email) ? -1 : 1));
  if (byEmail.length === 0) return taken;
  const addressed = await ctx.db
    .insert(emailAddresses)
    .values(byEmail.map(({ draft, userId }) => ({ userId, email: draft.email, isPrimary: true, isActivated: true })))
    .onConflictDoNothing({ target: emailAddresses.lowerEmail })
    .returning({ userId: emailAddresses.userId });

  const reachable = new Set(addressed.map(({ userId }) => userId));
  for (const { draft, userId } of byEmail) {
    if (reachable.has(userId)) continue;
    taken.set(draft, emailTaken(draft.email));
    await ctx.db.delete(users).where(eq(users.id, userId));
  }
  await ctx.db.delete(userRedirects).where(
    inArray(
      userRedirects.lowerName,
      drafts.filter((draft) => !taken.has(draft)).map(({ name }) => lower(name)),
    ),
  );
  return taken;
}
