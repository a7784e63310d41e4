import type { Context } from "../context.ts";
import type { User } from "../users/table.ts";

const WINDOW_MS = 600_000;

/**
 * What the user signs to show that he holds the private half of a key. It needs no row: only this server can make it, and it
 * ends after ten to twenty minutes.
 */
export const textToSign = (ctx: Context, user: User): string => textOfWindow(ctx, user, windowOf(ctx));

/** The text of now and the one before it, so that nobody has to hurry at the end of a window. */
export const acceptedTexts = (ctx: Context, user: User): string[] =>
  [0, 1].map((back) => textOfWindow(ctx, user, windowOf(ctx) - back));

const windowOf = (ctx: Context): number => Math.floor(ctx.now().getTime() / WINDOW_MS);

const textOfWindow = (ctx: Context, user: User, window: number): string =>
  ctx.sealer.derive(["gpg_keys", "text to sign", user.id, window]).toString("hex");
