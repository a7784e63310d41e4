import type { Context } from "../context.ts";
import { nameMessage } from "../users/create.ts";
import { renameUser } from "../users/rename.ts";
import type { Organization } from "./find.ts";

/** As users are renamed, in the words that refuse a new name: Forgejo has others for users. */
export function renameOrganization(ctx: Context, organization: Organization, newName: string): Promise<void> {
  return renameUser(ctx, organization, newName, {
    broken: nameMessage,
    taken: (name) => `user already exists [name: ${name}]`,
  });
}
