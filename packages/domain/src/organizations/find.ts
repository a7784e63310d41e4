import { and, eq } from "drizzle-orm";
import type { Connection, Context } from "../context.ts";
import { DomainError, NameMovedError } from "../errors.ts";
import { userColumns } from "../users/columns.ts";
import { findUserByOldName, unknownUser } from "../users/find.ts";
import { type User, users } from "../users/table.ts";
import { canSeeUser } from "../users/visibility.ts";

export type Organization = User & { readonly canRepositoryAdminChangeTeams: boolean };

const organizationColumns = {
  ...userColumns,
  email: users.contactEmail,
  canRepositoryAdminChangeTeams: users.canRepositoryAdminChangeTeams,
};

/** Every reader of organizations starts from here, and adds its condition to `isOrganization`. */
export const selectOrganizations = (db: Connection) => db.select(organizationColumns).from(users).$dynamic();

export const isOrganization = eq(users.kind, "organization");

export async function findOrganization(ctx: Context, name: string): Promise<Organization | undefined> {
  const [organization] = await selectOrganizations(ctx.db)
    .where(and(isOrganization, eq(users.lowerName, name.toLowerCase())))
    .limit(1);
  return organization;
}

export async function getOrganizationById(ctx: Context, id: number): Promise<Organization> {
  const [organization] = await selectOrganizations(ctx.db)
    .where(and(isOrganization, eq(users.id, id)))
    .limit(1);
  if (!organization) throw unknownOrganization(String(id));
  return organization;
}

/**
 * The organization of a path, whoever asks.
 * @throws NameMovedError for a given-up name, if the caller may see the organization; DomainError `not_found`.
 */
export async function getOrganization(ctx: Context, name: string): Promise<Organization> {
  const organization = await findOrganization(ctx, name);
  if (organization) return organization;
  const renamed = await findUserByOldName(ctx, name);
  if (renamed?.kind === "organization" && (await canSeeUser(ctx, renamed))) {
    throw new NameMovedError(name, renamed.name);
  }
  throw unknownOrganization(name);
}

const unknownOrganization = (name: string): DomainError =>
  new DomainError("not_found", "GetOrgByName", { errors: [unknownUser(name)] });
