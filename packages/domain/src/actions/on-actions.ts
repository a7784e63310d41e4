import type { Level } from "@mintmark/scopes";
import { notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { onOrganizationOfOwner } from "../organizations/on-organization.ts";
import { onRepository, repositoryOwner } from "../repositories/on-repository.ts";
import { onSelf } from "../users/on-user.ts";
import { ofAccount, ofRepository } from "./owner.ts";

/** Procedures below `/user/actions`. */
export const onOwnActions = (level: Level) =>
  onSelf(`${level}:user`).use(({ ctx, next }) => next({ ctx: { owner: ofAccount(ctx.principal.user) } }));

/** Procedures below `/orgs/{org}/actions`. Strangers are told that they are no owner, of a private organization too. */
export const onOrganizationActions = (level: Level) =>
  onOrganizationOfOwner(`${level}:organization`).use(({ ctx, next }) =>
    next({ ctx: { owner: ofAccount(ctx.organization) } }),
  );

/**
 * Procedures below `/repos/{owner}/{repo}/actions`, for who owns the repository. Where Actions are off, on the server or for the
 * repository, there is nothing for anybody; what was kept stays.
 */
export const onRepositoryActions = (level: Level) =>
  onRepository(`${level}:repository`).use(({ ctx, next }) => {
    const { found } = ctx;
    if (!ctx.settings.actionsEnabled || !found.repository.hasActions) throw notFound();
    const principal = signedIn(ctx);
    repositoryOwner(ctx, found);
    return next({ ctx: { principal, owner: ofRepository(found) } });
  });

export const ownActions = "/api/v1/user/actions";
export const organizationActions = "/api/v1/orgs/{org}/actions";
export const repositoryActions = "/api/v1/repos/{owner}/{repo}/actions";
