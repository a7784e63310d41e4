import { type Client, type components, createClient } from "@mintmark/client";
import { allows, type Category, type Level, parseScopes } from "@mintmark/scopes";
import { checkSecretFile } from "../doctor/check-secret-file.ts";
import { type Finding, fail, ok, warn } from "../doctor/finding.ts";
import { formatDuration } from "../fleet/duration.ts";
import { pooledFetch } from "./pooled-fetch.ts";
import { TargetError } from "./target-error.ts";
import { translated } from "./translate-error.ts";

export type InspectOptions = {
  readonly url: string;
  readonly token: string;
  /** Where the token lies. */
  readonly file: string;
  readonly now: Date;
  /** For one request. */
  readonly timeoutMs: number;
  /** What the fleet's sinks ask for besides. */
  readonly alsoNeeded: readonly NeededScope[];
};

export type NeededScope = readonly [Level, Category];

const needed: readonly NeededScope[] = [
  ["write", "admin"],
  ["read", "user"],
  ["read", "repository"],
];

function makeTokenWith(scopes: readonly NeededScope[]): string {
  const isCovered = ([level, category]: NeededScope): boolean =>
    level === "read" && scopes.some((one) => one[0] === "write" && one[1] === category);
  const words = scopes.filter((one) => !isCovered(one)).map((one) => one.join(":"));
  return `make an access token of a site administrator with ${words.join(", ")}, and put it into the file`;
}

const soonMs = 14 * 86_400_000;

/** Whether the token with which the provisioner works can do its work, and nothing much besides. Changes nothing. */
export async function inspectCredential(options: InspectOptions): Promise<Finding[]> {
  const { url, token, file, now, timeoutMs, alsoNeeded } = options;
  const client = createClient({ baseUrl: url, credential: { token }, fetch: pooledFetch, timeoutMs });
  const scopes = [...needed, ...alsoNeeded];
  const makeToken = makeTokenWith(scopes);
  const findings = [await checkSecretFile("credential file", file), ...inspectAddress(url)];
  let login: string;
  try {
    const { data, headers } = await translated(() => client.GET("/api/v1/user"));
    login = data.login;
    findings.push(
      ...inspectClock(headers.get("date"), now),
      data.is_admin
        ? ok("credential", `is a token of ${login}, a site administrator`)
        : fail("credential", `${login} is no site administrator`, makeToken),
    );
    if (!data.is_admin) return findings;
  } catch (error) {
    return [...findings, refusedCredential(error, makeToken)];
  }
  return [...findings, ...(await inspectToken(client, login, { token, now, scopes, makeToken }))];
}

function inspectAddress(url: string): Finding[] {
  const { protocol, hostname } = new URL(url);
  const isHere = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  if (protocol === "https:" || isHere) return [];
  return [warn("address", `${url} sends every token in the clear`, "give the server an https address")];
}

const skewMsMax = 60_000;

function inspectClock(date: string | null, now: Date): Finding[] {
  const aheadMs = Date.parse(date ?? "") - now.getTime();
  if (!(Math.abs(aheadMs) > skewMsMax)) return [];
  const off = `${formatDuration(Math.abs(aheadMs))} ${aheadMs > 0 ? "ahead of" : "behind"} ours`;
  const then = "set both clocks right: a token's lifetime ends by the server's, its rotation is due by ours";
  return [warn("clock", `the server's is ${off}`, then)];
}

function refusedCredential(error: unknown, makeToken: string): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof TargetError ? error.status : undefined;
  if (status === 401) return fail("credential", "the target refuses it: deleted, expired or mistyped (401)", makeToken);
  if (status !== 403) return fail("credential", message, "see what the target says");
  if (/must change your password/i.test(message)) {
    const then = "sign in as that account once, or set must_change_password to false";
    return fail("credential", "its account must change its password first, until then all its tokens answer 403", then);
  }
  if (/prohibited from signing in/i.test(message)) {
    const then = "unlock that account, or give another administrator's token";
    return fail("credential", "its account is locked, until then all its tokens answer 403", then);
  }
  return fail("credential", `it is refused: ${message}`, makeToken);
}

type Inspected = Pick<InspectOptions, "token" | "now"> & {
  readonly scopes: readonly NeededScope[];
  readonly makeToken: string;
};

/** The server's own list says what the token is allowed to; asking costs one request and changes nothing. */
async function inspectToken(
  client: Client,
  username: string,
  { token, now, scopes, makeToken }: Inspected,
): Promise<Finding[]> {
  let listed: components["schemas"]["AccessToken"][];
  try {
    const params = { path: { username } };
    listed = (await translated(() => client.GET("/api/v1/admin/users/{username}/tokens", { params }))).data;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [fail("administration", `the admin token routes answer: ${message}`, makeToken)];
  }
  const findings = [ok("administration", "the admin token routes answer")];
  const own = listed.find((one) => one.token_last_eight === token.slice(-8));
  if (!own) return [...findings, warn("scopes", "the target does not list this token", "look at its scopes yourself")];
  const set = parseScopes(own.scopes);
  const missing = scopes.filter(([level, category]) => !allows(set, level, category)).map((words) => words.join(":"));
  if (missing.length > 0) findings.push(fail("scopes", `it lacks ${missing.join(", ")}`, makeToken));
  else if (own.scopes.includes("all")) {
    findings.push(warn("scopes", "it may do everything", "write:admin, read:user and read:repository are enough"));
  } else findings.push(ok("scopes", own.scopes.join(", ")));
  const leftMs = own.expires_at ? new Date(own.expires_at).getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  if (leftMs < soonMs) {
    findings.push(
      warn("expiry", `it expires at ${own.expires_at}`, "rotate it: credential.rotate, or a new token by hand"),
    );
  }
  return findings;
}
