import type { Action } from "../plan/action.ts";

/** What a person approved of: which thing happens to what. */
const nameOf = (action: Action): string =>
  JSON.stringify([action.kind, "token" in action ? [action.token, action.generation] : [], action.because]);

const tokenOf = (action: Action): string | undefined => ("token" in action ? action.token : undefined);

/**
 * What is to be done now and was to be done when it was approved. Of each token no more than up to the first action that
 * nobody was shown: the end of an old generation rests on the delivery before it.
 */
export function stillApproved(
  now: readonly Action[],
  approved: readonly Action[],
  /** What may be done besides, whatever is not done before it. */
  approves: (action: Action) => boolean = () => false,
): { readonly still: readonly Action[]; readonly gone: readonly Action[] } {
  const shown = new Set(approved.map(nameOf));
  const stopped = new Set<string | undefined>();
  const still = now.filter((action) => {
    const token = tokenOf(action);
    if (approves(action)) return true;
    // What is not done to the account may be needed by each of its tokens.
    if (stopped.has(undefined) || stopped.has(token)) return false;
    if (action.kind === "close" && action.after?.some((one) => stopped.has(one))) return false;
    if (shown.has(nameOf(action))) return true;
    stopped.add(token);
    return false;
  });
  const done = new Set(still.map(nameOf));
  const undone = new Set(now.filter((action) => !still.includes(action)).map(tokenOf));
  // Where nothing is left to do, somebody else did what was approved.
  const isLeft = (action: Action): boolean => undone.has(undefined) || undone.has(tokenOf(action));
  return { still, gone: approved.filter((action) => isLeft(action) && !done.has(nameOf(action))) };
}
