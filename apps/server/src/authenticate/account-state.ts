import { type Context, DomainError, findUserByName, hasAdminPower, notFound, type Principal } from "@mintmark/domain";

const refused = (message: string) => new DomainError("forbidden", message, { messageOnly: true });

/** Accounts that may not act, whatever their credential, in Forgejo's order (rest.md 1.9, 1.10). */
export function checkAccountState({ principal, settings }: Pick<Context, "principal" | "settings">): void {
  if (!principal) {
    if (settings.requireSigninView) throw refused("Only signed in user is allowed to call APIs.");
    return;
  }
  const { user } = principal;
  if (!user.isActive && settings.registerEmailConfirm) throw refused("This account is not activated.");
  if (!user.isActive || user.isLoginProhibited) {
    throw refused("This account is prohibited from signing in, please contact your site administrator.");
  }
  if (user.mustChangePassword) {
    // The double slash is Forgejo's.
    throw refused(`You must change your password. Change it at: ${settings.rootUrl}//user/change_password`);
  }
}

/** An administrator acts in somebody else's name; scope, restriction and kind of credential stay his own (rest.md 1.11). */
export async function applySudo(ctx: Context, name: string | undefined): Promise<Principal | undefined> {
  const { principal } = ctx;
  if (!name) return principal;
  if (!principal || !hasAdminPower(principal)) throw refused("Only administrators allowed to sudo.");
  const user = await findUserByName(ctx, name);
  if (!user) throw notFound();
  return { ...principal, user, sudoBy: principal.user };
}
