import { z } from "zod";
import { alphaDashDot, optionalAlphaDashDot, text } from "../rules.ts";
import { teamResponse } from "../teams/schemas.ts";
import { userResponse } from "../users/schemas.ts";
import { externalTracker, externalWiki, internalTracker, preferenceOptions } from "./preferences.ts";

export const repositoryTarget = z.object({
  owner: z.string().meta({ description: "The owner's name, in any case." }),
  repo: z.string().meta({ description: "The repository's name, in any case." }),
});

export const createRepoOption = z
  .object({
    name: alphaDashDot({ max: 100 }),
    description: text({ max: 2048 }).optional(),
    private: z.boolean().optional(),
    issue_labels: text().optional(),
    auto_init: z.boolean().optional(),
    template: z.boolean().optional(),
    gitignores: text().optional(),
    license: text().optional(),
    readme: text().optional(),
    default_branch: text({ max: 100 }).optional(),
    trust_model: text().optional(),
    object_format_name: text({ max: 6 }).optional(),
  })
  .meta({ id: "CreateRepoOption" });

export type CreateRepoOption = z.output<typeof createRepoOption>;

/** What means nothing without Git is kept and read back; mirrors and merges by hand are ignored. */
export const editRepoOption = z
  .object({
    name: optionalAlphaDashDot({ max: 100 }).optional(),
    description: text({ max: 2048 }).optional(),
    website: text({ max: 1024 }).optional(),
    private: z.boolean().optional(),
    template: z.boolean().optional(),
    default_branch: text({ max: 255 }).optional(),
    has_actions: z.boolean().optional(),
    archived: z.boolean().optional(),
    ...preferenceOptions,
  })
  .meta({ id: "EditRepoOption" });

export type EditRepoOption = z.output<typeof editRepoOption>;

const word = z.string();
const flag = z.boolean();
const number = z.int();

const repositoryTransfer = z
  .object({ doer: userResponse, recipient: userResponse, teams: z.array(teamResponse) })
  .meta({ id: "RepositoryTransfer" });

/** About sixty properties, since clients read them; what has no meaning without Git is constant. */
export const repositoryResponse = z
  .object({
    id: number,
    owner: userResponse,
    name: word,
    full_name: word,
    description: word,
    empty: flag,
    private: flag,
    fork: flag,
    template: flag,
    parent: z.null(),
    mirror: flag,
    size: number,
    language: word,
    languages_url: word,
    html_url: word,
    url: word,
    link: word,
    ssh_url: word,
    clone_url: word,
    original_url: word,
    website: word,
    stars_count: number,
    forks_count: number,
    watchers_count: number,
    open_issues_count: number,
    open_pr_counter: number,
    release_counter: number,
    default_branch: word,
    archived: flag,
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    archived_at: z.iso.datetime(),
    permissions: z.object({ admin: flag, push: flag, pull: flag }).meta({ id: "Permission" }),
    has_issues: flag,
    internal_tracker: internalTracker.optional(),
    external_tracker: externalTracker.optional(),
    has_wiki: flag,
    external_wiki: externalWiki.optional(),
    has_wiki_contents: flag,
    wiki_branch: word,
    wiki_ssh_url: word,
    wiki_clone_url: word,
    globally_editable_wiki: flag,
    has_pull_requests: flag,
    has_projects: flag,
    has_releases: flag,
    has_packages: flag,
    has_actions: flag,
    ignore_whitespace_conflicts: flag,
    allow_merge_commits: flag,
    allow_rebase: flag,
    allow_rebase_explicit: flag,
    allow_squash_merge: flag,
    allow_fast_forward_only_merge: flag,
    allow_rebase_update: flag,
    default_delete_branch_after_merge: flag,
    default_merge_style: word,
    default_allow_maintainer_edit: flag,
    default_update_style: word,
    avatar_url: word,
    internal: flag,
    mirror_interval: word,
    object_format_name: word,
    mirror_updated: z.iso.datetime(),
    repo_transfer: repositoryTransfer.nullable(),
    topics: z.array(word),
  })
  .meta({ id: "Repository" });

export type RepositoryResponse = z.output<typeof repositoryResponse>;
