import { type Category, type Scope, splitScope } from "./scope.ts";

const subjects: Record<Category, string> = {
  activitypub: "what the account shares with other servers through ActivityPub",
  admin: "every account, organization and access token of this server, as a site administrator",
  misc: "what belongs to no other category",
  notification: "the account's notifications",
  organization: "the account's organizations and their teams",
  package: "packages that the account has access to",
  issue: "issues, labels, milestones and comments",
  repository: "repositories with their files, branches, releases, pull requests and settings",
  user: "the account itself: profile, e-mail addresses, keys, applications and the repositories it owns",
};

/** One sentence for people who decide whether to grant the scope. */
export function describeScope(scope: Scope): string {
  if (scope === "all") return "Read, change and delete everything that the account can, administration included.";
  if (scope === "public-only") return "Limit every other scope to what is public.";
  const { level, category } = splitScope(scope);
  return `${level === "read" ? "Read" : "Read, change and delete"} ${subjects[category]}.`;
}
