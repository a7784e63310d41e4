import { z } from "zod";

export const blockedUserResponse = z
  .object({
    block_id: z.int().meta({ description: "The id of the blocked user." }),
    created_at: z.iso.datetime(),
  })
  .meta({ id: "BlockedUser" });

export type BlockedUserResponse = z.output<typeof blockedUserResponse>;
