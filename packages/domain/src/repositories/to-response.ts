import type { Context } from "../context.ts";
import type { User } from "../users/table.ts";
import { avatarUrl, toOwnerResponse } from "../users/to-response.ts";
import { epoch, toWireTime, zeroTime } from "../wire-time.ts";
import { type AccessLevel, atLeast, levelOfUser, shownLevel } from "./access.ts";
import type { RepositoryWithOwner } from "./find.ts";
import { shownPreferences } from "./preferences.ts";
import type { RepositoryResponse } from "./schemas.ts";

/** Forgejo's repository for somebody who may read it; what has no meaning without Git has Forgejo's default. */
export function toRepositoryResponse(ctx: Context, found: RepositoryWithOwner): RepositoryResponse {
  return view(ctx, found, shownLevel(ctx.principal, found));
}

/** The same for one just made: it need not be within reach of the credential that made it. */
export function toCreatedResponse(ctx: Context, found: RepositoryWithOwner): RepositoryResponse {
  return view(ctx, found, levelOfUser(ctx.principal?.user, found));
}

/**
 * The same in a list of somebody's repositories, where Forgejo shows his permissions and not the caller's. To others his
 * ownership alone is shown, which they see anyway: not what he was let into, nor that he is an administrator.
 */
export function toRepositoryResponseOf(ctx: Context, user: User, found: RepositoryWithOwner): RepositoryResponse {
  if (ctx.principal?.user.id === user.id) return toRepositoryResponse(ctx, found);
  return view(ctx, found, user.id === found.owner.id ? "owner" : "read");
}

function view(ctx: Context, found: RepositoryWithOwner, level: AccessLevel): RepositoryResponse {
  const { repository, owner } = found;
  const { rootUrl, sshDomain } = ctx.settings;
  const fullName = `${owner.name}/${repository.name}`;
  const page = `${rootUrl}/${fullName}`;
  const api = `${rootUrl}/api/v1/repos/${fullName}`;
  const ssh = `ssh://git@${sshDomain}/${fullName}`;
  return {
    id: repository.id,
    owner: toOwnerResponse(ctx, owner),
    name: repository.name,
    full_name: fullName,
    description: repository.description,
    empty: true,
    private: repository.isPrivate,
    fork: false,
    template: repository.isTemplate,
    parent: null,
    mirror: false,
    size: 0,
    language: "",
    languages_url: `${api}/languages`,
    html_url: page,
    url: api,
    link: "",
    ssh_url: `${ssh}.git`,
    clone_url: `${page}.git`,
    original_url: "",
    website: repository.website,
    stars_count: found.starsCount,
    forks_count: 0,
    watchers_count: found.watchersCount,
    open_issues_count: 0,
    open_pr_counter: 0,
    release_counter: 0,
    default_branch: repository.defaultBranch,
    archived: repository.archivedAt !== null,
    created_at: toWireTime(repository.createdAt),
    updated_at: toWireTime(repository.updatedAt),
    archived_at: repository.archivedAt ? toWireTime(repository.archivedAt) : epoch,
    permissions: { admin: atLeast(level, "admin"), push: atLeast(level, "write"), pull: atLeast(level, "read") },
    ...shownPreferences(repository.preferences),
    has_wiki_contents: false,
    wiki_ssh_url: `${ssh}.wiki.git`,
    wiki_clone_url: `${page}.wiki.git`,
    has_actions: repository.hasActions && ctx.settings.actionsEnabled,
    avatar_url: repository.avatarId === null ? "" : avatarUrl(ctx.settings, repository),
    internal: false,
    mirror_interval: "",
    object_format_name: repository.objectFormatName,
    mirror_updated: zeroTime,
    repo_transfer: null,
    topics: [],
  };
}
