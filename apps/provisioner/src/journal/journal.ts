import type { OnRemove } from "../fleet/fleet.ts";

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

export type Intent = TokenKey & {
  readonly generation: number;
  readonly scopes: readonly string[];
  readonly repositories?: readonly string[];
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
 * names come back in lower case.
 */
export type Journal = {
  listBots(target: string): Promise<readonly BotRecord[]>;
  /** Closed generations are told too, since their numbers are never used again. */
  listGenerations(target: string): Promise<readonly GenerationRecord[]>;
  rememberBot(bot: BotRecord): Promise<void>;
  forgetBot(target: string, account: string): Promise<void>;
  recordIntent(intent: Intent): Promise<void>;
  /** Seals the plaintext. */
  recordCreated(key: GenerationKey, creation: Creation): Promise<void>;
  /** The plaintext of a generation that is created and not yet delivered; undefined when it cannot be opened. */
  openSealed(key: GenerationKey): Promise<string | undefined>;
  /** Drops the sealed copy. */
  recordDelivered(key: GenerationKey): Promise<void>;
  recordAdopted(adoption: Adoption): Promise<void>;
  /** Drops the sealed copy, if there is one. Nothing happens when the journal never knew the generation. */
  recordClosed(key: GenerationKey): Promise<void>;
};
