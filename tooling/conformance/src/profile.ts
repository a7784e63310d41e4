import type { Mode } from "./judge-case.ts";

/** The recording's profiles, Forgejo settings all, as settings of this server. */
const settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  default: {},
  "no-basic": { MINTMARK_ENABLE_BASIC_AUTHENTICATION: "false" },
  "no-query-token": { MINTMARK_DISABLE_QUERY_AUTH_TOKEN: "true" },
  "require-signin": { MINTMARK_REQUIRE_SIGNIN_VIEW: "true" },
  "email-domains": { MINTMARK_EMAIL_DOMAIN_ALLOWLIST: "example.org" },
  actions: { MINTMARK_ACTIONS_ENABLED: "true" },
  cors: { MINTMARK_CORS_ENABLED: "true" },
  "keep-refresh": { MINTMARK_INVALIDATE_REFRESH_TOKENS: "false" },
  "grant-scopes": { MINTMARK_ENABLE_ADDITIONAL_GRANT_SCOPES: "true" },
  "short-tokens": { MINTMARK_ACCESS_TOKEN_EXPIRATION_TIME: "3" },
  es256: { MINTMARK_JWT_SIGNING_ALGORITHM: "ES256" },
  eddsa: { MINTMARK_JWT_SIGNING_ALGORITHM: "EdDSA" },
};

/** @throws Error for a profile that no settings are known for. */
export function environmentOf(profile: string, mode: Mode): Readonly<Record<string, string>> {
  const own = settings[profile];
  if (!own) throw new Error(`no settings are known for the profile ${profile}`);
  return mode === "forgejo" ? { ...own, MINTMARK_COMPATIBILITY: "forgejo" } : own;
}
