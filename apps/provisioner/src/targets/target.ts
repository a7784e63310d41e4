import type { ActionsOwner } from "../fleet/fleet.ts";

/** What a server says about an account, as far as the provisioner asks. */
export type ObservedAccount = {
  readonly name: string;
  readonly email: string;
  readonly fullName: string;
  /** The account may not sign in, or is not active: its tokens answer 403. */
  readonly isLocked: boolean;
  readonly isAdmin: boolean;
};

export type ObservedToken = {
  readonly id: number;
  readonly name: string;
  readonly lastEight: string;
  readonly scopes: readonly string[];
  /** `owner/name`. Undefined: unrestricted, or a restriction the server does not spell out. */
  readonly repositories?: readonly string[];
  /** Undefined: the server does not say. */
  readonly isRestricted?: boolean;
  readonly createdAt: Date;
  /** Null: never expires. Undefined: the server does not know expiry. */
  readonly expiresAt?: Date | null;
  /** Null: never used. Undefined: the server does not show last use. */
  readonly lastUsedAt?: Date | null;
};

/** An account with all its tokens. */
export type ObservedState = { readonly account: ObservedAccount; readonly tokens: readonly ObservedToken[] };

/** `version`: a Mintmark is known by its features, and asked for no version. `takesMany`: in one request. */
export type Capabilities = {
  readonly product: "forgejo" | "mintmark";
  readonly version?: string;
  readonly takesMany?: boolean;
};

export type NewAccount = { readonly name: string; readonly email: string; readonly fullName?: string };

export type AccountChanges = { readonly email?: string; readonly fullName?: string; readonly isLocked?: boolean };

export type NewToken = {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly repositories?: readonly string[];
  /** A server that does not know expiry ignores it. */
  readonly expiresAt?: Date;
};

export type CreatedToken = { readonly id: number; readonly lastEight: string; readonly plaintext: string };

/** What a credential turned out to be when it was tried. */
export type Probe = "live" | "dead" | "locked";

/** A server that holds bots. Every call may throw a TargetError. */
export type Target = {
  probeServer(): Promise<Capabilities>;
  /**
   * The accounts that exist among `names` with all their tokens, by lower-case name, in a few requests. Undefined: the
   * server does not tell of many at once, or was not asked yet what it is.
   */
  readState?(names: readonly string[]): Promise<ReadonlyMap<string, ObservedState> | undefined>;
  /** The accounts that exist among `names`, by lower-case name. */
  listAccounts(names: readonly string[]): Promise<ReadonlyMap<string, ObservedAccount>>;
  createAccount(account: NewAccount): Promise<void>;
  updateAccount(name: string, changes: AccountChanges): Promise<void>;
  /** Absent already is success. */
  deleteAccount(name: string): Promise<void>;
  /** Undefined: there is no such account. */
  listTokens(account: string): Promise<readonly ObservedToken[] | undefined>;
  createToken(account: string, token: NewToken): Promise<CreatedToken>;
  /** By id, never by name. Absent already is success. */
  deleteToken(account: string, id: number): Promise<void>;
  probeToken(plaintext: string): Promise<Probe>;
  /** Makes or overwrites an Actions secret, and tells which. Nobody can read it back. */
  putActionsSecret(of: ActionsOwner, name: string, plaintext: string): Promise<"created" | "overwritten">;
  /** Whether the account itself may see the repository; Forgejo does not ask that when it makes a token. */
  reachesRepository(account: string, repository: string): Promise<boolean>;
  /** Whether a token, which must have read:repository, shows the repository. */
  tokenReachesRepository(plaintext: string, repository: string): Promise<boolean>;
};
