export type Account = {
  readonly id: number;
  name: string;
  email: string;
  fullName: string;
  mustChangePassword: boolean;
  isLocked: boolean;
  readonly isAdmin: boolean;
};

export const anAccount = (name: string, changes: Partial<Account> = {}): Account => ({
  id: 1,
  name,
  email: `${name}@example.org`,
  fullName: "",
  mustChangePassword: false,
  isLocked: false,
  isAdmin: false,
  ...changes,
});

export type Token = {
  readonly id: number;
  readonly account: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  /** `owner/name`, in lower case. Undefined: not restricted. */
  readonly repositories?: readonly string[];
  plaintext: string;
};

/** A private one: its owner, administrators and those whom he lets in see it. */
export type Repository = {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly readers: Set<string>;
};

export const toUser = (account: Account, created: string) => ({
  id: account.id,
  login: account.name,
  login_name: "",
  source_id: 0,
  full_name: account.fullName,
  email: account.email,
  avatar_url: "",
  html_url: "",
  language: "",
  is_admin: account.isAdmin,
  last_login: "1970-01-01T00:00:00Z",
  created,
  restricted: false,
  active: true,
  prohibit_login: account.isLocked,
  location: "",
  pronouns: "",
  website: "",
  description: "",
  visibility: "public",
  followers_count: 0,
  following_count: 0,
  starred_repos_count: 0,
  username: account.name,
});

/** Null, too, once all that a token was restricted to are deleted. */
export function toToken(token: Token, repositories: ReadonlyMap<string, Repository>, sha1 = "") {
  const listed = token.repositories?.flatMap((key) => repositories.get(key) ?? []) ?? [];
  return {
    id: token.id,
    name: token.name,
    sha1,
    token_last_eight: token.plaintext.slice(-8),
    scopes: token.scopes,
    created_at: token.createdAt,
    repositories: listed.length === 0 ? null : listed.toSorted((a, b) => a.id - b.id).map(toMeta),
  };
}

const toMeta = ({ id, owner, name }: Repository) => ({ id, name, owner, full_name: `${owner}/${name}` });

/** As much of a repository as a bot's reader would look at. */
export const toRepository = (repository: Repository, owner: object) => ({
  ...toMeta(repository),
  owner,
  description: "",
  empty: true,
  private: true,
  default_branch: "main",
  permissions: { admin: false, push: false, pull: true },
});
