import { authenticatePassword, type Context, DomainError, isTokenShaped, type Principal } from "@mintmark/domain";
import { basicToken, type Credentials } from "./credentials.ts";

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
  credentials: Credentials,
): Promise<Principal | undefined> {
  const { header, basic } = credentials;
  const parameter = disableQueryAuthToken ? undefined : credentials.parameter;
  const login = basic === "malformed" ? undefined : basic;
  // SECURITY: the first token found in this order counts, as in Forgejo; a wrong one does not fall through to the next.
  const token = parameter ?? header ?? (login && basicToken(login));
  let refusal = login && basicRefusal(ctx);

  const byToken = async () => (token !== undefined && isTokenShaped(token) ? findByToken(token, ctx.now()) : undefined);
  const byPassword = async () => {
    if (!login || !ctx.settings.enableBasicAuthentication || login.password === "") return undefined;
    return authenticatePassword(ctx, login.user, login.password).catch((error: unknown) => {
      // An account that may not sign in with its password is told so, unless a token of the same request is right.
      if (!(error instanceof DomainError && error.code === "unauthenticated")) throw error;
      refusal = error.message;
      return undefined;
    });
  };
  // A password comes before a token beside it. What Basic carries itself is tried as a token first: it saves a password hash
  // per request of every Git client.
  const attempts = parameter === undefined ? [byToken, byPassword] : [byPassword, byToken];
  for (const attempt of attempts) {
    const principal = await attempt();
    if (principal) return principal;
  }
  if (basic || token !== undefined) throw refused(refusal);
  return undefined;
}

const basicRefusal = ({ settings }: Context): string =>
  settings.enableBasicAuthentication
    ? "user name or password is wrong"
    : "basic authentication by username & password is disabled";

const refused = (reason?: string): DomainError =>
  new DomainError("unauthenticated", [...(reason ? [reason] : []), "access token does not exist"].join("\n"));
