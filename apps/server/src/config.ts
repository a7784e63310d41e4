import { resolve } from "node:path";
import type { Settings } from "@mintmark/domain";
import { z } from "zod";
import { ConfigError } from "./config-error.ts";
import type { CorsRules } from "./cors.ts";
import { withSecretFiles } from "./secret-files.ts";

const flag = (fallback: boolean) =>
  z
    .enum(["true", "false", "1", "0"])
    .transform((word) => word === "true" || word === "1")
    .default(fallback);
const list = () =>
  z.string().transform((text) =>
    text
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  );
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const visibility = z.enum(["public", "limited", "private"]);

/** Every setting of the authority. `docs/configuration.md` is written from these texts. */
export const environment = z.object({
  MINTMARK_HTTP_ADDR: z.string().min(1).default("127.0.0.1").describe("The address to listen on."),
  MINTMARK_HTTP_PORT: whole(0, 65_535).default(3_000).describe("The port to listen on; 0 takes any free one."),
  MINTMARK_REQUEST_TIMEOUT_SECONDS: whole(1, 3_600)
    .default(10)
    .describe("How long a request may take to arrive, its body included; then its connection is closed."),
  MINTMARK_ROOT_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("The address that users see, in every link and error. Unset: the address and port listened on."),
  MINTMARK_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe("Where the embedded database, keys and secrets lie. Unset: `.mintmark` in the working directory."),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("PostgreSQL's address. Unset: the embedded server in MINTMARK_FOLDER."),
  MINTMARK_DIRECT_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe("PostgreSQL's address around a transaction pooler, for migrations. Unset: DATABASE_URL."),
  MINTMARK_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits; make one with: openssl rand -hex 32")
    .optional()
    .describe(
      "Encrypts what the authority must be able to read again. Made once in MINTMARK_FOLDER with the embedded database; to be given with DATABASE_URL.",
    ),
  MINTMARK_ADMIN_NAME: z
    .string()
    .min(1)
    .default("root")
    .describe("Name of the first administrator. Counts only while there is none."),
  MINTMARK_ADMIN_PASSWORD: z
    .string()
    .min(8, "must have at least 8 characters")
    .optional()
    .describe("Password of the first administrator. Unset: one is made and shown once."),
  MINTMARK_COMPATIBILITY: z
    .enum(["strict", "forgejo"])
    .default("strict")
    .describe("`forgejo` answers like Forgejo wherever that leaks nothing and opens nothing."),
  MINTMARK_RUN_MODE: z
    .string()
    .transform((mode) => (mode.toLowerCase() === "dev" ? "dev" : "prod"))
    .default("prod")
    .describe(
      "`dev` tells everybody what went wrong inside, for a server that only its developers reach; anything else does not.",
    ),
  MINTMARK_ENABLE_SWAGGER: flag(true).describe(
    "Whether `/swagger.v1.json` and the page `/api/swagger` are there; `/openapi.json` always is.",
  ),
  MINTMARK_LOG_LEVEL: z.enum(["info", "error"]).default("info").describe("`info` writes a line per request."),
  MINTMARK_ENABLE_BASIC_AUTHENTICATION: flag(true).describe(
    "Whether names and passwords are accepted; tokens sent by Basic always are.",
  ),
  MINTMARK_DISABLE_QUERY_AUTH_TOKEN: flag(false).describe("Ignores tokens in the query and in forms."),
  MINTMARK_ENABLE_REVERSE_PROXY_AUTHENTICATION_API: flag(false).describe(
    "Trusts the user that a proxy names in a header.",
  ),
  MINTMARK_REVERSE_PROXY_AUTHENTICATION_USER: z
    .string()
    .min(1)
    .default("X-WEBAUTH-USER")
    .describe("The header in which the proxy names the user."),
  MINTMARK_REVERSE_PROXY_TRUSTED_PROXIES: list()
    .default(["127.0.0.0/8", "::1/128"])
    .describe("Networks of the proxies that are believed."),
  MINTMARK_ACTIONS_ENABLED: flag(false).describe(
    "Whether repositories have secrets, variables and runners of Actions; users and organizations have them in any case.",
  ),
  MINTMARK_CORS_ENABLED: flag(false).describe("Whether pages of other sites may call the API from a browser."),
  MINTMARK_CORS_ALLOW_DOMAIN: list()
    .default(["*"])
    .describe("Their origins, such as `https://ci.example.org` or `https://*.example.org`; `*` is any."),
  MINTMARK_CORS_METHODS: list()
    .default(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
    .describe("The methods that they may use."),
  MINTMARK_CORS_HEADERS: list()
    .default(["Content-Type", "User-Agent"])
    .describe("Headers that they may send, beside `Authorization`."),
  MINTMARK_CORS_MAX_AGE: whole(0, 86_400).default(600).describe("Seconds for which a browser need not ask again."),
  MINTMARK_REQUIRE_SIGNIN_VIEW: flag(false).describe("Refuses everybody who does not sign in."),
  MINTMARK_SERVICE_EXPLORE_REQUIRE_SIGNIN_VIEW: flag(false).describe("Shows users only to those who sign in."),
  MINTMARK_DISABLE_USERS_PAGE: flag(false).describe("Switches the search for users off."),
  MINTMARK_REGISTER_EMAIL_CONFIRM: flag(false).describe("Changes the words for inactive accounts to `not activated`."),
  MINTMARK_MAX_RESPONSE_ITEMS: whole(1, 10_000).default(50).describe("The most entries on a page."),
  MINTMARK_DEFAULT_PAGING_NUM: whole(1, 10_000)
    .default(30)
    .describe("Entries on a page when the request names no number."),
  MINTMARK_MIN_PASSWORD_LENGTH: whole(1, 255).default(8).describe("Fewest bytes of a password."),
  MINTMARK_PASSWORD_COMPLEXITY: z
    .literal("off")
    .transform(() => [])
    .or(list().pipe(z.array(z.enum(["lower", "upper", "digit", "spec"]))))
    .default([])
    .describe("Classes of characters that a password must have: `lower`, `upper`, `digit`, `spec`, or `off`."),
  MINTMARK_PASSWORD_CHECK_PWN: flag(false).describe(
    "Refuses new passwords that are known from leaks, by asking MINTMARK_PASSWORD_CHECK_PWN_URL with the first 5 of the 40 digits of their SHA-1; when it does not answer, they are refused too.",
  ),
  MINTMARK_PASSWORD_CHECK_PWN_URL: z
    .url({ protocol: /^https?$/ })
    .default("https://api.pwnedpasswords.com")
    .describe("A service with the range search of Pwned Passwords; one of your own needs no internet."),
  MINTMARK_DEFAULT_USER_IS_RESTRICTED: flag(false).describe("Whether new accounts see public things alone."),
  MINTMARK_DEFAULT_KEEP_EMAIL_PRIVATE: flag(false).describe("Whether new accounts hide their address."),
  MINTMARK_DEFAULT_ALLOW_CREATE_ORGANIZATION: flag(true).describe("Whether new accounts may create organizations."),
  MINTMARK_DISABLE_REGULAR_ORG_CREATION: flag(false).describe("Lets administrators alone create organizations."),
  MINTMARK_DEFAULT_USER_VISIBILITY: visibility
    .optional()
    .describe("Who sees new accounts. Unset: the first of MINTMARK_ALLOWED_USER_VISIBILITY_MODES."),
  MINTMARK_ALLOWED_USER_VISIBILITY_MODES: list()
    .pipe(z.array(visibility).min(1))
    .default(["public", "limited", "private"])
    .describe("The visibilities that accounts may have."),
  MINTMARK_ALLOW_DOTS_IN_USERNAMES: flag(true).describe("Whether new names may have dots in them."),
  MINTMARK_USERNAME_COOLDOWN_PERIOD: whole(0, 36_500)
    .default(0)
    .describe(
      "Days for which a name that was given up is kept for its account; administrators may give it to another.",
    ),
  MINTMARK_MAX_USER_REDIRECTS: whole(0, 1_000_000)
    .optional()
    .describe("Old names kept per account; 0 keeps all. Unset: 5 with MINTMARK_USERNAME_COOLDOWN_PERIOD, all without."),
  MINTMARK_NO_REPLY_ADDRESS: z
    .string()
    .min(1)
    .optional()
    .describe("Domain of the placeholder for a hidden address. Unset: `noreply.` and the domain of MINTMARK_ROOT_URL."),
  MINTMARK_EMAIL_DOMAIN_ALLOWLIST: list()
    .default([])
    .describe("Domains of addresses; an administrator who uses another is warned."),
  MINTMARK_EMAIL_DOMAIN_BLOCKLIST: list()
    .default([])
    .describe("Domains an administrator is warned of, while there is no allowlist."),
  MINTMARK_VALID_SITE_URL_SCHEMES: list()
    .default(["http", "https"])
    .describe("Schemes that the website of an account may have."),
});

export type Config = {
  readonly httpAddress: string;
  readonly httpPort: number;
  /** For a request to arrive, headers and body. */
  readonly requestTimeoutMs: number;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly directDatabaseUrl: string | undefined;
  readonly secretKey: string | undefined;
  readonly adminName: string;
  readonly adminPassword: string | undefined;
  /** Whether answers tell what went wrong inside. */
  readonly isDevelopment: boolean;
  readonly enableSwagger: boolean;
  readonly logLevel: "info" | "error";
  readonly disableQueryAuthToken: boolean;
  /** Undefined: nobody is believed. */
  readonly reverseProxy: { readonly userHeader: string; readonly trustedProxies: readonly string[] } | undefined;
  /** Undefined: browsers keep pages of other sites away. */
  readonly cors: CorsRules | undefined;
  /** The rules of the domain; the root URL is known once the port is bound. */
  settings(boundPort: number): Settings;
};

/**
 * Called once, in main. Everything else is handed the part of the Config that it needs.
 * @throws ConfigError that tells every fault at once, and never a secret's value.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(withSecretFiles(given));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new ConfigError(`invalid environment:\n${faults.join("\n")}`);
  }
  const values = parsed.data;
  if (values.DATABASE_URL && !values.MINTMARK_SECRET_KEY) {
    throw new ConfigError(
      "invalid environment:\n  MINTMARK_SECRET_KEY: needed with DATABASE_URL; make one with: openssl rand -hex 32",
    );
  }
  return toConfig(values);
}

function toConfig(values: z.output<typeof environment>): Config {
  return {
    httpAddress: values.MINTMARK_HTTP_ADDR,
    httpPort: values.MINTMARK_HTTP_PORT,
    requestTimeoutMs: values.MINTMARK_REQUEST_TIMEOUT_SECONDS * 1_000,
    folder: resolve(values.MINTMARK_FOLDER ?? ".mintmark"),
    databaseUrl: values.DATABASE_URL,
    directDatabaseUrl: values.MINTMARK_DIRECT_DATABASE_URL,
    secretKey: values.MINTMARK_SECRET_KEY,
    adminName: values.MINTMARK_ADMIN_NAME,
    adminPassword: values.MINTMARK_ADMIN_PASSWORD,
    isDevelopment: values.MINTMARK_RUN_MODE === "dev",
    enableSwagger: values.MINTMARK_ENABLE_SWAGGER,
    logLevel: values.MINTMARK_LOG_LEVEL,
    disableQueryAuthToken: values.MINTMARK_DISABLE_QUERY_AUTH_TOKEN,
    reverseProxy: values.MINTMARK_ENABLE_REVERSE_PROXY_AUTHENTICATION_API
      ? {
          userHeader: values.MINTMARK_REVERSE_PROXY_AUTHENTICATION_USER.toLowerCase(),
          trustedProxies: values.MINTMARK_REVERSE_PROXY_TRUSTED_PROXIES,
        }
      : undefined,
    cors: values.MINTMARK_CORS_ENABLED ? toCorsRules(values) : undefined,
    settings: (boundPort) => toSettings(values, boundPort),
  };
}

function toCorsRules(values: z.output<typeof environment>): CorsRules {
  return {
    origins: values.MINTMARK_CORS_ALLOW_DOMAIN,
    methods: values.MINTMARK_CORS_METHODS.map((method) => method.toUpperCase()),
    headers: [...values.MINTMARK_CORS_HEADERS, "Authorization", "X-Gitea-OTP", "X-Forgejo-OTP"],
    maxAgeSeconds: values.MINTMARK_CORS_MAX_AGE,
  };
}

function toSettings(values: z.output<typeof environment>, boundPort: number): Settings {
  const host = values.MINTMARK_HTTP_ADDR.includes(":") ? `[${values.MINTMARK_HTTP_ADDR}]` : values.MINTMARK_HTTP_ADDR;
  const rootUrl = (values.MINTMARK_ROOT_URL ?? `http://${host}:${boundPort}`).replace(/\/+$/, "");
  const domain = new URL(rootUrl).hostname;
  return {
    rootUrl,
    compatibility: values.MINTMARK_COMPATIBILITY,
    maxResponseItems: values.MINTMARK_MAX_RESPONSE_ITEMS,
    defaultPagingNum: values.MINTMARK_DEFAULT_PAGING_NUM,
    minPasswordLength: values.MINTMARK_MIN_PASSWORD_LENGTH,
    passwordComplexity: values.MINTMARK_PASSWORD_COMPLEXITY,
    pwnedPasswordsUrl: values.MINTMARK_PASSWORD_CHECK_PWN ? values.MINTMARK_PASSWORD_CHECK_PWN_URL : undefined,
    enableBasicAuthentication: values.MINTMARK_ENABLE_BASIC_AUTHENTICATION,
    requireSigninView: values.MINTMARK_REQUIRE_SIGNIN_VIEW,
    exploreRequireSigninView: values.MINTMARK_SERVICE_EXPLORE_REQUIRE_SIGNIN_VIEW,
    disableUsersPage: values.MINTMARK_DISABLE_USERS_PAGE,
    registerEmailConfirm: values.MINTMARK_REGISTER_EMAIL_CONFIRM,
    defaultUserIsRestricted: values.MINTMARK_DEFAULT_USER_IS_RESTRICTED,
    defaultKeepEmailPrivate: values.MINTMARK_DEFAULT_KEEP_EMAIL_PRIVATE,
    defaultAllowCreateOrganization: values.MINTMARK_DEFAULT_ALLOW_CREATE_ORGANIZATION,
    disableRegularOrgCreation: values.MINTMARK_DISABLE_REGULAR_ORG_CREATION,
    defaultUserVisibility:
      values.MINTMARK_DEFAULT_USER_VISIBILITY ?? values.MINTMARK_ALLOWED_USER_VISIBILITY_MODES[0] ?? "public",
    allowedUserVisibilityModes: values.MINTMARK_ALLOWED_USER_VISIBILITY_MODES,
    allowDotsInUsernames: values.MINTMARK_ALLOW_DOTS_IN_USERNAMES,
    usernameCooldownPeriod: values.MINTMARK_USERNAME_COOLDOWN_PERIOD,
    maxUserRedirects: values.MINTMARK_MAX_USER_REDIRECTS ?? (values.MINTMARK_USERNAME_COOLDOWN_PERIOD > 0 ? 5 : 0),
    noReplyAddress: values.MINTMARK_NO_REPLY_ADDRESS ?? `noreply.${domain}`,
    emailDomainAllowlist: values.MINTMARK_EMAIL_DOMAIN_ALLOWLIST,
    emailDomainBlocklist: values.MINTMARK_EMAIL_DOMAIN_BLOCKLIST,
    validSiteUrlSchemes: values.MINTMARK_VALID_SITE_URL_SCHEMES,
    sshDomain: domain,
    actionsEnabled: values.MINTMARK_ACTIONS_ENABLED,
  };
}
