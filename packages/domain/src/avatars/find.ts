import { eq } from "drizzle-orm";
import type { Context } from "../context.ts";
import { avatars } from "./table.ts";

/** The PNG of a picture's public address; whoever has the address may see it. */
export async function findAvatarPicture({ db }: Pick<Context, "db">, id: string): Promise<Buffer | undefined> {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return undefined;
  const [avatar] = await db.select({ picture: avatars.picture }).from(avatars).where(eq(avatars.id, id)).limit(1);
  return avatar?.picture;
}
