import { type CredentialKey, type CredentialRecord, type Credentials, inForce } from "../journal/credentials.ts";
import { type Lease, LeaseLostError, type Leases } from "../journal/lease.ts";
import { dueBeforeEnd } from "../plan/age.ts";
import { generationName, generationOf } from "../plan/token-view.ts";
import type { ObservedToken, Target } from "../targets/target.ts";
import { TargetError } from "../targets/target-error.ts";

export type RotateCredentialOptions = {
  readonly key: CredentialKey;
  /** Whose the token is, how its generations are called, and how old one may become. */
  readonly account: string;
  readonly name: string;
  readonly everyMs: number;
  /** What the file holds. */
  readonly startingToken: string;
  readonly open: (token: string) => Target;
  readonly credentials: Credentials;
  readonly leases: Leases;
  readonly now: () => Date;
};

/** No account is called so. */
const leaseName = "@credential";

/**
 * Gives the provisioner a new token of its own when the one in force is old enough, and ends the former once every
 * process has had the time to take the new one up. Interrupted anywhere, the next call goes on from there. Tells what
 * it did; nothing when another process is at it.
 */
export async function rotateCredential(options: RotateCredentialOptions): Promise<readonly string[]> {
  const answer = await options.leases.acquire(options.key.target, leaseName);
  if (!("lease" in answer)) return [];
  try {
    return await rotateNow(options, answer.lease);
  } catch (error) {
    if (error instanceof LeaseLostError) return [];
    throw error;
  } finally {
    await answer.lease.release();
  }
}

async function rotateNow(options: RotateCredentialOptions, lease: Lease): Promise<readonly string[]> {
  const { key, account, name, everyMs, startingToken, open, credentials, now } = options;
  const value = inForce(await credentials.list(key))?.plaintext ?? startingToken;
  const server = open(value);
  const tokens = (await server.listTokens(account)) ?? [];
  // SECURITY: read after the list, so that no token in it was put in force by another process without our knowing: it
  // would be ended, and with it every process locked out.
  const records = await credentials.list(key);
  const current = inForce(records);
  if ((current?.plaintext ?? startingToken) !== value) return [];
  refuseShut(records, name);
  const own = tokens.find((token) => token.lastEight === value.slice(-8));
  if (!own) {
    const message = `${account} has no token that ends as the credential does; credential.account must name its owner`;
    throw new TargetError("refused", message);
  }

  const pending = records.find(
    ({ state, generation }) => state === "created" && generation > (current?.generation ?? 0),
  );
  if (pending?.plaintext !== undefined && tokens.some(({ id }) => id === pending.remoteId)) {
    return [await takeUp(options, pending.generation, pending.plaintext)];
  }
  const ended = await endFormer(options, lease, { records, current, server, tokens, own });
  const madeAt = current?.createdAt ?? own.createdAt;
  const isOld = now().getTime() >= madeAt.getTime() + everyMs;
  const endsSoon = own.expiresAt && dueBeforeEnd(madeAt, own.expiresAt) <= now();
  if (ended.isLeft || !(isOld || endsSoon)) return ended.did;

  const known = [
    ...records.map(({ generation }) => generation),
    ...tokens.map((one) => generationOf(one.name, name) ?? 0),
  ];
  const generation = 1 + Math.max(0, ...known);
  await credentials.recordIntent(key, generation);
  await lease.confirm();
  const created = await server.createToken(account, { name: generationName(name, generation), scopes: own.scopes });
  await credentials.recordCreated(key, generation, { remoteId: created.id, plaintext: created.plaintext });
  const inForceNow = await takeUp(options, generation, created.plaintext);
  return [...ended.did, inForceNow, ...ended.strangers.map(tellStranger)];
}

const tellStranger = (token: string): string =>
  `${token} is somebody else's, since this journal never asked for it: give each provisioner a credential.name of its own, or delete it if nobody works with it`;

/** Tries a new token as it will be used, and only then lets everybody work with it. */
async function takeUp(
  { key, account, name, open, credentials }: RotateCredentialOptions,
  generation: number,
  plaintext: string,
): Promise<string> {
  const server = open(plaintext);
  const probe = await server.probeToken(plaintext);
  const tokens = await server.listTokens(account);
  if (probe !== "live" || !tokens?.some((token) => token.lastEight === plaintext.slice(-8))) {
    throw new TargetError("refused", `the new credential ${generationName(name, generation)} does not work: ${probe}`);
  }
  await credentials.recordCurrent(key, generation);
  return `${generationName(name, generation)} is in force`;
}

/** SECURITY: what cannot be opened here looks like what an interrupted rotation left, and is what all others work with. */
function refuseShut(records: readonly CredentialRecord[], name: string): void {
  const latest = records.filter(({ state }) => state === "current").at(-1);
  if (!latest || latest.plaintext !== undefined) return;
  const message = `the journal key does not open ${generationName(name, latest.generation)}, which is in force: give the key that it was sealed with, or put another token into the file of spec.credential.fromFile`;
  throw new TargetError("refused", message);
}

type Found = {
  readonly records: readonly CredentialRecord[];
  readonly current: CredentialRecord | undefined;
  readonly server: Target;
  readonly tokens: readonly ObservedToken[];
  readonly own: ObservedToken;
};

/** Ends what was in force before, and what an interrupted rotation left. */
async function endFormer(
  { key, account, name, startingToken, credentials, leases, now }: RotateCredentialOptions,
  lease: Lease,
  { records, current, server, tokens, own }: Found,
): Promise<{ readonly did: string[]; readonly strangers: string[]; readonly isLeft: boolean }> {
  const did: string[] = [];
  const strangers: string[] = [];
  const asked = await credentials.listNumbers(key.target);
  let isLeft = false;
  // A process reads the credential anew for each bot, which it works on for a lease at most unless it is extended.
  const settlesAt = (current?.currentSince?.getTime() ?? 0) + 2 * leases.leaseMs;
  for (const token of tokens.filter(({ id }) => id !== own.id)) {
    const generation = generationOf(token.name, name);
    // By its id: a second token of one name is not the one that the journal speaks of.
    const record = records.find((one) => one.remoteId === token.id);
    const isStart = current !== undefined && token.lastEight === startingToken.slice(-8);
    // What `credential.name` was when it was made may be declared no more.
    const isOurs = isStart || (record?.plaintext !== undefined && token.lastEight === record.plaintext.slice(-8));
    if (generation === undefined && !isOurs) continue;
    // SECURITY: to end it would lock another provisioner out.
    if (generation !== undefined && !isOurs && !asked.has(generation)) {
      strangers.push(token.name);
      continue;
    }
    if ((isStart || record?.state === "current") && now().getTime() < settlesAt) {
      isLeft = true;
      continue;
    }
    await lease.confirm();
    await server.deleteToken(account, token.id);
    const value = isStart ? startingToken : record?.plaintext;
    if (value !== undefined && (await server.probeToken(value)) !== "dead") {
      throw new TargetError("unexpected", `the former credential ${token.name} was deleted and still works`);
    }
    did.push(`${token.name} ended`);
  }
  const gone = records.filter(
    ({ generation, state, remoteId }) =>
      state !== "closed" && generation !== current?.generation && !(isLeft && tokens.some(({ id }) => id === remoteId)),
  );
  for (const { generation } of gone) await credentials.recordClosed(key, generation);
  return { did, strangers, isLeft };
}
