import type { GenerationKey } from "../journal/journal.ts";
import type { Deliver, Issue } from "../plan/action.ts";
import { generationName } from "../plan/token-view.ts";
import type { CreatedToken } from "../targets/target.ts";
import { TargetError } from "../targets/target-error.ts";
import type { Effects, Overwritten } from "./effects.ts";
import { publish } from "./publish.ts";

const keyOf = ({ target, account, token, generation }: Issue | Deliver): GenerationKey => ({
  target,
  account,
  token,
  generation,
});

/** Effects 1 to 6 of a new generation. Returns warnings. Interrupted anywhere, the next plan goes on from there. */
export async function issue(effects: Effects, action: Issue, overwritten: Overwritten): Promise<string[]> {
  const key = keyOf(action);
  const { scopes, repositories } = action.declared;
  const intent = { ...key, scopes, ...(repositories && { repositories }) };
  await effects.journal.recordIntent(intent, { because: action.because });
  const created = await create(effects, action, key);
  await effects.journal.recordCreated(key, {
    remoteId: created.id,
    lastEight: created.lastEight,
    plaintext: created.plaintext,
  });
  return publish(effects, action, key, created.plaintext, overwritten);
}

/** Effects 4 to 6 of a generation whose plaintext an earlier run left sealed in the journal. */
export async function deliver(effects: Effects, action: Deliver, overwritten: Overwritten): Promise<string[]> {
  const key = keyOf(action);
  const plaintext = await effects.journal.openSealed(key);
  if (plaintext === undefined) throw new Error("the sealed copy cannot be opened with the journal key at hand");
  return publish(effects, action, key, plaintext, overwritten);
}

async function create(effects: Effects, action: Issue, key: GenerationKey): Promise<CreatedToken> {
  const { scopes, repositories, lifetimeMs } = action.declared;
  try {
    return await effects.target.createToken(action.account, {
      name: generationName(action.token, action.generation),
      scopes,
      ...(repositories && { repositories }),
      ...(lifetimeMs !== undefined && { expiresAt: new Date(effects.now().getTime() + lifetimeMs) }),
    });
  } catch (error) {
    // A clear refusal made nothing. After any other failure the token may exist, and the open intent tells of it.
    if (error instanceof TargetError && !error.mayHaveHappened) {
      const because = error.kind === "unreachable" ? "the target was not reached" : "the target refused to make it";
      await effects.journal.recordClosed(key, { because });
    }
    throw error;
  }
}
