import { z } from "zod";
import { DomainError } from "../errors.ts";
import { pageInput, replyWithLinks, toPage } from "../page.ts";
import { requires, router } from "../trpc.ts";
import { findUserByName } from "../users/find.ts";
import { canSeeUser } from "../users/visibility.ts";

// The repositories here hold no issues: what is asked of them is checked, and none is found.

const searchInput = pageInput.extend({
  owner: z.string().meta({ description: "Only in repositories of this account." }).optional(),
  team: z.string().meta({ description: "Only in repositories of this team of the owner." }).optional(),
});

export const issuesRouter = router({
  search: requires(["read:issue"])
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/repos/issues/search",
        tags: ["issue"],
        summary: "Search issues; there are none",
      },
    })
    .input(searchInput)
    .output(z.array(z.unknown()).meta({ description: "Always empty." }))
    .query(async ({ ctx, input }) => {
      const { owner, team } = input;
      if (owner) {
        const account = await findUserByName(ctx, owner);
        const isKnown = account && (await canSeeUser(ctx, account));
        if (!isKnown) throw new DomainError("invalid", `user does not exist [uid: 0, name: ${owner}]`);
      } else if (team) {
        throw new DomainError("invalid", "Owner organisation is required for filtering on team");
      }
      replyWithLinks(ctx, toPage(input, ctx.settings), 0);
      return [];
    }),
});
