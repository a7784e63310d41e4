import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { inTransaction, violatedConstraint } from "../transaction.ts";
import { endRedirect } from "./end-redirect.ts";
import { type BrokenNameRule, brokenUserNameRule } from "./name-rules.ts";
import { type User, userRedirects, users } from "./table.ts";

type Words = {
  readonly broken: (name: string, rule: BrokenNameRule) => string;
  readonly taken: (name: string) => string;
};

const wordsOfUsers: Words = { broken: nameMessage, taken: () => "The username is already taken." };

/**
 * The old name becomes a redirect to the new one, and whatever was redirected from the new one ends.
 * @throws DomainError `unprocessable` for a taken, reserved or malformed name, and for one that is still kept for another account.
 */
export async function renameUser(
  ctx: Context,
  user: User,
  newName: string,
  words: Words = wordsOfUsers,
): Promise<void> {
  if (newName === user.name) return;
  const isOnlyCase = newName.toLowerCase() === user.name.toLowerCase();
  const broken = isOnlyCase ? undefined : brokenUserNameRule(newName, ctx.settings);
  if (broken) throw new DomainError("unprocessable", words.broken(newName, broken));

  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(users)
      .set({ name: newName, updatedAt: ctx.now() })
      .where(eq(users.id, user.id))
      .catch((error: unknown) => {
        if (violatedConstraint(error) !== "users_lower_name_key") throw error;
        throw new DomainError("unprocessable", words.taken(newName));
      });
    await endRedirect(tx, newName, user.id);
    if (!isOnlyCase) await redirectFrom(tx, user);
    await recordAudit(tx, {
      action: user.kind === "organization" ? "organization.rename" : "user.rename",
      target: { type: user.kind === "organization" ? "organization" : "user", id: user.id, name: newName },
      before: { name: user.name },
      after: { name: newName },
    });
  });
}

async function redirectFrom(ctx: Context, user: User): Promise<void> {
  const lowerName = user.name.toLowerCase();
  await ctx.db
    .insert(userRedirects)
    .values({ lowerName, userId: user.id, createdAt: ctx.now() })
    .onConflictDoUpdate({ target: userRedirects.lowerName, set: { userId: user.id, createdAt: ctx.now() } });
  const { maxUserRedirects } = ctx.settings;
  if (maxUserRedirects === 0) return;
  const surplus = ctx.db
    .select({ lowerName: userRedirects.lowerName })
    .from(userRedirects)
    .where(eq(userRedirects.userId, user.id))
    .orderBy(desc(userRedirects.createdAt), asc(userRedirects.lowerName))
    .offset(maxUserRedirects);
  await ctx.db
    .delete(userRedirects)
    .where(and(eq(userRedirects.userId, user.id), inArray(userRedirects.lowerName, surplus)));
}

function nameMessage(name: string, { rule }: BrokenNameRule): string {
  switch (rule) {
    case "reserved":
      return `The username "${name}" is reserved.`;
    case "pattern":
      return `The pattern "${name}" is not allowed in a username.`;
    case "characters":
      return `Username "${name}" contains invalid characters.`;
  }
}
