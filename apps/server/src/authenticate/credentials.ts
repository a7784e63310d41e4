/** What a request carries as a credential, read as Forgejo reads it (rest.md 1.2 to 1.4). */
export type Credentials = {
  /** `Authorization: token T` or `Bearer T`. */
  readonly header: string | undefined;
  /** The query's or the form's `token`, else `access_token`. */
  readonly parameter: string | undefined;
  /** `Authorization: Basic`; "malformed" is a credential too, and a wrong one. */
  readonly basic: { readonly user: string; readonly password: string } | "malformed" | undefined;
};

export function readCredentials(
  authorization: string | undefined,
  query: URLSearchParams,
  form: URLSearchParams | undefined,
): Credentials {
  return {
    header: authorization === undefined ? undefined : readToken(authorization),
    parameter: readParameter("token", query, form) || readParameter("access_token", query, form) || undefined,
    basic: authorization === undefined ? undefined : readBasic(authorization),
  };
}

// Go's FormValue: the body comes before the query.
const readParameter = (name: string, query: URLSearchParams, form: URLSearchParams | undefined) =>
  form?.get(name) ?? query.get(name);

/** Exactly two fields; anything else is no credential rather than a wrong one. */
function readToken(authorization: string): string | undefined {
  const [scheme, value, ...rest] = authorization.trim().split(/\s+/);
  if (value === undefined || rest.length > 0) return undefined;
  return /^(token|bearer)$/i.test(scheme ?? "") ? value : undefined;
}

function readBasic(authorization: string): Credentials["basic"] {
  const [, encoded] = /^basic (.*)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return undefined;
  // Go's decoder wants the standard alphabet and its padding; Node's takes anything.
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) return "malformed";
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? "malformed" : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** The access token that Basic carries: as the password, or as the name beside an empty password or `x-oauth-basic`. */
export function basicToken({ user, password }: { readonly user: string; readonly password: string }): string {
  return password === "" || password === "x-oauth-basic" ? user : password;
}
