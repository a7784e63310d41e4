/** When a worker last took a bot over from one that had not let go, and until when that one may still act. */
export type Takeover = { readonly at: Date; readonly settlesAt: Date };

/** The right to work on one bot, for a while. */
export type Lease = {
  readonly target: string;
  readonly account: string;
  /** Higher than that of every holder before. */
  readonly fence: number;
  /** Whether the holder before had not let go: something it began may still happen. */
  readonly isTakeover: boolean;
  /** The last time that was so. */
  readonly takeover?: Takeover;
  /** Zero or less: others may have the bot already, unless it is extended. */
  leftMs(): number;
  /** Starts the lease's time again. @throws LeaseLostError */
  extend(): Promise<void>;
  /** Reads the fence again. @throws LeaseLostError */
  confirm(): Promise<void>;
  /** Lets go, so that the next holder need not wait. Nothing happens when the lease is lost. */
  release(): Promise<void>;
};

export type Held = { readonly heldBy: string; readonly leftMs: number };

export type LeaseState = {
  readonly fence: number;
  /** Somebody is at work on the bot: what is seen of it now may be half of what he does. */
  readonly isHeld: boolean;
  readonly takeover?: Takeover;
};

/** What the next holder's fence is if nobody works on the bot from now on; undefined when somebody does already. */
export const nextFence = (before: LeaseState | undefined): number | undefined =>
  before?.isHeld ? undefined : (before?.fence ?? 0) + 1;

export type Leases = {
  readonly leaseMs: number;
  /** By account in lower case. An account that nobody ever worked on is not there. */
  list(target: string): Promise<ReadonlyMap<string, LeaseState>>;
  /** Does not wait. Another holder's lease can be taken once its time is over, or once that process is gone. */
  acquire(target: string, account: string): Promise<{ readonly lease: Lease } | Held>;
};

/** Another worker has the bot now. Whatever this one still wants to do must not be done. */
export class LeaseLostError extends Error {
  override readonly name = "LeaseLostError";

  constructor(account: string, what = "was taken over by another worker") {
    super(`${account} ${what}`);
  }
}
