import type { Outcome } from "../apply/apply.ts";
import { madeMeanwhile } from "../apply/met-demands.ts";
import type { GenerationRecord } from "../journal/journal.ts";
import type { Action, Notice, Plan } from "../plan/action.ts";
import { demandKey } from "../plan/plan.ts";
import { revokedNotice } from "../plan/token.ts";
import type { Demand } from "../plan/token-view.ts";
import type { Session } from "../session.ts";

export type Asked = {
  /** What a person asked for, by `demandKey`. */
  readonly demands: ReadonlyMap<string, Demand>;
  /** When, on the clock of `performance.now()`. */
  readonly since: number;
};

export type Answers = {
  /** What another process did since it was asked for, and what of a wish that was met is not at its end. */
  readonly warnings: readonly Notice[];
  /** What nobody did. */
  readonly unmet: readonly Notice[];
};

/** What became of wishes for a new generation, beside what was done here and what failed. */
export async function answerDemands(
  { declared, bots, journal }: Pick<Session, "declared" | "bots" | "journal">,
  plan: Plan,
  { done, failed, left, warnings: told }: Outcome,
  demands: Asked["demands"],
  /** By the journal's clock. */
  askedAt: Date,
): Promise<Answers> {
  const keysOf = (actions: readonly Action[]) =>
    new Set(actions.flatMap((one) => ("token" in one ? [demandKey(one)] : [])));
  const issued = keysOf(done.filter(({ kind }) => kind === "issue"));
  const failedKeys = keysOf(failed.map(({ action }) => action));
  const leftKeys = keysOf(left);
  const delivered = keysOf(done.filter(({ kind }) => kind === "deliver"));
  const troubled = new Set(plan.problems.map(({ account }) => account));
  const open = bots
    .filter(({ account }) => !troubled.has(account))
    .flatMap(({ account, tokens }) => tokens.map(({ name }) => ({ target: declared.name, account, token: name })))
    .filter((one) => demands.has(demandKey(one)) && !issued.has(demandKey(one)))
    .filter((one) => !failedKeys.has(demandKey(one)));
  const warnings: Notice[] = left.flatMap((action) => {
    if (action.kind !== "close" || demands.get(demandKey(action)) !== "rotate-now") return [];
    if (!issued.has(demandKey(action))) return [];
    const { target, account, token, generation } = action;
    const message = `generation ${generation} lives on for the declared overlap; \`rotate --immediate\` ends it now`;
    return [{ target, account, token, message }];
  });
  if (open.length === 0) return { warnings, unmet: [] };

  const [generations, revoked] = await Promise.all([
    journal.listGenerations(declared.name),
    journal.listRevoked(declared.name),
  ]);
  const newest = new Map<string, GenerationRecord>();
  for (const one of generations.toSorted((a, b) => a.generation - b.generation))
    if (one.state === "delivered") newest.set(demandKey(one), one);
  const revokedKeys = new Set(revoked.map(demandKey));

  const unmet: Notice[] = [];
  for (const one of open) {
    const key = demandKey(one);
    const isAbout = ({ account, token }: Notice): boolean => account === one.account && token === one.token;
    const current = newest.get(key);
    const isOurs = delivered.has(key);
    // What lay sealed here may be known to readers; who asked before another process delivered has what that one made.
    const newSince = isOurs ? current?.createdAt : current?.deliveredAt;
    if (revokedKeys.has(key)) unmet.push({ ...one, message: revokedNotice });
    else if (current && newSince && newSince >= askedAt) {
      if (!isOurs && !told.some(isAbout)) warnings.push({ ...one, message: madeMeanwhile(current) });
    } else if (isOurs) {
      const message = `generation ${current?.generation}, made before, had to be delivered first; say it again for a newer one`;
      unmet.push({ ...one, message });
    } else {
      const why = plan.notices.find(isAbout)?.message ?? "another process worked on it meanwhile; say it again";
      unmet.push({ ...one, message: leftKeys.has(key) ? "it was not begun; say it again" : why });
    }
  }
  return { warnings, unmet };
}
