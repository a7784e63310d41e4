import { z } from "zod";
import { oneOf } from "../rules.ts";
import { userResponse } from "../users/schemas.ts";

export const collaboratorLevels = ["read", "write", "admin"] as const;
export type CollaboratorLevel = (typeof collaboratorLevels)[number];

export const collaboratorTarget = z.object({
  collaborator: z.string().meta({ description: "The collaborator's name, in any case." }),
});

export const addCollaboratorOption = z
  .object({
    permission: oneOf(collaboratorLevels)
      .optional()
      .meta({ description: "Absent: `write` for somebody new, and unchanged for others." }),
  })
  .meta({ id: "AddCollaboratorOption" });

export const repositoryPermissionResponse = z
  .object({ permission: z.string(), role_name: z.string(), user: userResponse })
  .meta({ id: "RepoCollaboratorPermission" });

/** From the wire, where the empty string means that nothing was said. */
export const toCollaboratorLevel = (word: string | undefined): CollaboratorLevel | undefined =>
  collaboratorLevels.find((known) => known === word);
