import type { Context } from "../context.ts";
import { mayAdminister } from "../repositories/access.ts";
import type { RepositoryWithOwner } from "../repositories/find.ts";
import type { RepositoryResponse } from "../repositories/schemas.ts";
import { toRepositoryResponse } from "../repositories/to-response.ts";
import { toTeamResponse } from "../teams/to-response.ts";
import { toOwnerResponse } from "../users/to-response.ts";
import { findTransfer, mayReceive } from "./find.ts";

/** The repository with the offer that is out for it, which they see alone who may end it. */
export async function toRepositoryResponseWithTransfer(
  ctx: Context,
  found: RepositoryWithOwner,
): Promise<RepositoryResponse> {
  return { ...toRepositoryResponse(ctx, found), repo_transfer: await shownTransfer(ctx, found) };
}

async function shownTransfer(ctx: Context, found: RepositoryWithOwner): Promise<RepositoryResponse["repo_transfer"]> {
  // Whoever is offered a repository has been granted the sight of it.
  if (!mayAdminister(ctx.principal, found) && found.granted === "none") return null;
  const transfer = await findTransfer(ctx, found);
  if (!transfer) return null;
  const { doer, recipient, teams } = transfer;
  if (!mayAdminister(ctx.principal, found) && !(await mayReceive(ctx, recipient))) return null;
  return {
    doer: toOwnerResponse(ctx, doer),
    recipient: toOwnerResponse(ctx, recipient),
    teams: teams.map((team) => toTeamResponse(ctx, team, null)),
  };
}
