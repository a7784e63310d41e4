import type { Context } from "../context.ts";
import { fullNameOf, type RepositoryWithOwner } from "../repositories/find.ts";
import { toWireTime } from "../wire-time.ts";
import type { Watch } from "./find.ts";
import type { WatchInfo } from "./schemas.ts";

/** Forgejo's `ignored` has no route that sets it. */
export function toWatchInfo(ctx: Context, watch: Watch, found: RepositoryWithOwner): WatchInfo {
  const repositoryUrl = `${ctx.settings.rootUrl}/api/v1/repos/${fullNameOf(found)}`;
  return {
    subscribed: true,
    ignored: false,
    reason: null,
    created_at: toWireTime(watch.createdAt),
    url: `${repositoryUrl}/subscription`,
    repository_url: repositoryUrl,
  };
}
