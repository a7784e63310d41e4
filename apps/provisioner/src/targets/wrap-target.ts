import type { Target } from "./target.ts";

export type Around = <Result>(call: () => Promise<Result>) => Promise<Result>;

/** The same target, each of whose calls is made by `around`. */
export const wrapTarget = (target: Target, around: Around): Target => ({
  ...(target.readState && { readState: (names) => around(async () => target.readState?.(names)) }),
  probeServer: () => around(() => target.probeServer()),
  listAccounts: (names) => around(() => target.listAccounts(names)),
  createAccount: (account) => around(() => target.createAccount(account)),
  updateAccount: (name, changes) => around(() => target.updateAccount(name, changes)),
  deleteAccount: (name) => around(() => target.deleteAccount(name)),
  listTokens: (account) => around(() => target.listTokens(account)),
  createToken: (account, token) => around(() => target.createToken(account, token)),
  deleteToken: (account, id) => around(() => target.deleteToken(account, id)),
  probeToken: (plaintext) => around(() => target.probeToken(plaintext)),
  putActionsSecret: (of, name, plaintext) => around(() => target.putActionsSecret(of, name, plaintext)),
  reachesRepository: (account, repository) => around(() => target.reachesRepository(account, repository)),
  tokenReachesRepository: (plaintext, repository) => around(() => target.tokenReachesRepository(plaintext, repository)),
});
