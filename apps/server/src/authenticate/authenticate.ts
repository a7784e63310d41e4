import { authenticatePassword, type Context, DomainError, isTokenShaped, type Principal } from "@mintmark/domain";
import { basicTokens, type Credentials } from "./credentials.ts";

export type Authenticator = {
  /** One statement; undefined for a token that is unknown or has ended. */
  readonly findByToken: (plaintext: string, now: Date) => Promise<Principal | undefined>;
  readonly disableQueryAuthToken: boolean;
};

/**
 * Who sends the request: the one door for every form of credential. Undefined when it carries none.
 * @throws DomainError `unauthenticated` for a wrong credential, even where none is needed. The words tell neither the
 * credential nor whether the account exists; Forgejo's tell both.
 */
export async function authenticate(
  { findByToken, disableQueryAuthToken }: Authenticator,
  ctx: Context,
  { header, parameter, basic }: Credentials,
): Promise<Principal | undefined> {
  if (basic === "malformed") throw refused();
  if (basic) {
    const principal = await authenticateBasic(findByToken, ctx, basic);
    if (principal) return principal;
  }
  // SECURITY: the first token found in this order counts, as in Forgejo; a wrong one does not fall through to the next.
  const token = (disableQueryAuthToken ? undefined : parameter) ?? header;
  if (token !== undefined) {
    const principal = await findByToken(token, ctx.now());
    if (principal) return principal;
  }
  if (basic || token !== undefined) throw refused(basic && basicRefusal(ctx));
  return undefined;
}

async function authenticateBasic(
  findByToken: Authenticator["findByToken"],
  ctx: Context,
  basic: { readonly user: string; readonly password: string },
): Promise<Principal | undefined> {
  // What looks like a token is tried as one first: it saves a password hash per request of every Git client.
  for (const token of basicTokens(basic).filter(isTokenShaped)) {
    const principal = await findByToken(token, ctx.now());
    if (principal) return principal;
  }
  if (!ctx.settings.enableBasicAuthentication || basic.password === "") return undefined;
  return authenticatePassword(ctx, basic.user, basic.password);
}

const basicRefusal = ({ settings }: Context): string =>
  settings.enableBasicAuthentication
    ? "user name or password is wrong"
    : "basic authentication by username & password is disabled";

const refused = (reason?: string): DomainError =>
  new DomainError("unauthenticated", [...(reason ? [reason] : []), "access token does not exist"].join("\n"));
