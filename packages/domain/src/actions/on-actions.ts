import type { Level } from "@mintmark/scopes";
import { onOrganizationOfOwner } from "../organizations/on-organization.ts";
import { onSelf } from "../users/on-user.ts";
import { ofAccount } from "./owner.ts";

/** Procedures below `/user/actions`. */
export const onOwnActions = (level: Level) =>
  onSelf(`${level}:user`).use(({ ctx, next }) => next({ ctx: { owner: ofAccount(ctx.principal.user) } }));

/** Procedures below `/orgs/{org}/actions`. Strangers are told that they are no owner, of a private organization too. */
export const onOrganizationActions = (level: Level) =>
  onOrganizationOfOwner(`${level}:organization`).use(({ ctx, next }) =>
    next({ ctx: { owner: ofAccount(ctx.organization) } }),
  );

export const ownActions = "/api/v1/user/actions";
export const organizationActions = "/api/v1/orgs/{org}/actions";
