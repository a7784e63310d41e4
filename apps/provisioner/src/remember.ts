import type { Journal } from "./journal/journal.ts";
import type { Remembered } from "./plan/plan.ts";

/** All that a plan for a target, or for one of its accounts, needs of the journal. */
export const remember = async (journal: Journal, target: string, account?: string): Promise<Remembered> => ({
  bots: await journal.listBots(target, account),
  generations: await journal.listGenerations(target, account),
  revoked: await journal.listRevoked(target, account),
  repositoryAccess: await journal.listRepositoryAccess(target, account),
});
