import type { Journal } from "./journal/journal.ts";
import type { Remembered } from "./plan/plan.ts";

/** All that a plan for a target, or for one of its accounts, needs of the journal. */
export async function remember(journal: Journal, target: string, account?: string): Promise<Remembered> {
  const [bots, generations, revoked, repositoryAccess] = await Promise.all([
    journal.listBots(target, account),
    journal.listGenerations(target, account),
    journal.listRevoked(target, account),
    journal.listRepositoryAccess(target, account),
  ]);
  return { bots, generations, revoked, repositoryAccess };
}
