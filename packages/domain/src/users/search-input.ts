import type { z } from "zod";
import type { Context } from "../context.ts";
import { pageInput, toInteger } from "../page.ts";
import { flag, numeral, word } from "../parameters.ts";
import type { UserFilter } from "./list.ts";
import type { User } from "./table.ts";
import { GHOST_ID } from "./to-response.ts";

const sort = word(
  "`oldest`, `newest`, `alphabetically` (default), `reversealphabetically`, `recentupdate` or `leastupdate`.",
);

export const searchInput = pageInput.extend({
  q: word("Part of the login, full name or address."),
  uid: numeral("The user with this id alone."),
  sort,
});

export const searchAsAdminInput = pageInput.extend({
  source_id: numeral("Only users of this login source."),
  login_name: word("Only users with exactly this login name."),
  is_2fa_enabled: flag("Only users with, or without, a second factor."),
  sort,
});

type Input = Partial<z.output<typeof searchInput> & z.output<typeof searchAsAdminInput>>;

/** What is no number, or no truth, counts as not given. */
export function toFilter(input: Input): UserFilter {
  return {
    text: input.q,
    id: toInteger(input.uid) || undefined,
    sourceId: toInteger(input.source_id),
    loginName: input.login_name,
    hasTwoFactor: input.is_2fa_enabled === undefined ? undefined : /^(1|t|true|on|yes)$/i.test(input.is_2fa_enabled),
    sort: input.sort,
  };
}

/** Forgejo's accounts without a row: who a deleted user becomes, and who runs actions. */
export function specialUser({ settings }: Context, uid: string | undefined): User | undefined {
  if (uid === String(GHOST_ID)) return { ...nobody, id: GHOST_ID, name: "Ghost" };
  if (uid !== "-2") return undefined;
  const name = "forgejo-actions";
  return { ...nobody, id: -2, name, fullName: "Forgejo Actions", email: `${name}@${settings.noReplyAddress}` };
}

const nobody: User = {
  id: 0,
  kind: "individual",
  name: "",
  email: "",
  fullName: "",
  mustChangePassword: false,
  loginName: "",
  sourceId: 0,
  language: "",
  isAdmin: false,
  isActive: true,
  isRestricted: false,
  isLoginProhibited: false,
  isEmailHidden: false,
  isPronounsHidden: false,
  canCreateOrganization: false,
  canEditGitHooks: false,
  canImportLocal: false,
  maxRepositories: -1,
  location: "",
  pronouns: "",
  website: "",
  description: "",
  visibility: "public",
  avatarId: null,
  followersCount: 0,
  followingCount: 0,
  starredRepositoriesCount: 0,
  lastLoginAt: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};
