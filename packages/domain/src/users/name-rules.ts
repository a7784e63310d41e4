import { DomainError } from "../errors.ts";
import { isUsername } from "../rules.ts";
import type { Settings } from "../settings.ts";

/** Names that stand, or may stand, for a path of the site (rest.md 5.3). */
const reservedNames = [
  ".",
  "..",
  "-",
  ".well-known",
  "api",
  "metrics",
  "v2",
  "assets",
  "attachments",
  "avatar",
  "avatars",
  "repo-avatars",
  "captcha",
  "login",
  "org",
  "repo",
  "user",
  "admin",
  "explore",
  "issues",
  "pulls",
  "milestones",
  "notifications",
  "report_abuse",
  "favicon.ico",
  "manifest.json",
  "robots.txt",
  "sitemap.xml",
  "ssh_info",
  "swagger.v1.json",
  "ghost",
  "gitea-actions",
  "forgejo-actions",
];

const reservedEndings = [".keys", ".gpg", ".rss", ".atom", ".png"];

/** What of a name's rules it breaks, with the pattern as Forgejo prints it. */
export type BrokenNameRule =
  | { readonly rule: "characters" | "reserved" }
  | { readonly rule: "pattern"; readonly pattern: string };

export function brokenUserNameRule(name: string, settings: Settings): BrokenNameRule | undefined {
  const isGood = isUsername(name) && hasAllowedDots(name, settings);
  return brokenReservedRule(name, reservedNames, reservedEndings) ?? (isGood ? undefined : { rule: "characters" });
}

/** @throws DomainError `unprocessable` in the words of the rule `username`, for the operator who allows no dots. */
export function refuseDots(field: "Username" | "UserName", name: string, settings: Settings): void {
  if (!hasAllowedDots(name, settings)) throw new DomainError("unprocessable", `[${field}]: invalid username`);
}

const hasAllowedDots = (name: string, { allowDotsInUsernames }: Settings): boolean =>
  allowDotsInUsernames || !name.includes(".");

const reservedRepositoryNames = [".", "..", "-"];
const reservedRepositoryEndings = [".git", ".wiki", ".rss", ".atom"];

export function brokenRepositoryNameRule(name: string): BrokenNameRule | undefined {
  return brokenReservedRule(name, reservedRepositoryNames, reservedRepositoryEndings);
}

function brokenReservedRule(
  name: string,
  names: readonly string[],
  endings: readonly string[],
): BrokenNameRule | undefined {
  const lower = name.toLowerCase();
  if (names.includes(lower)) return { rule: "reserved" };
  const ending = endings.find((end) => lower.endsWith(end));
  return ending === undefined ? undefined : { rule: "pattern", pattern: `*${ending}` };
}
