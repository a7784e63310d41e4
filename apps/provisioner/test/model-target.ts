import { createHash } from "node:crypto";
import type { NewAccount, NewToken, ObservedAccount, ObservedToken, Target } from "../src/targets/target.ts";
import { TargetError } from "../src/targets/target-error.ts";
import { addressBook } from "./address-book.ts";

type ModelToken = ObservedToken & { readonly account: string; readonly plaintext: string };

export type ModelOptions = {
  /** Whether it tells `expires_at` and `last_used_at`, as Mintmark does and Forgejo does not. */
  readonly showsMore?: boolean;
  readonly now?: () => Date;
  /** `account owner/name` pairs that are not let in. */
  readonly unreachable?: Iterable<string>;
};

/** A server in memory that keeps Forgejo's rules, as far as the provisioner meets them. Counts requests by name. */
export function modelTarget({
  showsMore = false,
  now = () => new Date(),
  unreachable: unreachableAtFirst = [],
}: ModelOptions = {}) {
  const accounts = new Map<string, ObservedAccount>();
  const addresses = addressBook();
  const unreachable = new Set(unreachableAtFirst);
  let tokens: ModelToken[] = [];
  const isLive = ({ expiresAt }: ModelToken): boolean => !expiresAt || expiresAt > now();
  let lastId = 0;
  /** No value is ever made twice, whatever happens to the ids. */
  let made = 0;
  const requests: string[] = [];
  const actionsSecrets = new Map<string, string>();
  const asked = (name: string): void => void requests.push(name);
  const findAccount = (name: string): ObservedAccount => {
    const account = accounts.get(name.toLowerCase());
    if (!account) throw new TargetError("refused", "user redirect does not exist", { status: 404 });
    return account;
  };

  const target: Target = {
    async probeServer() {
      asked("probeServer");
      return { product: showsMore ? "mintmark" : "forgejo", version: "16.0.0" };
    },
    async listAccounts(names) {
      asked("listAccounts");
      return new Map(
        names.flatMap((name) => {
          const account = accounts.get(name.toLowerCase());
          return account ? [[name.toLowerCase(), account] as const] : [];
        }),
      );
    },
    async createAccount({ name, email, fullName = "" }: NewAccount) {
      asked("createAccount");
      if (accounts.has(name.toLowerCase()) || addresses.isTaken(email)) {
        throw new TargetError("refused", `user already exists [name: ${name}]`, { status: 422 });
      }
      accounts.set(name.toLowerCase(), { name, email, fullName, isLocked: false, isAdmin: false });
      addresses.take(email, name);
    },
    async updateAccount(name, { email, ...changes }) {
      asked("updateAccount");
      const account = findAccount(name);
      const spelt = addresses.take(email ?? account.email, name);
      if (spelt === undefined) {
        throw new TargetError("refused", `e-mail already in use [email: ${email}]`, { status: 400 });
      }
      accounts.set(name.toLowerCase(), { ...account, ...changes, email: spelt });
    },
    async deleteAccount(name) {
      asked("deleteAccount");
      accounts.delete(name.toLowerCase());
      addresses.giveUp(name);
      tokens = tokens.filter((token) => token.account !== name.toLowerCase());
    },
    async listTokens(account) {
      asked("listTokens");
      if (!accounts.has(account.toLowerCase())) return undefined;
      return tokens
        .filter((token) => token.account === account.toLowerCase())
        .map(({ plaintext: _plaintext, account: _account, ...token }) => token);
    },
    async createToken(account, option: NewToken) {
      asked("createToken");
      findAccount(account);
      const key = account.toLowerCase();
      if (tokens.some((token) => token.account === key && token.name === option.name)) {
        throw new TargetError("refused", "access token name has been used already", { status: 400 });
      }
      lastId += 1;
      made += 1;
      const plaintext = plaintextOf(made);
      tokens.push({
        id: lastId,
        account: key,
        plaintext,
        name: option.name,
        lastEight: plaintext.slice(-8),
        scopes: option.scopes,
        ...(option.repositories && { repositories: option.repositories }),
        createdAt: now(),
        ...(showsMore && {
          isRestricted: option.repositories !== undefined,
          expiresAt: option.expiresAt ?? null,
          lastUsedAt: null,
        }),
      });
      return { id: lastId, lastEight: plaintext.slice(-8), plaintext };
    },
    async deleteToken(account, id) {
      asked("deleteToken");
      tokens = tokens.filter((token) => token.account !== account.toLowerCase() || token.id !== id);
    },
    async probeToken(plaintext) {
      asked("probeToken");
      const token = tokens.find((one) => one.plaintext === plaintext && isLive(one));
      if (!token) return "dead";
      return accounts.get(token.account)?.isLocked ? "locked" : "live";
    },
    async putActionsSecret(of, name, plaintext) {
      asked("putActionsSecret");
      const key = JSON.stringify([of, name]);
      const isNew = !actionsSecrets.has(key);
      actionsSecrets.set(key, plaintext);
      return isNew ? "created" : "overwritten";
    },
    async reachesRepository(account, repository) {
      asked("reachesRepository");
      return !unreachable.has(`${account} ${repository}`);
    },
    async tokenReachesRepository(plaintext, repository) {
      asked("tokenReachesRepository");
      const token = tokens.find((one) => one.plaintext === plaintext);
      if (!token) throw new TargetError("refused", "401", { status: 401 });
      const isListed = token.repositories?.some((one) => one.toLowerCase() === repository.toLowerCase()) ?? true;
      const owner = accounts.get(token.account)?.name ?? token.account;
      return isListed && !unreachable.has(`${owner} ${repository}`);
    },
  };

  return {
    target,
    requests,
    accounts,
    /** `account owner/name` pairs that are not let in; a person may change them. */
    unreachable,
    /** Every living token, plaintext included. */
    tokens: (): readonly ModelToken[] => tokens.filter(isLive),
    isLive: (plaintext: string | undefined): boolean =>
      tokens.some((token) => token.plaintext === plaintext && isLive(token)),
    lock(name: string): void {
      accounts.set(name.toLowerCase(), { ...findAccount(name), isLocked: true });
    },
    /** A backup, and what brings it back: ids that were given since will be given again. */
    backup(): () => void {
      const saved = { accounts: new Map(accounts), putBack: addresses.backup(), tokens: [...tokens], lastId };
      return () => {
        accounts.clear();
        for (const [name, account] of saved.accounts) accounts.set(name, account);
        saved.putBack();
        tokens = [...saved.tokens];
        lastId = saved.lastId;
      };
    },
    /** Somebody uses a token, which the server shows if it shows any use. */
    use(plaintext: string | undefined): void {
      if (!showsMore) return;
      tokens = tokens.map((token) => (token.plaintext === plaintext ? { ...token, lastUsedAt: now() } : token));
    },
    /** A person deletes, changes or adds a token by hand. */
    edit(change: (tokens: readonly ModelToken[]) => ModelToken[]): void {
      tokens = change(tokens);
    },
  };
}

/** Of a token's length, made from its id, so that no fixture looks like a secret. */
export const plaintextOf = (id: number): string => createHash("sha1").update(`model token ${id}`).digest("hex");
