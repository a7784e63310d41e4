import type { DeclaredToken } from "../fleet/fleet.ts";
import type { Close } from "../plan/action.ts";
import { digestOf } from "../sinks/open.ts";
import { TargetError } from "../targets/target-error.ts";
import type { Effects, Overwritten } from "./effects.ts";

/** Effect 7: ends a generation on the target, sees that it is gone, and writes it down. */
export async function close(
  effects: Effects,
  action: Close,
  declared: DeclaredToken | undefined,
  overwritten: Overwritten,
): Promise<void> {
  const { target, account, token, generation, remoteId, digest, because, evidence } = action;
  const proof = { because, ...evidence };
  if (remoteId !== undefined) {
    await effects.target.deleteToken(account, remoteId);
    const left = (await effects.target.listTokens(account)) ?? [];
    const value =
      digest === undefined ? undefined : (overwritten.get(digest) ?? (await heldBySink(effects, declared, digest)));
    const isRefused = value === undefined || (await becomesRefused(effects, value));
    if (left.some((one) => one.id === remoteId) || !isRefused) {
      throw new TargetError("unexpected", `the target said that it deleted the token ${remoteId}, and still knows it`);
    }
    // A value that nobody keeps cannot be tried; that its id is gone is what can be seen.
    Object.assign(proof, {
      deleted: remoteId,
      listedAfter: false,
      probed: value === undefined ? "no value kept" : 401,
    });
  }
  if (action.isDuplicate) return;
  for (const sink of declared?.sinks ?? []) await effects.openSink(sink, effects.target).forgetPrevious?.();
  await effects.journal.recordClosed({ target, account, token, generation }, proof);
}

/** What is revoked lies in its sinks still. */
async function heldBySink(effects: Effects, declared: DeclaredToken | undefined, digest: string) {
  for (const sink of declared?.sinks ?? []) {
    const value = await effects
      .openSink(sink, effects.target)
      .read?.()
      .catch(() => undefined);
    if (value !== undefined && digestOf(value) === digest) return value;
  }
  return undefined;
}

/** News of a deletion may take a second to reach every replica of a server. */
const probesMax = 4;
const betweenProbesMs = 500;

async function becomesRefused(effects: Effects, plaintext: string): Promise<boolean> {
  for (let probe = 1; (await effects.target.probeToken(plaintext)) !== "dead"; probe += 1) {
    if (probe === probesMax) return false;
    await effects.pause(betweenProbesMs);
  }
  return true;
}
