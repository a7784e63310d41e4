import { eq } from "drizzle-orm";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { refuseSiteScheme } from "../rules.ts";
import { inTransaction } from "../transaction.ts";
import { toVisibility, users } from "../users/table.ts";
import { refuseBadEmail } from "./create.ts";
import { getOrganizationById, type Organization } from "./find.ts";
import type { EditOrgOption } from "./schemas.ts";

/** Forgejo's edit is no merge: a text that is not given is emptied, the address alone excepted. */
export async function updateOrganization(
  ctx: Context,
  organization: Organization,
  option: EditOrgOption,
): Promise<Organization> {
  refuseSiteScheme(option.website, ctx.settings.validSiteUrlSchemes);
  refuseBadEmail(option.email);
  const visibility = toVisibility(option.visibility);
  // Forgejo takes "public" for "not given" here and leaves a hidden organization hidden.
  const isIgnored = visibility === "public" && ctx.settings.compatibility === "forgejo";
  const changes = {
    fullName: option.full_name ?? "",
    contactEmail: option.email ?? organization.email,
    description: option.description ?? "",
    website: option.website ?? "",
    location: option.location ?? "",
    visibility: (isIgnored ? undefined : visibility) ?? organization.visibility,
    canRepositoryAdminChangeTeams: option.repo_admin_change_team_access ?? organization.canRepositoryAdminChangeTeams,
  };
  return inTransaction(ctx, async (tx) => {
    await tx.db
      .update(users)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(eq(users.id, organization.id));
    await recordAudit(tx, {
      action: "organization.update",
      target: { type: "organization", id: organization.id, name: organization.name },
      before: { visibility: organization.visibility, contactEmail: organization.email },
      after: changes,
    });
    return getOrganizationById(tx, organization.id);
  });
}
