import type { Operation } from "./operations.ts";

/** An operation of Forgejo's document: `GET /api/v1/user`. */
export type ForgejoOperation = { readonly method: string; readonly path: string };

/** The operations of `forgejo-paths.txt`, in its order. */
export const readForgejoOperations = (text: string): ForgejoOperation[] =>
  [...text.matchAll(/^([A-Z]+) +(\/\S+)/gm)].map(([, method = "", path = ""]) => ({ method, path }));

/** Those of Forgejo's operations that the contract lacks. The names of parameters do not count. */
export function notOffered(forgejos: readonly ForgejoOperation[], ours: readonly Operation[]): ForgejoOperation[] {
  const offered = new Set(ours.map(shapeOf));
  return forgejos.filter((operation) => !offered.has(shapeOf(operation)));
}

const shapeOf = ({ method, path }: ForgejoOperation): string => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`;

const inRepository = (words: string): RegExp => new RegExp(`^/repos/\\{\\w+\\}/\\{\\w+\\}/(${words})`);

/** Why a path of Forgejo is not offered, below `/api/v1`: the first that matches. */
const reasons: readonly (readonly [path: RegExp, reason: string])[] = [
  [
    inRepository(
      "archive|branches|commits|compare|contents|diffpatch|editorconfig|git/|hooks/git|languages|media|raw|tags|statuses|signing-key",
    ),
    "Git content: this is no Git host.",
  ],
  [inRepository("convert|forks|mirror-sync|push_mirrors|sync_fork"), "Mirrors and forks: this is no Git host."],
  [
    /^\/repos\/(migrate$|\{template_owner\})/,
    "Makes a repository out of another one's Git content: this is no Git host.",
  ],
  [inRepository("branch_protections|tag_protections"), "Protects branches and tags: this is no Git host."],
  [inRepository("pulls|reviewers|new_pin_allowed"), "Pull requests need Git content: this is no Git host."],
  [
    inRepository("issues?[_/]|issues$|labels|milestones|times|assignees"),
    "Issues and time tracking: people work on them in Forgejo, and no credential depends on them.",
  ],
  [/^\/(orgs\/\{org\}\/labels|label\/|user\/(times|stopwatches))/, "Issues and time tracking."],
  [inRepository("releases|wiki|topics|flags"), "Contents of a repository: this is no Git host."],
  [/^\/topics\//, "Topics of repositories: contents of a Git host."],
  [
    inRepository("actions/(artifacts|jobs|runs|tasks|workflows)"),
    "Runs of Actions: nothing is run here; secrets, variables and runners are what credentials concern.",
  ],
  [/activities\/feeds$|\/heatmap$/, "Activity: there are no pushes and issues to tell of; acts are in the audit."],
  [/^\/packages\//, "The package registry: this is no registry."],
  [/^\/(activitypub|user\/activitypub|nodeinfo)/, "Federation between Git hosts."],
  [/^\/(gitignore|licenses|markdown|markup)/, "Helps to write contents of repositories: this is no Git host."],
  [/^\/signing-key/, "The key that a Git host signs its own commits with: there are none."],
  [/^\/admin\/cron/, "Periodic tasks of Forgejo's own; what is periodic here needs no hand."],
  [/^\/admin\/unadopted/, "Repositories found on the disk: there are none on it."],
  [/^\/admin\/hooks/, "Hooks of the whole server: no event of a Git host happens here to be sent."],
  [/^\/admin\/(actions|runners)/, "Runners of the whole server: nothing is run here."],
  [/quota/, "Quotas bound what a Git host stores; Forgejo's answers are those of one that has them switched off."],
  [inRepository("hooks"), "Hooks of a repository: no event of a Git host happens here to be sent."],
  [inRepository("keys"), "Deploy keys open Git content: this is no Git host."],
  [inRepository("actions"), "Runners of a repository: nothing is run here."],
];

/** @throws Error for a path that no reason is known for, so that somebody says why it is not offered. */
export function reasonFor({ method, path }: ForgejoOperation): string {
  const below = path.replace(/^\/api\/v1/, "");
  const [, reason] = reasons.find(([pattern]) => pattern.test(below)) ?? [];
  if (reason === undefined)
    throw new Error(`${method} ${path} is not offered, and forgejo-operations.ts does not say why`);
  return reason;
}
