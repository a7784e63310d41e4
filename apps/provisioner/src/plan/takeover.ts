import type { Action, Close } from "./action.ts";
import type { TokenPlan } from "./token.ts";
import type { TokenView } from "./token-view.ts";

/**
 * Files, secrets and targets know no fence: a worker that was taken over may still write the value that it had in its
 * hands. Until one lease after its own would have been over, that value stays alive, whichever it is.
 */
export function deferEnds(view: TokenView, { actions, notices }: TokenPlan): TokenPlan {
  const { takeover, now } = view;
  if (!takeover || takeover.settlesAt <= now) return { actions, notices };
  const kept: Action[] = [];
  const deferred: Close[] = [];
  for (const action of actions) {
    // At most two generations live: what makes room for a new one must have ended.
    if (action.kind === "issue" && deferred.length > 0) break;
    if (action.kind === "close" && mayBeInHands(view, action)) deferred.push(action);
    else kept.push(action);
  }
  const waits = deferred.map(
    ({ generation }) =>
      `generation ${generation} ends after ${takeover.settlesAt.toISOString()}: until then a worker that was taken over may still write it`,
  );
  return { actions: kept, notices: [...notices, ...waits] };
}

const mayBeInHands = ({ records }: TokenView, close: Close): boolean =>
  close.remoteId !== undefined &&
  records.some(
    ({ generation, state }) => generation === close.generation && (state === "created" || state === "delivered"),
  );
