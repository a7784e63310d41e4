import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Client, components } from "@mintmark/client";
import { coalesced, type EntryResult } from "../coalesce.ts";
import { readState } from "./read-state.ts";
import type { CreatedToken, NewAccount, NewToken, ObservedState, Target } from "./target.ts";
import { asHappened, TargetError } from "./target-error.ts";
import { toCreatedToken, toTokenOption } from "./token-option.ts";
import { translated } from "./translate-error.ts";

/** What the server takes in one request. */
const entriesMax = 100;

export type Batched = Pick<Target, "createAccount" | "createToken" | "deleteToken" | "listTokens"> & {
  /** Undefined: there is no such account. */
  readonly readOne: (account: string) => Promise<ObservedState | undefined>;
};

/** The calls that a Mintmark answers for many bots in one request and one transaction. */
export function inBatches(client: Client): Batched {
  const createAccount = coalesced((accounts: readonly NewAccount[]) => createAccounts(client, accounts), entriesMax);
  const createToken = coalesced((tokens: readonly OwnedToken[]) => createTokens(client, tokens), entriesMax);
  const deleteToken = coalesced((tokens: readonly TokenId[]) => deleteTokens(client, tokens), entriesMax);
  const readOne = coalesced((accounts: readonly string[]) => readAll(client, accounts), entriesMax);
  return {
    createAccount,
    createToken: (account, option) => createToken({ account, option }),
    deleteToken: (account, id) => deleteToken({ account, id }),
    listTokens: async (account) => (await readOne(account))?.tokens,
    readOne,
  };
}

type OwnedToken = { readonly account: string; readonly option: NewToken };
type TokenId = { readonly account: string; readonly id: number };

async function createAccounts(client: Client, accounts: readonly NewAccount[]): Promise<EntryResult<void>[]> {
  const body = {
    accounts: accounts.map(({ name, email, fullName }) => ({
      username: name,
      email,
      ...(fullName !== undefined && { full_name: fullName }),
    })),
  };
  const path = "/api/mintmark/v1/admin/accounts/batch";
  const { data } = await once((idempotencyKey) => client.POST(path, { body, idempotencyKey, isRepeatable: false }));
  return data.results.map((result) => (result.status === 201 ? { value: undefined } : refused(path, result)));
}

async function createTokens(client: Client, tokens: readonly OwnedToken[]): Promise<EntryResult<CreatedToken>[]> {
  const body = { tokens: tokens.map(({ account, option }) => ({ owner: account, ...toTokenOption(option) })) };
  const path = "/api/mintmark/v1/admin/tokens/batch";
  const { data } = await once((idempotencyKey) => client.POST(path, { body, idempotencyKey, isRepeatable: false }));
  return data.results.map((result) => {
    if (result.status !== 201) return refused(path, result);
    try {
      return { value: toCreatedToken(result.token) };
    } catch (error) {
      return { error };
    }
  });
}

/**
 * The route knows ids alone, and one that a restored backup gave to somebody else must not be deleted: what is not listed
 * under its account any more is gone already.
 */
async function deleteTokens(client: Client, tokens: readonly TokenId[]): Promise<EntryResult<void>[]> {
  const accounts = tokens.map(({ account }) => account);
  const states = await readState(client, accounts);
  const isThere = ({ account, id }: TokenId): boolean =>
    states.get(account.toLowerCase())?.tokens.some((token) => token.id === id) ?? false;
  const ids = tokens.filter(isThere).map(({ id }) => id);
  if (ids.length > 0) {
    const path = "/api/mintmark/v1/admin/tokens/batch-delete";
    await translated(() => client.POST(path, { body: { ids }, isRepeatable: true }));
  }
  return tokens.map(() => ({ value: undefined }));
}

async function readAll(client: Client, accounts: readonly string[]): Promise<EntryResult<ObservedState | undefined>[]> {
  const states = await readState(client, accounts);
  return accounts.map((account) => ({ value: states.get(account.toLowerCase()) }));
}

type Refusal = Pick<components["schemas"]["CreateTokenResult"], "status" | "message">;

const refused = (path: string, { status, message = "" }: Refusal) => ({
  error: new TargetError("refused", `POST ${path}: ${status} ${message}`.trimEnd(), { status }),
});

const attemptsMax = 3;
const pauseMsMax = 200;

/**
 * Makes a request under one Idempotency-Key, and makes it again when its answer was lost: the server then gives the same
 * answer. Once an answer was lost, no refusal tells any more that nothing was made.
 */
async function once<Result>(send: (idempotencyKey: string) => Promise<Result>): Promise<Result> {
  const key = randomUUID();
  for (let attempt = 1, isLost = false; ; attempt += 1) {
    try {
      return await translated(() => send(key));
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      if (isLost && !error.mayHaveHappened) throw asHappened(error);
      if (!error.mayHaveHappened || attempt === attemptsMax) throw error;
      isLost = true;
      await setTimeout(Math.random() * pauseMsMax * attempt);
    }
  }
}
