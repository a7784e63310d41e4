import { z } from "zod";
import { onOrganizationOfOwner } from "../organizations/on-organization.ts";
import { onRepositoryOfAdmin } from "../repositories/on-repository.ts";
import { router } from "../trpc.ts";
import { onSelf } from "../users/on-user.ts";
import { deleteAvatar } from "./delete.ts";
import { pictureOwner, pictureOwnerOf } from "./owner.ts";
import { updateRepoAvatarOption, updateUserAvatarOption } from "./schemas.ts";
import { updateAvatar } from "./update.ts";

/** Base64 makes 1.4 MB of the largest picture. */
const FILE_BODY_LIMIT_BYTES = 2_097_152;

const OWN = "/api/v1/user/avatar";
const OF_ORGANIZATION = "/api/v1/orgs/{org}/avatar";
const OF_REPOSITORY = "/api/v1/repos/{owner}/{repo}/avatar";

export const avatarsRouter = router({
  update: onSelf("write:user")
    .meta({
      openapi: { method: "POST", path: OWN, tags: ["user"], summary: "Set one's own picture" },
      success: 204,
      bodyLimitBytes: FILE_BODY_LIMIT_BYTES,
    })
    .input(updateUserAvatarOption)
    .output(z.void())
    .mutation(({ ctx, input }) => updateAvatar(ctx, pictureOwner(ctx.principal.user), input.image)),
  delete: onSelf("write:user")
    .meta({
      openapi: { method: "DELETE", path: OWN, tags: ["user"], summary: "Delete one's own picture" },
      success: 204,
    })
    .output(z.void())
    .mutation(({ ctx }) => deleteAvatar(ctx, pictureOwner(ctx.principal.user))),

  updateOfOrganization: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: {
        method: "POST",
        path: OF_ORGANIZATION,
        tags: ["organization"],
        summary: "Set an organization's picture",
      },
      success: 204,
      bodyLimitBytes: FILE_BODY_LIMIT_BYTES,
    })
    .input(updateUserAvatarOption)
    .output(z.void())
    .mutation(({ ctx, input }) => updateAvatar(ctx, pictureOwner(ctx.organization), input.image)),
  deleteOfOrganization: onOrganizationOfOwner("write:organization")
    .meta({
      openapi: {
        method: "DELETE",
        path: OF_ORGANIZATION,
        tags: ["organization"],
        summary: "Delete an organization's picture",
      },
      success: 204,
    })
    .output(z.void())
    .mutation(({ ctx }) => deleteAvatar(ctx, pictureOwner(ctx.organization))),

  updateOfRepository: onRepositoryOfAdmin("write:repository")
    .meta({
      openapi: { method: "POST", path: OF_REPOSITORY, tags: ["repository"], summary: "Set a repository's picture" },
      success: 204,
      bodyLimitBytes: FILE_BODY_LIMIT_BYTES,
    })
    .input(updateRepoAvatarOption)
    .output(z.void())
    .mutation(({ ctx, input }) => updateAvatar(ctx, pictureOwnerOf(ctx.found), input.image)),
  deleteOfRepository: onRepositoryOfAdmin("write:repository")
    .meta({
      openapi: {
        method: "DELETE",
        path: OF_REPOSITORY,
        tags: ["repository"],
        summary: "Delete a repository's picture",
      },
      success: 204,
    })
    .output(z.void())
    .mutation(({ ctx }) => deleteAvatar(ctx, pictureOwnerOf(ctx.found))),
});
