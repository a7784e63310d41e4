import type { DeclaredBot, DeclaredToken } from "../fleet/fleet.ts";
import type { AccountChanges } from "../targets/target.ts";

/** Every reason an action can have, with the words a person reads. */
export const reasons = {
  "account-missing": "the account does not exist",
  "account-differs": "the account differs from its declaration",
  "declared-again": "the bot was removed and is declared again",
  "not-issued": "not issued yet",
  "token-missing": "the target no longer holds the token",
  regenerated: "the token was regenerated behind our back",
  expired: "the token is past its lifetime",
  scopes: "its scopes changed",
  repositories: "its repositories changed",
  "sink-lost": "a sink no longer holds the token",
  unproven: "a sink that cannot be read has no receipt of it",
  age: "its age asks for a rotation",
  "expires-soon": "it would end before its age leads to a rotation",
  asked: "somebody asked for it",
  revoked: "it was revoked",
  undelivered: "it was made and not yet delivered",
  "journal-lost": "the sinks hold it and the journal does not know it",
  undeliverable: "it was made and cannot be delivered any more",
  "answer-lost": "it was asked for and the answer was lost",
  superseded: "its successor is delivered and it has no overlap",
  "overlap-over": "the longest overlap is over",
  "seen-in-use": "its successor is in use and it was silent long enough",
  "makes-room": "at most two generations may live",
  unknown: "a token of this name that is neither current nor overlapping",
  removed: "it is declared no more",
  "removed-long-ago": "it was removed long enough ago",
} as const;

export type Reason = keyof typeof reasons;

type OfBot = { readonly target: string; readonly account: string; readonly because: Reason };
type OfToken = OfBot & { readonly token: string; readonly generation: number };

export type CreateAccount = OfBot & { readonly kind: "createAccount"; readonly bot: DeclaredBot };
export type UpdateAccount = OfBot & { readonly kind: "updateAccount"; readonly changes: AccountChanges };
/** Effects 1 to 6 of one generation. */
export type Issue = OfToken & { readonly kind: "issue"; readonly declared: DeclaredToken };
/** Effects 4 to 6, with the sealed copy that an earlier run left; `made`: what it may do, whatever is declared now. */
export type Deliver = OfToken & {
  readonly kind: "deliver";
  readonly declared: DeclaredToken;
  readonly made: Pick<DeclaredToken, "scopes" | "repositories">;
};
/** Writes to the journal what target and sinks agree on. */
export type Adopt = OfToken & {
  readonly kind: "adopt";
  readonly remoteId: number;
  readonly lastEight: string;
  readonly digest: string;
  readonly createdAt: Date;
  readonly scopes: readonly string[];
  readonly repositories?: readonly string[];
};
/** Effect 7. Without `remoteId` the target holds nothing, and only the journal is told. `digest`: of the value that ends. */
export type Close = OfToken & {
  readonly kind: "close";
  readonly remoteId?: number;
  readonly digest?: string;
  /** Last uses, as the target shows them, when they are the reason. */
  readonly evidence?: LastUses;
  /** Tokens of the bot that come into its sinks: while one of those is not delivered, this one has readers. */
  readonly after?: readonly string[];
  /** A second token of one name: what the journal says of that generation is said of the other one. */
  readonly isDuplicate?: true;
};

/** Undefined: the target does not show it. Null: never used. */
export type LastUses = { readonly newLastUsedAt?: Date | null; readonly oldLastUsedAt?: Date | null };
export type RemoveAccount = OfBot & { readonly kind: "disableAccount" | "deleteAccount" | "forgetBot" };

export type Action = CreateAccount | UpdateAccount | Issue | Deliver | Adopt | Close | RemoveAccount;

/** Something a person should know that asks for no action; or, as a problem, that keeps a bot from being worked on. */
export type Notice = {
  readonly target: string;
  readonly account: string;
  readonly token?: string;
  readonly message: string;
  /** The declaration is not met, and no action of ours changes that. */
  readonly isUnmet?: true;
};

export type Plan = {
  /** In the order of execution within each account; accounts do not depend on each other. */
  readonly actions: readonly Action[];
  readonly notices: readonly Notice[];
  /** Bots that cannot be worked on until a person decides. */
  readonly problems: readonly Notice[];
};

/** What is not as declared and needs a person. */
export const unmetOf = ({ problems, notices }: Plan): readonly Notice[] => [
  ...problems,
  ...notices.filter(({ isUnmet }) => isUnmet),
];
