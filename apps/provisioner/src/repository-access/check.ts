import type { DeclaredBot } from "../fleet/fleet.ts";
import type { Journal, RepositoryAccess } from "../journal/journal.ts";
import { inParallel } from "../parallel.ts";
import { stableFraction } from "../plan/age.ts";
import type { Observed, Remembered } from "../plan/plan.ts";
import { lostOf, repositoriesOf } from "../plan/repository-access.ts";
import type { Target } from "../targets/target.ts";
import { TargetError } from "../targets/target-error.ts";
import { accessDueAt } from "./due.ts";

/** What one bot's access turned out to be, compared with what was known. */
export type AccessChange = {
  readonly account: string;
  readonly lost: readonly string[];
  /** What was lost before and is not any more. */
  readonly regained: readonly string[];
};

export type AccessCheck = {
  /** All that is known now. */
  readonly known: readonly RepositoryAccess[];
  /** Of the bots that were asked about now: those that lack something, or lacked it. */
  readonly changes: readonly AccessChange[];
  /** Why some could not be asked about; they stay due. */
  readonly failures: readonly string[];
};

type Doors = { readonly target: Pick<Target, "reachesRepository">; readonly journal: Journal; readonly now: Date };

/**
 * About whom is asked: `all`, due or not; all that are `due`, by a command that may be the only one of its day; or `some` of
 * those, in one of many looks or while a person waits.
 */
export type AccessQuestion = "all" | "due" | "some";

type Options = {
  readonly concurrency: number;
  readonly asks: AccessQuestion;
  /** Told how many bots of all were asked about. */
  readonly tell?: (done: number, total: number) => void;
};

/** So many are `some`, or a tenth of those that are limited to repositories. */
const someMax = 100;

/**
 * Asks once a day for each bot whose tokens are limited to repositories, at the bot's own time of day, whether it may see
 * them still, and writes the answers down. Forgejo asks that neither when it makes a token nor later.
 */
export async function checkRepositoryAccess(
  { target, journal, now }: Doors,
  bots: readonly DeclaredBot[],
  { accounts }: Pick<Observed, "accounts">,
  remembered: Pick<Remembered, "generations" | "repositoryAccess">,
  { concurrency, asks, tell = () => {} }: Options,
): Promise<AccessCheck> {
  const known = new Map(remembered.repositoryAccess.map((one) => [one.account, one]));
  const delivered = new Set(
    remembered.generations.filter((one) => one.state === "delivered").map((one) => one.account),
  );
  const limited = bots.filter((bot) => {
    const account = bot.account.toLowerCase();
    // Of an account that is not there or locked, every answer would be no. Before a delivery there is nothing to lose.
    return repositoriesOf(bot).length > 0 && accounts.get(account)?.isLocked === false && delivered.has(account);
  });
  const isDue = (bot: DeclaredBot): boolean => {
    const checkedAt = known.get(bot.account.toLowerCase())?.checkedAt;
    // A time to come was written down while the clock was wrong.
    return asks === "all" || checkedAt === undefined || checkedAt > now || accessDueAt(bot, checkedAt) <= now;
  };
  const most = asks === "some" ? Math.max(someMax, Math.ceil(limited.length / 10)) : limited.length;
  const due = inOrderOf(now, limited.filter(isDue)).slice(0, most);

  const changes: AccessChange[] = [];
  const failures: string[] = [];
  let isUnreachable = false;
  let done = 0;
  await inParallel(due, concurrency, async (bot) => {
    tell(done++, due.length);
    if (isUnreachable) return;
    try {
      const before = known.get(bot.account.toLowerCase());
      const lost = await findLost(target, bot);
      await journal.recordRepositoryAccess(bot, { lost });
      const after = { target: bot.target, account: bot.account.toLowerCase(), checkedAt: now, lost };
      known.set(after.account, after);
      const regained = before ? lostOf(repositoriesOf(bot), before).filter((one) => !lost.includes(one)) : [];
      if (lost.length + regained.length > 0) changes.push({ account: bot.account, lost, regained });
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      isUnreachable ||= error.kind === "unreachable";
      failures.push(`${bot.account}: ${error.message}`);
    }
  });
  tell(due.length, due.length);
  return { known: [...known.values()], changes, failures };
}

/** Those of the bot's repositories that it may not see, as they are declared. */
async function findLost(target: Doors["target"], bot: DeclaredBot): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const repository of repositoriesOf(bot)) {
    if (!(await target.reachesRepository(bot.account, repository))) lost.push(repository);
  }
  return lost;
}

/** Another order in each look, so that bots about which asking always fails keep no others from being asked about. */
const inOrderOf = (look: Date, bots: readonly DeclaredBot[]): readonly DeclaredBot[] =>
  bots
    .map((bot) => ({ bot, place: stableFraction([bot.target, bot.account, look.toISOString()]) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ bot }) => bot);
