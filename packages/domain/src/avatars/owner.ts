import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import type { Context } from "../context.ts";
import { fullNameOf, type RepositoryWithOwner } from "../repositories/find.ts";
import { repositories } from "../repositories/table.ts";
import { type User, users } from "../users/table.ts";
import { avatars } from "./table.ts";

/** Who, or what, has a picture. */
export type PictureOwner = {
  readonly type: "user" | "organization" | "repository";
  readonly id: number;
  readonly name: string;
};

export const pictureOwner = ({ kind, id, name }: User): PictureOwner => ({
  type: kind === "organization" ? "organization" : "user",
  id,
  name,
});

export const pictureOwnerOf = (found: RepositoryWithOwner): PictureOwner => ({
  type: "repository",
  id: found.repository.id,
  name: fullNameOf(found),
});

/** The condition, or the columns of a new row, that tie a picture to its owner. */
export const isPictureOf = ({ type, id }: PictureOwner): SQL =>
  eq(type === "repository" ? avatars.repositoryId : avatars.userId, id);
export const ownerColumns = ({ type, id }: PictureOwner) =>
  type === "repository" ? { repositoryId: id } : { userId: id };

/**
 * Names the picture in the owner's row, or none. Whoever else changes the picture waits until the transaction ends. False when
 * the owner is gone, or had none before and gets none.
 */
export async function namePicture(ctx: Context, { type, id }: PictureOwner, avatarId: string | null): Promise<boolean> {
  const table = type === "repository" ? repositories : users;
  const named = await ctx.db
    .update(table)
    .set({ avatarId })
    .where(and(eq(table.id, id), avatarId === null ? isNotNull(table.avatarId) : undefined))
    .returning({ id: table.id });
  return named.length > 0;
}
