import { z } from "zod";
import { integer, listOf, requiredText } from "../rules.ts";

export const transferRepoOption = z
  .object({
    new_owner: requiredText(),
    team_ids: listOf(integer(), 1_000).optional().meta({
      "x-go-name": "TeamIDs",
      description: "Teams of the new owner, an organization, that get the repository.",
    }),
  })
  .meta({ id: "TransferRepoOption" });

export type TransferRepoOption = z.output<typeof transferRepoOption>;
