import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import { isEmailAddress, refuseSiteScheme } from "../rules.ts";
import { createOwnersTeam } from "../teams/create.ts";
import { inTransaction } from "../transaction.ts";
import { nameTaken, refuseBrokenName } from "../users/create.ts";
import { endRedirect } from "../users/end-redirect.ts";
import { refuseOrganization } from "../users/find.ts";
import { refuseDots } from "../users/name-rules.ts";
import { toVisibility, type User, users } from "../users/table.ts";
import { getOrganizationById, type Organization } from "./find.ts";
import type { CreateOrgOption } from "./schemas.ts";

/**
 * An organization with its team of owners, in which the owner is alone. A redirect from the name ends.
 * @throws DomainError `unprocessable` for a reserved or taken name, one that is still kept for another account, and a bad address.
 */
export async function createOrganization(ctx: Context, owner: User, option: CreateOrgOption): Promise<Organization> {
  refuseOrganization(owner);
  refuseDots("UserName", option.username, ctx.settings);
  refuseBrokenName(ctx, option.username);
  refuseSiteScheme(option.website, ctx.settings.validSiteUrlSchemes);
  refuseBadEmail(option.email);
  return inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    const [row] = await tx.db
      .insert(users)
      .values({
        kind: "organization",
        name: option.username,
        fullName: option.full_name ?? "",
        contactEmail: option.email ?? "",
        description: option.description ?? "",
        website: option.website ?? "",
        location: option.location ?? "",
        visibility: toVisibility(option.visibility) ?? "public",
        canRepositoryAdminChangeTeams: option.repo_admin_change_team_access ?? false,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: users.lowerName })
      .returning({ id: users.id });
    if (!row) throw nameTaken(option.username);
    await endRedirect(tx, option.username, owner.id);
    const organization = await getOrganizationById(tx, row.id);
    await createOwnersTeam(tx, organization, owner);
    await recordAudit(tx, {
      action: "organization.create",
      target: { type: "organization", id: organization.id, name: organization.name },
      after: { owner: owner.name, visibility: organization.visibility },
    });
    return organization;
  });
}

export function refuseBadEmail(email: string | undefined): void {
  if (email && !isEmailAddress(email)) throw new DomainError("unprocessable", `e-mail invalid [email: ${email}]`);
}
