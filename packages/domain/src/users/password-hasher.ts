import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { createGate } from "../gate.ts";

// 19 MiB and two passes: 14 ms of one core. The numbers stand in every hash, so they may be raised later.
// The library's default algorithm is argon2id.
const defaultCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** For tests that are not about it; each hash says what it cost, so that one of any cost is verified. */
export const leastPasswordCost = { memoryCost: 8, timeCost: 1, parallelism: 1 };

const QUEUE_LIMIT = 64;

export type PasswordHasher = {
  /** argon2id in PHC form. */
  hash(password: string): Promise<string>;
  /** Without a stored hash it is false, after as much work as with one: time tells nobody who exists. */
  verify(stored: string | null, password: string): Promise<boolean>;
};

/**
 * Hashing behind a gate: it runs on Node's thread pool, and 64 hashes at once would stall every other user of the pool for
 * 1.4 s. When too many wait, a caller is refused with `too_many_requests` rather than queued.
 */
export function createPasswordHasher({
  concurrency = Math.max(1, availableParallelism() - 1),
  cost = defaultCost,
} = {}): PasswordHasher {
  const gated = createGate({
    concurrency,
    queueLimit: QUEUE_LIMIT,
    refusal: "too many passwords are being checked; try again",
  });
  let nobody: Promise<string> | undefined;
  const hashPassword = (password: string) => gated(() => hash(password, cost));

  return {
    hash: hashPassword,
    async verify(stored, password) {
      nobody ??= hashPassword("");
      const against = stored ?? (await nobody);
      const matches = await gated(() => verify(against, password));
      return matches && stored !== null;
    },
  };
}
