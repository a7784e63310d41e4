import type { OnRemove } from "../fleet/fleet.ts";
import type { Lease } from "./lease.ts";

export type TokenKey = { readonly target: string; readonly account: string; readonly token: string };

/**
 * How far a generation came. `intended`: asked of the target, answer unknown. `created`: its plaintext is sealed here.
 * `delivered`: every sink was read back. `closed`: dead, or never made.
 */
export type GenerationState = "intended" | "created" | "delivered" | "closed";

export type GenerationRecord = TokenKey & {
  readonly generation: number;
  readonly state: GenerationState;
  readonly scopes: readonly string[];
  readonly repositories?: readonly string[];
  readonly remoteId?: number;
  readonly lastEight?: string;
  /** SHA-256 of the plaintext in hex. */
  readonly digest?: string;
  /** Whether the sealed copy opens with the key at hand. */
  readonly isOpenable: boolean;
  /** What each sink said when it took the value, by the sink's key. */
  readonly receipts?: Readonly<Record<string, string>>;
  readonly createdAt?: Date;
  readonly deliveredAt?: Date;
  /** When we last tried the token ourselves: that use is no evidence of a consumer. */
  readonly lastProbedAt?: Date;
};

export type BotRecord = {
  readonly target: string;
  readonly account: string;
  readonly set: string;
  readonly onRemove: OnRemove;
  /** Set once `--prune` removed the bot. */
  readonly removedAt?: Date;
};

export type BotKey = Omit<TokenKey, "token">;

/** Which repositories a bot may not see any more, and when it was last asked about all that its tokens are limited to. */
export type RepositoryAccess = BotKey & {
  readonly checkedAt: Date;
  /** `owner/name` in lower case. */
  readonly lost: readonly string[];
};

/** What was seen of a bot's access. `asked`: of these alone, so that nothing is said of others. Unset: of all. */
export type SeenAccess = { readonly lost: readonly string[]; readonly asked?: readonly string[] };

export type Intent = TokenKey & {
  readonly generation: number;
  readonly scopes: readonly string[];
  readonly repositories?: readonly string[];
};

/** Why something was done, and what showed that it was: the words of a proof. Never a secret. */
export type Evidence = Readonly<Record<string, unknown>>;

export const proofSteps = ["intended", "created", "delivered", "adopted", "closed"] as const;

/** One link of the chain that tells what became of a token's generations. */
export type Proof = TokenKey & {
  /** From 1, without a gap, for each token. */
  readonly number: number;
  readonly generation: number;
  readonly step: (typeof proofSteps)[number];
  readonly at: Date;
  readonly detail: Evidence;
  /** Whether it is what was written down after the one before it. */
  readonly isIntact: boolean;
};

export type Creation = { readonly remoteId: number; readonly lastEight: string; readonly plaintext: string };

export type Adoption = Intent & {
  readonly remoteId: number;
  readonly lastEight: string;
  readonly digest: string;
  readonly createdAt: Date;
};

export type GenerationKey = TokenKey & { readonly generation: number };

/**
 * What the provisioner remembers between runs: which tokens it made, how far each came, and whose they are. Account
 * names come back in lower case. Each step of a generation leaves a proof.
 */
export type Journal = {
  listBots(target: string, account?: string): Promise<readonly BotRecord[]>;
  /** Those that are not closed, and each token's highest, since a number is never used again. */
  listGenerations(target: string, account?: string): Promise<readonly GenerationRecord[]>;
  /** The tokens that stay without a generation until somebody lifts that. */
  listRevoked(target: string, account?: string): Promise<readonly TokenKey[]>;
  recordRevoked(of: TokenKey): Promise<void>;
  liftRevoked(of: TokenKey): Promise<void>;
  /** Bots that nobody was ever asked about are not there. */
  listRepositoryAccess(target: string, account?: string): Promise<readonly RepositoryAccess[]>;
  /** What was seen is true whoever saw it, so that no lease is asked for. */
  recordRepositoryAccess(of: BotKey, seen: SeenAccess): Promise<void>;
  listProofs(of: TokenKey): Promise<readonly Proof[]>;
  rememberBot(bot: BotRecord): Promise<void>;
  forgetBot(target: string, account: string): Promise<void>;
  recordIntent(intent: Intent, evidence?: Evidence): Promise<void>;
  /** Seals the plaintext. */
  recordCreated(key: GenerationKey, creation: Creation): Promise<void>;
  /** The plaintext of a generation that is created and not yet delivered; undefined when it cannot be opened. */
  openSealed(key: GenerationKey): Promise<string | undefined>;
  /** Drops the sealed copy. */
  recordDelivered(key: GenerationKey, evidence?: Evidence, receipts?: Readonly<Record<string, string>>): Promise<void>;
  recordAdopted(adoption: Adoption): Promise<void>;
  /** Drops the sealed copy, if there is one. Nothing happens when the journal never knew the generation. */
  recordClosed(key: GenerationKey, evidence?: Evidence): Promise<void>;
  /** The same journal for the holder of a lease: what it writes after the lease was taken over is a LeaseLostError. */
  under(lease: Pick<Lease, "account" | "fence" | "target">): Journal;
};
