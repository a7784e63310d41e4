import { z } from "zod";
import { DomainError } from "../errors.ts";
import { text } from "../rules.ts";

// What an edit sets and clients read back, though it means nothing without Git.

const flag = z.boolean().optional();

export const internalTracker = z
  .object({
    enable_time_tracker: flag,
    allow_only_contributors_to_track_time: flag,
    enable_issue_dependencies: flag,
  })
  .meta({ id: "InternalTracker" });

export const externalTracker = z
  .object({
    external_tracker_url: text({ max: 2048 }).optional().meta({ "x-go-name": "ExternalTrackerURL" }),
    external_tracker_format: text({ max: 2048 }).optional(),
    external_tracker_style: text({ max: 255 }).optional(),
    external_tracker_regexp_pattern: text({ max: 255 }).optional(),
  })
  .meta({ id: "ExternalTracker" });

export const externalWiki = z
  .object({ external_wiki_url: text({ max: 2048 }).optional().meta({ "x-go-name": "ExternalWikiURL" }) })
  .meta({ id: "ExternalWiki" });

export const preferenceOptions = {
  has_issues: flag,
  internal_tracker: internalTracker.optional(),
  external_tracker: externalTracker.optional(),
  has_wiki: flag,
  external_wiki: externalWiki.optional(),
  wiki_branch: text({ max: 255 }).optional(),
  globally_editable_wiki: flag,
  has_pull_requests: flag,
  has_projects: flag,
  has_releases: flag,
  has_packages: flag,
  ignore_whitespace_conflicts: flag,
  allow_merge_commits: flag,
  allow_rebase: flag,
  allow_rebase_explicit: flag,
  allow_squash_merge: flag,
  allow_fast_forward_only_merge: flag,
  allow_rebase_update: flag,
  default_delete_branch_after_merge: flag,
  default_merge_style: text({ max: 255 }).optional(),
  default_update_style: text({ max: 255 }).optional(),
  default_allow_maintainer_edit: flag,
};

const preferenceOption = z.object(preferenceOptions);
type PreferenceOption = z.output<typeof preferenceOption>;

/** As stored: what was never edited is absent, and null stands for the server's own tracker or wiki. */
export type Preferences = {
  readonly [Name in keyof PreferenceOption]?: NonNullable<PreferenceOption[Name]> | null;
};

/**
 * The changes that an edit asks for. A tracker or wiki outside and the server's own exclude one another.
 * @throws DomainError `unprocessable` for an address that is none.
 */
export function changedPreferences(option: PreferenceOption): Preferences {
  refuseUrl(option.external_tracker?.external_tracker_url, "External tracker URL not valid");
  refuseUrl(option.external_wiki?.external_wiki_url, "External wiki URL not valid");
  const changes: Record<string, unknown> = {};
  for (const name of preferenceOption.keyof().options) {
    if (option[name] !== undefined) changes[name] = option[name];
  }
  if (option.internal_tracker && !option.external_tracker) changes.external_tracker = null;
  if (option.has_wiki && !option.external_wiki) changes.external_wiki = null;
  return changes;
}

function refuseUrl(url: string | undefined, message: string): void {
  if (url === undefined || /^https?:\/\/[^\s/]/i.test(url)) return;
  throw new DomainError("unprocessable", message);
}

const noMerges = {
  allow_merge_commits: false,
  allow_rebase: false,
  allow_rebase_explicit: false,
  allow_squash_merge: false,
  allow_fast_forward_only_merge: false,
  allow_rebase_update: false,
};

/** As answers show them: Forgejo's defaults where nothing was edited, and no details of a part that is off. */
export function shownPreferences(stored: Preferences) {
  const hasIssues = stored.has_issues ?? true;
  const hasWiki = stored.has_wiki ?? true;
  const hasPullRequests = stored.has_pull_requests ?? true;
  const { external_tracker: tracker, external_wiki: wiki } = stored;
  return {
    has_issues: hasIssues,
    ...(hasIssues && !tracker && { internal_tracker: toInternalTracker(stored.internal_tracker) }),
    ...(hasIssues && tracker && { external_tracker: tracker }),
    has_wiki: hasWiki,
    ...(hasWiki && wiki && { external_wiki: wiki }),
    wiki_branch: stored.wiki_branch ?? "main",
    globally_editable_wiki: stored.globally_editable_wiki ?? false,
    has_pull_requests: hasPullRequests,
    has_projects: stored.has_projects ?? true,
    has_releases: stored.has_releases ?? true,
    has_packages: stored.has_packages ?? true,
    ignore_whitespace_conflicts: stored.ignore_whitespace_conflicts ?? false,
    allow_merge_commits: stored.allow_merge_commits ?? true,
    allow_rebase: stored.allow_rebase ?? true,
    allow_rebase_explicit: stored.allow_rebase_explicit ?? true,
    allow_squash_merge: stored.allow_squash_merge ?? true,
    allow_fast_forward_only_merge: stored.allow_fast_forward_only_merge ?? true,
    allow_rebase_update: stored.allow_rebase_update ?? true,
    ...(!hasPullRequests && noMerges),
    default_delete_branch_after_merge: stored.default_delete_branch_after_merge ?? false,
    default_merge_style: stored.default_merge_style ?? "merge",
    default_allow_maintainer_edit: stored.default_allow_maintainer_edit ?? false,
    default_update_style: stored.default_update_style ?? "merge",
  };
}

/** A tracker that was set says no where it says nothing, as Go's booleans do. */
function toInternalTracker(stored: Preferences["internal_tracker"]) {
  const otherwise = !stored;
  return {
    enable_time_tracker: stored?.enable_time_tracker ?? otherwise,
    allow_only_contributors_to_track_time: stored?.allow_only_contributors_to_track_time ?? otherwise,
    enable_issue_dependencies: stored?.enable_issue_dependencies ?? otherwise,
  };
}
